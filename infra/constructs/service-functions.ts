import type { Stack } from 'aws-cdk-lib';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import { functionRows, type Trigger } from '../../functions/functions.ts';
import type { Bundle } from '../bundle.ts';
import type { StageSettings } from '../config.ts';
import type { Alarms } from './alarms.ts';
import { type Foundation, ServiceFunction } from './service-function.ts';
import type { LedgerAddress } from './table-rights.ts';

/** What the build made, by function; and the folder of the site's own function, where the stage has one. */
export interface Built {
  readonly functions: ReadonlyMap<string, Bundle>;
  readonly siteFolder?: string;
}

/** What both stacks of functions are made from. */
export interface Ground {
  readonly settings: StageSettings;
  readonly data: Foundation & { readonly alarmTopic: Topic };
  readonly built: Built;
}

/** The data stack's table; after a restore, the one that was restored. */
export const addressOf = (
  stack: Stack,
  { settings: { restoredTable }, data: { table } }: Ground,
): LedgerAddress => {
  if (!restoredTable) return table;
  const { name, streamLabel } = restoredTable;
  const arn = stack.formatArn({ service: 'dynamodb', resource: 'table', resourceName: name });
  return { name, arn, streamArn: `${arn}/stream/${streamLabel}` };
};

/** The functions of a stack, each watched by its alarms. */
export const serviceFunctions = (
  stack: Stack,
  ground: Ground,
  alarms: Alarms,
  isHere: (trigger: Trigger) => boolean,
): ServiceFunction[] => {
  const { data, settings } = ground;
  const foundation: Foundation = { ...data, table: addressOf(stack, ground), mail: settings.mail };
  return functionRows
    .filter(({ trigger }) => isHere(trigger))
    .map((row) => {
      const bundle = ground.built.functions.get(row.name);
      if (!bundle) throw new Error(`function ${row.name} is not built`);
      const served = new ServiceFunction(stack, row, bundle, foundation);
      alarms.watchFunction(served);
      return served;
    });
};

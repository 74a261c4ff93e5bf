import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Alarms } from '../constructs/alarms.ts';
import { failedQueue } from '../constructs/failed-queue.ts';
import { Schedules } from '../constructs/schedules.ts';
import type { ServiceFunction } from '../constructs/service-function.ts';
import { addressOf, type Ground, serviceFunctions } from '../constructs/service-functions.ts';
import { followStream } from '../constructs/stream.ts';
import type { LedgerAddress } from '../constructs/table-rights.ts';

interface BackgroundStackProps extends StackProps {
  readonly ground: Ground;
}

/**
 * What goes on by itself: the functions that the schedule starts, and those that follow the table. A stack of its own
 * because one holds 500 resources. Thrown away and deployed anew, it catches up.
 */
export class BackgroundStack extends Stack {
  constructor(scope: Construct, id: string, { ground, ...props }: BackgroundStackProps) {
    super(scope, id, props);
    const alarms = new Alarms(ground.data.alarmTopic);
    const table = addressOf(this, ground);
    for (const served of serviceFunctions(this, ground, alarms, ({ kind }) => kind !== 'api'))
      this.trigger(served, table, alarms);
  }

  private trigger(served: ServiceFunction, table: LedgerAddress, alarms: Alarms): void {
    const { trigger } = served.row;
    if (trigger.kind === 'api') return;
    const failed = failedQueue(served);
    alarms.watchFailed(served, failed);
    if (trigger.kind === 'stream') {
      followStream(served, trigger.of, table.streamArn, failed);
      alarms.watchStream(served);
    } else {
      alarms.watchRuns(new Schedules(served, trigger.rows, failed));
    }
  }
}

import { nodeStands } from '../access/organisations.store.ts';
import { fieldMessages } from '../platform/contract/fields.ts';
import { officerOf } from '../platform/contract/officer.ts';
import type { Principal } from '../platform/contract/roles.ts';
import type { Cursors } from '../platform/http/cursor.ts';
import { changeCase, createCase } from '../platform/ledger/change.ts';
import { admitNode, commandOf, type StaffCommand } from '../platform/ledger/staff-command.ts';
import type { Companion, Stored } from '../platform/ledger/steps.ts';
import type { Core } from '../platform/runtime/core.ts';
import { referenceFrom } from '../platform/runtime/ids.ts';
import type { Instant } from '../platform/runtime/time.ts';
import { refuseInvalid } from '../venues/venues.usecases.ts';
import type { NewPublicity } from './figures.fields.ts';
import { type FiguresRefusal, figuresProblem } from './figures.problems.ts';
import { isAhead, recordPublicity, withdrawPublicity } from './figures.rules.ts';
import type { Publicity } from './figures.states.ts';
import {
  publicityList,
  publicityRow,
  publicityType,
  readPublicity,
  readPublicityCounts,
} from './figures.store.ts';
import type { OfYear } from './figures.usecases.ts';
import type { PublicityList } from './figures.views.ts';
import { channels } from './figures.words.ts';
import { activityKey } from './programme.store.ts';

const pageSize = 50;

/** Holds a commit to an activity that is there, when one is named. */
const activityThere = (activity: string | undefined): Companion<'publicity.activity_unknown'>[] =>
  activity === undefined
    ? []
    : [
        {
          write: {
            ConditionCheck: { Key: activityKey(activity), ConditionExpression: 'attribute_exists(PK)' },
          },
          refusal: 'publicity.activity_unknown',
        },
      ];

const refuse = (refusal: FiguresRefusal | 'access.node_unknown') =>
  figuresProblem(refusal === 'access.node_unknown' ? 'publicity.node_unknown' : refusal);

/** @throws Problem `request.invalid`, `access.scope`, `publicity.node_unknown`, `publicity.activity_unknown`. */
export const createPublicity = async (
  { ledger }: Pick<Core, 'ledger'>,
  command: StaffCommand,
  fields: NewPublicity,
): Promise<Stored<Publicity>> => {
  const { caller, key, now } = command;
  admitNode(fields.node, caller);
  const ahead = { path: 'day', code: 'field.range', n: '', message: fieldMessages['field.range'] };
  refuseInvalid(isAhead(fields.day, { now }) ? [ahead] : []);
  return createCase<Publicity, FiguresRefusal | 'access.node_unknown'>({
    ledger,
    type: publicityType,
    command: commandOf(command),
    refuse,
    idFor: (attempt) => referenceFrom(`publicity ${caller.staffId} ${key} ${attempt}`),
    make: async () => ({
      ...recordPublicity(fields, { by: officerOf(caller), now }),
      companions: [nodeStands(fields.node), ...activityThere(fields.activity)],
    }),
  });
};

interface Withdrawing extends StaffCommand {
  readonly params: { readonly entry: string };
  readonly body: { readonly reason: string };
}

/** @throws Problem `publicity.not_found`, `access.scope`, `publicity.withdrawn`. */
export const withdrawEntry = (
  { ledger }: Pick<Core, 'ledger'>,
  command: Withdrawing,
): Promise<Stored<Publicity>> => {
  const { caller, now, body } = command;
  return changeCase<Publicity, FiguresRefusal>({
    ledger,
    type: publicityType,
    id: command.params.entry,
    command: commandOf(command),
    ifMatch: command.ifMatch,
    missing: () => figuresProblem('publicity.not_found'),
    refuse,
    admit: ({ state }) => admitNode(state.node, caller),
    view: publicityRow,
    decide: ({ state }) => withdrawPublicity(state, body.reason, { by: officerOf(caller), now }),
  });
};

/** A page of the log and the year's totals; one query and one read, eventually consistent. @throws Problem `access.scope`. */
export const readPublicityLog = async (
  { store }: Pick<Core, 'store'>,
  cursors: Cursors,
  { node, year, cursor }: OfYear & { readonly cursor?: string | undefined },
  caller: Principal,
  now: Instant,
): Promise<PublicityList> => {
  admitNode(node, caller);
  const list = publicityList(node, year);
  const from = await cursors.open(list, cursor, now);
  const [{ rows, last }, counts] = await Promise.all([
    readPublicity(store, { list, cursor: from, size: pageSize }),
    readPublicityCounts(store, node, year),
  ]);
  const count = (field: string): number => counts[field] ?? 0;
  return {
    rows,
    next: await cursors.seal(list, last, now),
    totals: channels.map((channel) => ({
      channel,
      entries: count(`${channel}-entries`),
      reach: count(`${channel}-reach`),
      copies: count(`${channel}-copies`),
    })),
    asOf: now,
  };
};

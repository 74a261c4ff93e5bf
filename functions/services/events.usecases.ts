import { nodeStands } from '../access/organisations.store.ts';
import { isWithin, type Principal } from '../platform/contract/roles.ts';
import { admitNode, type StaffCommand } from '../platform/ledger/staff-command.ts';
import type { Stored } from '../platform/ledger/steps.ts';
import type { Core } from '../platform/runtime/core.ts';
import { referenceFrom } from '../platform/runtime/ids.ts';
import type { Activity } from '../programme/programme.states.ts';
import { readActivity } from '../programme/programme.usecases.ts';
import type { NewEvent } from './events.fields.ts';
import * as rules from './events.rules.ts';
import type { AssistanceEvent } from './events.states.ts';
import { eventRow, eventType } from './events.store.ts';
import { servicesProblem } from './services.problems.ts';
import { changeRecord, createRecord } from './services.usecases.ts';

/** @throws Problem `event.activity_unknown` unless there is such an activity in the caller's area. */
const activityOf = async (
  deps: Pick<Core, 'ledger'>,
  id: string | undefined,
  caller: Principal,
): Promise<Activity | undefined> => {
  if (id === undefined) return undefined;
  const activity = (await readActivity(deps, id))?.state;
  if (!activity || !isWithin(activity.node, caller.scope)) throw servicesProblem('event.activity_unknown');
  return activity;
};

/** @throws Problem `access.scope`, `service.node_unknown`, `event.activity_unknown`, `event.counted_there`. */
export const recordEvent = async (
  deps: Core,
  request: StaffCommand,
  fields: NewEvent,
): Promise<Stored<AssistanceEvent>> => {
  const { caller, key } = request;
  admitNode(fields.node, caller);
  const activity = await activityOf(deps, fields.activity, caller);
  return createRecord<AssistanceEvent>(deps, request, {
    type: eventType,
    id: referenceFrom(`assistance-event ${caller.staffId} ${key}`),
    make: async (_, act) => {
      const decided = rules.recordEvent(fields, activity, act);
      if ('refusal' in decided) throw servicesProblem(decided.refusal);
      return { ...decided, companions: [nodeStands(fields.node)] };
    },
  });
};

interface OfEvent extends StaffCommand {
  readonly params: { readonly event: string };
  readonly body: { readonly reason: string };
}

export const withdrawEvent = (deps: Core, request: OfEvent): Promise<Stored<AssistanceEvent>> =>
  changeRecord<AssistanceEvent>(deps, request, {
    ...{ type: eventType, id: request.params.event, view: eventRow },
    decide: ({ state }, act) => rules.withdrawEvent(state, request.body.reason, act),
  });

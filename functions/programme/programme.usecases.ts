import { nodeStands } from '../access/organisations.store.ts';
import { officerOf } from '../platform/contract/officer.ts';
import type { Problem } from '../platform/contract/problems.ts';
import { holdsOneOf, isWithin, type Principal } from '../platform/contract/roles.ts';
import { changeCase, createCase } from '../platform/ledger/change.ts';
import type { Beside } from '../platform/ledger/ledger.ts';
import { admitNode, commandOf, type StaffCommand } from '../platform/ledger/staff-command.ts';
import type { Companion, Stored } from '../platform/ledger/steps.ts';
import type { Core } from '../platform/runtime/core.ts';
import { referenceFrom } from '../platform/runtime/ids.ts';
import type { ItemKey } from '../platform/runtime/store.ts';
import { refuseInvalid } from '../venues/venues.usecases.ts';
import * as rules from './activities.rules.ts';
import { placesFollow } from './offer-places.usecases.ts';
import { programmeKeepers } from './programme.actions.ts';
import type { ActivityDetails, NewActivity, Photos } from './programme.fields.ts';
import { type ProgrammeRefusal, programmeProblem } from './programme.problems.ts';
import type { Activity } from './programme.states.ts';
import { activityType } from './programme.store.ts';
import type { ActivityView } from './programme.views.ts';
import { detailsProblems } from './programme-checks.rules.ts';

export const activityMissing = (): Problem => programmeProblem('programme.not_found');

type Refusal = ProgrammeRefusal | 'access.node_unknown';

const refuse = (refusal: Refusal, detail?: string): Problem =>
  programmeProblem(
    refusal === 'access.node_unknown' ? 'programme.node_unknown' : refusal,
    detail === undefined ? {} : { detail },
  );

export const activityView = ({ id, version, state }: Stored<Activity>, caller: Principal): ActivityView => ({
  ...state,
  activity: id,
  version,
  mayKeep: !rules.isOver(state) && holdsOneOf(caller, programmeKeepers) && isWithin(state.node, caller.scope),
});

/** Holds a commit to places that are there, each once. */
const placesStand = (paths: readonly string[]): Companion<'access.node_unknown'>[] =>
  [...new Set(paths)].map(nodeStands);

/** @throws Problem `request.invalid` field by field, `access.scope`, `programme.node_unknown`. */
export const createActivity = async (
  { ledger }: Pick<Core, 'ledger'>,
  command: StaffCommand,
  fields: NewActivity,
): Promise<Stored<Activity>> => {
  const { caller, key, now } = command;
  admitNode(fields.node, caller);
  refuseInvalid(detailsProblems(fields, fields.node));
  return createCase<Activity, Refusal>({
    ledger,
    type: activityType,
    command: commandOf(command),
    refuse,
    idFor: (attempt) => referenceFrom(`activity ${caller.staffId} ${key} ${attempt}`),
    make: async () => ({
      ...rules.writeDown(fields, { by: officerOf(caller), now }),
      companions: placesStand([fields.node, fields.organiser.path, ...fields.villages]),
    }),
  });
};

export interface ActivityCommand extends StaffCommand {
  readonly params: { readonly activity: string };
}

/** Writes of one transaction, less those of the activity itself. */
const mostCompanions = 96;

/** A decision about an activity, and what is written with what it leads to. */
export interface Deciding {
  readonly decide: (activity: Activity, act: rules.Act, beside: Beside) => rules.ActivityDecision;
  readonly companions?: (before: Stored<Activity>, next: Activity) => readonly Companion<Refusal>[];
  /** What else it is decided on. */
  readonly keys?: readonly ItemKey[];
}

/**
 * Changes one activity of the caller's area, with its places and everything else that holds or falls with it. One
 * read, one transaction.
 */
export const changeActivity = (
  { ledger }: Pick<Core, 'ledger'>,
  command: ActivityCommand,
  { decide, companions, keys = [] }: Deciding,
): Promise<Stored<Activity>> =>
  changeCase<Activity, Refusal>({
    ledger,
    type: activityType,
    id: command.params.activity,
    command: commandOf(command),
    ifMatch: command.ifMatch,
    missing: activityMissing,
    refuse,
    admit: ({ state }) => admitNode(state.node, command.caller),
    view: (stored) => activityView(stored, command.caller),
    beside: keys,
    decide: (before, beside) => {
      const decision = decide(before.state, { by: officerOf(command.caller), now: command.now }, beside);
      if ('refusal' in decision) return decision;
      const { now } = command;
      const also = [
        ...placesFollow(
          before.id,
          { before: before.state, next: decision.next, now },
          'programme.capacity_taken',
        ),
        ...(companions?.(before, decision.next) ?? []),
      ];
      if (also.length > mostCompanions) return { refusal: 'programme.too_much_at_once' };
      return { ...decision, companions: also };
    },
  });

/** @throws Problem `request.invalid` field by field, `programme.node_unknown`. */
export const changeDetails = (
  deps: Pick<Core, 'ledger'>,
  command: ActivityCommand,
  details: ActivityDetails,
): Promise<Stored<Activity>> =>
  changeActivity(deps, command, {
    decide: (activity, act) => {
      refuseInvalid(detailsProblems(details, activity.node));
      return rules.changeDetails(activity, details, act);
    },
    companions: ({ state }) =>
      placesStand(
        [details.organiser.path, ...details.villages].filter(
          (path) => path !== state.organiser.path && !state.villages.includes(path),
        ),
      ),
  });

export const setPhotos = (
  deps: Pick<Core, 'ledger'>,
  command: ActivityCommand,
  photos: Photos,
): Promise<Stored<Activity>> =>
  changeActivity(deps, command, { decide: (activity, act) => rules.setPhotos(activity, photos, act) });

/** Published for everybody; whatever has places has them from this commit on. */
export const publishActivity = (
  deps: Pick<Core, 'ledger'>,
  command: ActivityCommand,
): Promise<Stored<Activity>> =>
  changeActivity(deps, command, { decide: (activity, act) => rules.publish(activity, undefined, act) });

export const cancelActivity = (
  deps: Pick<Core, 'ledger'>,
  command: ActivityCommand,
  reason: string,
): Promise<Stored<Activity>> =>
  changeActivity(deps, command, { decide: (activity, act) => rules.cancelActivity(activity, reason, act) });

export const endActivity = (
  deps: Pick<Core, 'ledger'>,
  command: ActivityCommand,
): Promise<Stored<Activity>> =>
  changeActivity(deps, command, { decide: (activity, act) => rules.endActivity(activity, undefined, act) });

/** One activity whole. One strongly consistent read. */
export const readActivity = (
  { ledger }: Pick<Core, 'ledger'>,
  id: string,
): Promise<Stored<Activity> | undefined> => ledger.read(activityType, id);

import type { WorkingCalendar } from '../calendar/calendar.rules.ts';
import { parseStored, readCases } from '../platform/ledger/ledger.ts';
import { type Command, type Step, type Stored, stepOf } from '../platform/ledger/steps.ts';
import type { Core } from '../platform/runtime/core.ts';
import type { Item, ItemKey, Store } from '../platform/runtime/store.ts';
import type { LocalDate } from '../platform/runtime/time.ts';
import { recordTry, withdrawTry } from './assignments.rules.ts';
import type { Assignment, Next, Try } from './assignments.states.ts';
import { assignmentId, assignmentKey, assignmentType, todoThrough } from './assignments.store.ts';
import type { Campaign } from './campaigns.states.ts';
import { campaignKey, campaignType } from './campaigns.store.ts';
import type { AssignmentRow } from './campaigns.views.ts';

/** One household in one campaign, as far as either is there. */
export interface Assigned {
  readonly campaign: Stored<Campaign> | undefined;
  readonly assignment: Stored<Assignment> | undefined;
}

/** What to read, in one call with whatever else is needed, to know how a household stands in a campaign. */
export const assignedKeys = (campaign: string, household: string): ItemKey[] => [
  campaignKey(campaign),
  assignmentKey(campaign, household),
];

/** Finds both among items that were read by {@link assignedKeys}. */
export const assignedAmong = (
  among: (key: ItemKey) => Item | undefined,
  campaign: string,
  household: string,
): Assigned => {
  const ofCampaign = among(campaignKey(campaign));
  const ofAssignment = among(assignmentKey(campaign, household));
  return {
    campaign: ofCampaign && parseStored(campaignType, ofCampaign),
    assignment: ofAssignment && parseStored(assignmentType, ofAssignment),
  };
};

export const readAssignment = (
  { ledger }: Pick<Core, 'ledger'>,
  campaign: string,
  household: string,
): Promise<Stored<Assignment> | undefined> => ledger.read(assignmentType, assignmentId(campaign, household));

export interface Tried extends Try {
  /** When and in which part of the day they asked to be visited. */
  readonly appointment?: Pick<Next, 'day' | 'slot'> | undefined;
}

/**
 * What a visit changes in the plan, to be committed with the visit itself. Never refused: what happened at a door
 * counts whenever it is told.
 */
export const tryStep = (
  command: Command,
  stored: Stored<Assignment>,
  { appointment, ...happened }: Tried,
  calendar: WorkingCalendar,
): Step<Assignment> =>
  stepOf<Assignment>(command, {
    type: assignmentType,
    id: stored.id,
    before: stored,
    ...recordTry(stored.state, happened, appointment, { now: command.now, calendar }),
  });

/** Takes a visit out of the plan again; undefined when the plan knows nothing of it. */
export const withdrawStep = (
  command: Command,
  stored: Stored<Assignment>,
  visit: string,
  calendar: WorkingCalendar,
): Step<Assignment> | undefined => {
  const withdrawn = withdrawTry(stored.state, visit, { now: command.now, calendar });
  return (
    withdrawn &&
    stepOf<Assignment>(command, { type: assignmentType, id: stored.id, before: stored, ...withdrawn })
  );
};

/**
 * What a person has to visit up to and including a day, the most overdue first: one query, eventually consistent.
 * `more` when there are more than `size`.
 */
export const todoOf = async (
  store: Store,
  staffId: string,
  through: LocalDate,
  size: number,
): Promise<{ readonly rows: AssignmentRow[]; readonly more: boolean }> => {
  const { rows, last } = await todoThrough(store, staffId, through, size);
  return { rows, more: last !== undefined };
};

/** Those of the campaigns that are there, in no order; strongly consistent. */
export const campaignsByIds = (store: Store, ids: readonly string[]): Promise<Stored<Campaign>[]> =>
  readCases(store, campaignType, ids);

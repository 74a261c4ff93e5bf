import type { Officer } from '../platform/contract/officer.ts';
import { addMinutes, type Instant, type LocalDate, localDateOf } from '../platform/runtime/time.ts';
import type { VisitEntry } from './visits.fields.ts';
import type { VisitRefusal } from './visits.problems.ts';
import type { Conflict, Visit } from './visits.states.ts';
import { limits, type VisitOutcome } from './visits.words.ts';

/** What the plan says of the household, as far as a visit is judged by it. */
export interface Planned {
  readonly assignee: Officer;
  readonly formerly: readonly { readonly id: string }[];
  readonly visited?: { readonly visit: string; readonly at: Instant; readonly by: Officer } | undefined;
}

interface Circumstances {
  readonly campaign: { readonly from: LocalDate } | undefined;
  readonly planned: Planned | undefined;
  readonly me: Officer;
  readonly now: Instant;
}

type Verdict = { readonly refusal: VisitRefusal } | { readonly conflict: Conflict | undefined };

/** Outcomes after which nobody has to come again; of the others there may be many. */
const isFinal = (outcome: VisitOutcome): boolean => outcome !== 'not-home' && outcome !== 'appointment';

/** What an accepted visit contradicts; both versions stay, and the lead decides. */
const conflictOf = (
  { at, outcome }: Pick<VisitEntry, 'at' | 'outcome'>,
  { assignee, visited }: Planned,
  me: Officer,
): Conflict | undefined => {
  if (visited && isFinal(outcome)) {
    const other = { visit: visited.visit, by: visited.by, at: visited.at };
    if (visited.by.id !== me.id) return { kind: 'already-visited', other };
    if (localDateOf(visited.at) === localDateOf(at)) return { kind: 'duplicate-visit', other };
  }
  return assignee.id === me.id ? undefined : { kind: 'reassigned', assignee };
};

/**
 * Whether a visit is taken in. It happened, so it is taken whenever it arrives: after the campaign ended, after the
 * household was given to somebody else (a phone without a signal couldn't know), after another visited. Refused is
 * what cannot have happened, or what was never this person's.
 */
export const judge = (
  entry: Pick<VisitEntry, 'at' | 'outcome' | 'appointment'>,
  { campaign, planned, me, now }: Circumstances,
): Verdict => {
  const { at, appointment } = entry;
  if (at > addMinutes(now, limits.clockAheadMinutes)) return { refusal: 'visit.in_future' };
  if (!campaign || !planned) return { refusal: 'visit.household_out_of_scope' };
  if (localDateOf(at) < campaign.from) return { refusal: 'visit.before_campaign' };
  const isMine = planned.assignee.id === me.id || planned.formerly.some(({ id }) => id === me.id);
  if (!isMine) return { refusal: 'visit.anothers_household' };
  if (appointment && appointment.day < localDateOf(at)) return { refusal: 'visit.appointment_past' };
  return { conflict: conflictOf(entry, planned, me) };
};

/** The lead's decision about a visit that contradicts another or the plan; made once. */
export const settle = (
  visit: Visit,
  settlement: NonNullable<Visit['settled']>,
): { readonly refusal: VisitRefusal } | { readonly next: Visit } => {
  if (!visit.conflict) return { refusal: 'visit.no_conflict' };
  if (visit.settled) return { refusal: 'visit.settled_already' };
  return { next: { ...visit, settled: settlement } };
};

import type { WorkingCalendar } from '../calendar/calendar.rules.ts';
import type { Officer } from '../platform/contract/officer.ts';
import type { Decision } from '../platform/ledger/change.ts';
import type { LedgerEvent } from '../platform/ledger/steps.ts';
import { type Instant, type LocalDate, localDateOf } from '../platform/runtime/time.ts';
import type { Assignment, AssignmentFacts, Next, Try } from './assignments.states.ts';
import type { CampaignRefusal } from './campaigns.problems.ts';
import { limits } from './campaigns.words.ts';
import { offPeakSlot } from './off-peak.rules.ts';

type AssignmentDecision = Decision<Assignment, CampaignRefusal>;
type Decided = Extract<AssignmentDecision, { next: Assignment }>;

/** When it became known, and by which calendar evenings and days off are proposed. */
interface Circumstances {
  readonly now: Instant;
  readonly calendar: WorkingCalendar;
}

const decided = (next: Assignment, type: string, data: LedgerEvent['data'] = {}): Decided => ({
  next,
  events: [{ type, data }],
});

/** What stays whatever becomes of the status: all but the fields that only one status has. */
const factsOf = (assignment: Assignment): AssignmentFacts => {
  const own = { next: undefined, visited: undefined, excluded: undefined };
  const { status: _, next: __, visited: ___, excluded: ____, ...facts } = { ...own, ...assignment };
  return facts;
};

/** The day somebody is to stand at the door: the planned one, or the one it was put off to. */
export const effectiveDay = (assignment: Assignment): LocalDate =>
  (assignment.status === 'planned' ? assignment.next?.day : undefined) ?? assignment.day;

/** In scope, and nobody was met: what the red list shows. */
export const isUnvisited = ({ status }: Assignment): boolean => status !== 'visited' && status !== 'excluded';

/** Two tries in office hours found nobody, and the proposed other one has not been made. */
export const waitsForOffPeak = (assignment: Assignment): boolean =>
  assignment.status === 'planned' && assignment.next?.why === 'off-peak';

/** What the tries say when nobody was met: the last that was not merely a closed door decides. */
const unmetStatus = (tries: readonly Try[]): 'planned' | 'refused' | 'empty' => {
  const last = tries.findLast(({ outcome }) => outcome !== 'not-home' && outcome !== 'met')?.outcome;
  if (last === 'refused') return 'refused';
  return last === 'vacant' || last === 'moved' ? 'empty' : 'planned';
};

/** How it stands by its tries, unless somebody was met. */
const unmet = (
  assignment: Assignment,
  facts: AssignmentFacts,
  agreed: Next | undefined,
  { now, calendar }: Circumstances,
): Assignment => {
  if (assignment.status === 'excluded')
    return { ...facts, status: 'excluded', excluded: assignment.excluded };
  const status = unmetStatus(facts.tries);
  if (status !== 'planned') return { ...facts, status };
  // The campaign is over: it is known now why nobody was met, but nobody is sent again.
  if (assignment.status === 'missed') return { ...facts, status: 'missed' };
  const next = agreed ?? offPeakSlot(facts.tries, now, calendar);
  return { ...facts, status, ...(next ? { next } : {}) };
};

/** An appointment somebody has already made and which is still to come. */
const standingAppointment = (assignment: Assignment, now: Instant): Next | undefined => {
  const next = assignment.status === 'planned' ? assignment.next : undefined;
  return next?.why === 'appointment' && next.day >= localDateOf(now) ? next : undefined;
};

/**
 * What a visit does to the assignment of its household. Entries come late and in any order, so the tries stand in
 * the order they happened, the earliest meeting is the visit, and what happened is never refused: a meeting counts
 * even where the household had been excluded.
 */
export const recordTry = (
  assignment: Assignment,
  happened: Try,
  appointment: Pick<Next, 'day' | 'slot'> | undefined,
  circumstances: Circumstances,
): Decided => {
  const facts = {
    ...factsOf(assignment),
    tries: [...assignment.tries, happened]
      .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
      .slice(-limits.tries),
    tried: assignment.tried + 1,
  };
  const { visit, at, by, outcome, offPeak } = happened;
  const event = { visit, outcome, offPeak, ...(appointment ? { appointment: { ...appointment } } : {}) };
  const before = assignment.status === 'visited' ? assignment.visited : undefined;
  const isEarliest = outcome === 'met' && (!before || at < before.at);
  const visited = isEarliest ? { visit, at, by } : before;
  if (visited) return decided({ ...facts, status: 'visited', visited }, 'tried', event);
  const agreed: Next | undefined = appointment
    ? { day: appointment.day, slot: appointment.slot, why: 'appointment' }
    : standingAppointment(assignment, circumstances.now);
  return decided(unmet(assignment, facts, agreed, circumstances), 'tried', event);
};

/** A visit that was found not to count is taken back, with all that followed from it. */
export const withdrawTry = (
  assignment: Assignment,
  visit: string,
  circumstances: Circumstances,
): Decided | undefined => {
  const before = assignment.status === 'visited' ? assignment.visited : undefined;
  const tries = assignment.tries.filter((one) => one.visit !== visit);
  if (tries.length === assignment.tries.length && before?.visit !== visit) return undefined;
  const facts = { ...factsOf(assignment), tries, tried: assignment.tried - 1 };
  const met = tries.find(({ outcome }) => outcome === 'met');
  const other = met && { visit: met.visit, at: met.at, by: met.by };
  const visited = before && before.visit !== visit ? before : other;
  const next: Assignment = visited
    ? { ...facts, status: 'visited', visited }
    : unmet(assignment, facts, standingAppointment(assignment, circumstances.now), circumstances);
  return decided(next, 'try-withdrawn', { visit });
};

/** To somebody else, or for another planned day; an appointment or a proposed evening goes with it. */
export const reassign = (
  assignment: Assignment,
  to: { readonly assignee: Officer; readonly day: LocalDate },
  now: Instant,
): AssignmentDecision => {
  if (assignment.status !== 'planned') return { refusal: 'campaign.assignment_not_planned' };
  const { assignee, day, formerly } = assignment;
  const isOther = assignee.id !== to.assignee.id;
  return decided(
    {
      ...assignment,
      assignee: to.assignee,
      day: to.day,
      formerly: isOther
        ? [...formerly, { ...assignee, until: now }].slice(-limits.formerly)
        : assignment.formerly,
    },
    'reassigned',
    { from: { assignee: assignee.id, day }, to: { assignee: to.assignee.id, day: to.day } },
  );
};

/** One household by hand: the day said now also takes the place of an evening or appointment there was. */
export const planFor = (
  assignment: Assignment,
  to: { readonly assignee: Officer; readonly day: LocalDate },
  now: Instant,
): AssignmentDecision => {
  const decision = reassign(assignment, to, now);
  if ('refusal' in decision) return decision;
  return { ...decision, next: { ...factsOf(decision.next), status: 'planned' } };
};

export const exclude = (
  assignment: Assignment,
  excluded: { readonly by: Officer; readonly at: Instant; readonly reason: string },
): AssignmentDecision => {
  if (assignment.status === 'visited') return { refusal: 'campaign.assignment_visited' };
  if (assignment.status === 'excluded') return { refusal: 'campaign.assignment_excluded' };
  const { reason } = excluded;
  return decided({ ...factsOf(assignment), status: 'excluded', excluded }, 'excluded', { reason });
};

/** Back to where its tries leave it. */
export const reinstate = (
  assignment: Assignment,
  reason: string,
  circumstances: Circumstances,
): AssignmentDecision => {
  if (assignment.status !== 'excluded') return { refusal: 'campaign.assignment_not_excluded' };
  const facts = factsOf(assignment);
  const open: Assignment = { ...facts, status: 'planned' };
  return decided(unmet(open, facts, undefined, circumstances), 'reinstated', { reason });
};

/** The campaign ended before anybody was met; undefined where that was settled otherwise. */
export const miss = (assignment: Assignment): Decided | undefined =>
  assignment.status === 'planned'
    ? decided({ ...factsOf(assignment), status: 'missed' }, 'missed')
    : undefined;

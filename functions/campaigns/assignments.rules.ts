import type { WorkingCalendar } from '../calendar/calendar.rules.ts';
import type { Decision } from '../platform/ledger/change.ts';
import { type Instant, type LocalDate, localDateOf } from '../platform/runtime/time.ts';
import type { Assignment, Next, Try } from './assignments.states.ts';
import type { CampaignRefusal } from './campaigns.problems.ts';
import type { Person } from './campaigns.states.ts';
import { limits } from './campaigns.words.ts';
import { offPeakSlot } from './off-peak.rules.ts';

type AssignmentDecision = Decision<Assignment, CampaignRefusal>;

/** The day a person is to stand at the door: the planned one, or the one it was put off to. */
export const effectiveDay = ({ day, next }: Pick<Assignment, 'day' | 'next'>): LocalDate => next?.day ?? day;

/** Whether a visit is still owed. */
export const isOpen = ({ status }: Pick<Assignment, 'status'>): boolean => status === 'planned';

/** Whether the household counts in the campaign and has not been visited: the red list. */
export const isUnvisited = ({ status }: Pick<Assignment, 'status'>): boolean =>
  status !== 'visited' && status !== 'excluded';

export const reassign = (
  assignment: Assignment,
  to: Person,
  by: Person,
  now: Instant,
): AssignmentDecision => {
  if (!isUnvisited(assignment)) return { refusal: 'assignment.settled' };
  const { assignee, formerly } = assignment;
  return {
    next: {
      ...assignment,
      assignee: to,
      formerly: [...formerly, { ...assignee, until: now }].slice(-limits.tries),
    },
    events: [{ type: 'reassigned', data: { from: assignee.id, to: to.id, by: by.id } }],
  };
};

export const exclude = (
  assignment: Assignment,
  reason: string,
  by: Person,
  at: Instant,
): AssignmentDecision =>
  isUnvisited(assignment)
    ? {
        next: { ...assignment, status: 'excluded', excluded: { reason, by, at } },
        events: [{ type: 'excluded', data: { reason } }],
      }
    : { refusal: 'assignment.settled' };

/** Back to be visited: one that was taken out, one that stood empty, one that did not want a visit. */
export const reinstate = (assignment: Assignment, reason: string): AssignmentDecision => {
  const { excluded: _, ...rest } = assignment;
  return assignment.status === 'planned' || assignment.status === 'visited'
    ? { refusal: 'assignment.not_out' }
    : { next: { ...rest, status: 'planned' }, events: [{ type: 'reinstated', data: { reason } }] };
};

/** Another day for one household, by hand. */
export const putOff = (assignment: Assignment, next: Next): AssignmentDecision =>
  isOpen(assignment)
    ? { next: { ...assignment, next }, events: [{ type: 'put-off', data: { ...next } }] }
    : { refusal: 'assignment.settled' };

const statusAfter = ({ status }: Assignment, outcome: Try['outcome']): Assignment['status'] => {
  // What happened once stays: a later entry that found nobody does not take a visit back.
  if (status === 'visited' || outcome === 'met') return 'visited';
  if (status === 'excluded') return status;
  if (outcome === 'refused') return 'refused';
  if (outcome === 'vacant' || outcome === 'moved') return 'empty';
  return 'planned';
};

const nextAfter = (
  assignment: Assignment,
  tries: readonly Try[],
  appointment: Next | undefined,
  today: LocalDate,
  calendar: WorkingCalendar,
): Next | undefined => {
  if (appointment) return appointment;
  const proposed = offPeakSlot(tries, today, calendar);
  return proposed ?? (assignment.next && assignment.next.day > today ? assignment.next : undefined);
};

/**
 * What a visit does to its household's assignment. Whatever order entries come in, the tries stand in the order
 * they happened and the first meeting is the visit.
 */
export const recordTry = (
  assignment: Assignment,
  happened: Try,
  appointment: { readonly day: LocalDate; readonly slot: Next['slot'] } | undefined,
  now: Instant,
  calendar: WorkingCalendar,
): Extract<AssignmentDecision, { next: Assignment }> => {
  const tries = [...assignment.tries, happened].sort((a, b) => (a.at < b.at ? -1 : 1)).slice(-limits.tries);
  const status = statusAfter(assignment, happened.outcome);
  const isFirstMeeting =
    happened.outcome === 'met' && !(assignment.visited && assignment.visited.at <= happened.at);
  const visited = isFirstMeeting ? happened : assignment.visited;
  const { next: _, visited: __, ...rest } = assignment;
  const agreed = appointment && { ...appointment, why: 'appointment' as const };
  const next =
    status === 'planned' ? nextAfter(assignment, tries, agreed, localDateOf(now), calendar) : undefined;
  return {
    next: {
      ...rest,
      ...{ status, tries, tried: assignment.tried + 1 },
      ...(visited ? { visited } : {}),
      ...(next ? { next } : {}),
    },
    events: [
      {
        type: 'tried',
        data: { visit: happened.visit, outcome: happened.outcome, offPeak: happened.offPeak },
      },
    ],
  };
};

/** A visit that was found not to count is taken back, with all that followed from it. */
export const withdrawTry = (
  assignment: Assignment,
  visit: string,
): Extract<AssignmentDecision, { next: Assignment }> => {
  const tries = assignment.tries.filter((one) => one.visit !== visit);
  const { visited: _, ...rest } = assignment;
  const met = tries.find(({ outcome }) => outcome === 'met');
  const stays = assignment.visited && assignment.visited.visit !== visit ? assignment.visited : met;
  const status = assignment.status === 'excluded' ? 'excluded' : stays ? 'visited' : 'planned';
  return {
    next: {
      ...rest,
      status,
      tries,
      tried: Math.max(0, assignment.tried - 1),
      ...(stays ? { visited: stays } : {}),
    },
    events: [{ type: 'try-withdrawn', data: { visit } }],
  };
};

import { deadline, type WorkingCalendar } from '../calendar/calendar.rules.ts';
import type { Decision } from '../platform/ledger/change.ts';
import type { Instant } from '../platform/runtime/time.ts';
import type { Check, Discrepancy } from './checks.states.ts';
import { isOwnWork } from './inspections.actions.ts';
import type { InspectionRefusal } from './inspections.problems.ts';
import type { Act } from './inspections.rules.ts';
import { limits } from './inspections.words.ts';
import type { Accepted, Done, Due, Open, Rectification, Withdrawn } from './rectifications.states.ts';

type RectificationDecision<S extends Rectification = Rectification> = Decision<S, InspectionRefusal>;

export interface CalendarAct extends Act {
  readonly calendar: WorkingCalendar;
}

const refuse = (refusal: InspectionRefusal): { readonly refusal: InspectionRefusal } => ({ refusal });

/** At 24:00 of the last of so many working days; the day it was found isn't counted. */
export const dueAfter = (calendar: WorkingCalendar, from: Instant, workingDays: number): Due => {
  const { dueAt, dueDate, provisional } = deadline(calendar, from, workingDays);
  return { workingDays, dueAt, dueDate, provisional };
};

/** What every rectification has, without the fields of the state it was in. */
const commonOf = (rectification: Rectification): Omit<Open, 'state'> => {
  const { inspection, check, visit, village, address, kind, what, responsible } = rectification;
  const { issuedBy, issuedAt, due, returns } = rectification;
  return {
    ...{ inspection, check, visit, village, address, kind, what, responsible },
    ...{ issuedBy, issuedAt, due, returns },
  };
};

const issue = (check: Check, found: Discrepancy, { by, now, calendar }: CalendarAct): Open | undefined =>
  found.responsible && {
    state: 'open',
    inspection: check.inspection,
    check: check.n,
    visit: check.visit,
    village: check.village,
    address: check.address,
    kind: found.kind,
    what: found.what,
    responsible: found.responsible,
    issuedBy: by,
    issuedAt: now,
    due: dueAfter(calendar, now, found.workingDays),
    returns: [],
  };

const saysTheSame = (standing: Rectification, found: Discrepancy): boolean =>
  standing.what === found.what &&
  standing.responsible.id === found.responsible?.id &&
  // Sent back, it has a due day of its own.
  (standing.returns.length > 0 || standing.due.workingDays === found.workingDays);

/**
 * What a check, recorded now, makes of the rectification of one kind that may stand already: issued, changed,
 * withdrawn, or left alone. What was reported as put right is decided on first.
 * @returns undefined when nothing changes.
 */
export const settle = (
  check: Check,
  standing: Rectification | undefined,
  found: Discrepancy | undefined,
  act: CalendarAct,
): RectificationDecision | undefined => {
  const wanted = found && issue(check, found, act);
  if (!standing || standing.state === 'withdrawn') {
    return wanted && { next: wanted, events: [{ type: 'issued', data: { what: wanted.what } }] };
  }
  if (wanted && found && saysTheSame(standing, found)) return undefined;
  if (standing.state !== 'open') return refuse('inspection.rectification_underway');
  if (!wanted) {
    const next: Withdrawn = {
      ...commonOf(standing),
      state: 'withdrawn',
      withdrawn: { by: act.by, at: act.now },
    };
    return { next, events: [{ type: 'withdrawn', data: {} }] };
  }
  const next: Open = { ...standing, what: wanted.what, responsible: wanted.responsible, due: wanted.due };
  return { next, events: [{ type: 'changed', data: { what: wanted.what } }] };
};

export const complete = (
  rectification: Rectification,
  what: string,
  photos: Done['done']['photos'],
  { by, now }: Act,
): RectificationDecision<Done> => {
  if (rectification.state !== 'open') return refuse('rectification.transition_not_allowed');
  const inTime = now < rectification.due.dueAt;
  return {
    next: { ...rectification, state: 'done', done: { what, photos, by, at: now, inTime } },
    events: [{ type: 'done', data: { what, inTime } }],
  };
};

export const accept = (
  rectification: Rectification,
  note: string | undefined,
  act: Act,
): RectificationDecision<Accepted> => {
  if (rectification.state !== 'done') return refuse('rectification.transition_not_allowed');
  if (isOwnWork(rectification, act.by.id)) return refuse('rectification.own_work');
  return {
    next: { ...rectification, state: 'accepted', accepted: { note, by: act.by, at: act.now } },
    events: [{ type: 'accepted', data: { note: note ?? '' } }],
  };
};

/** Not put right: open again, with a due day counted from now. */
export const sendBack = (
  rectification: Rectification,
  reason: string,
  workingDays: number,
  act: CalendarAct,
): RectificationDecision<Open> => {
  if (rectification.state !== 'done') return refuse('rectification.transition_not_allowed');
  if (isOwnWork(rectification, act.by.id)) return refuse('rectification.own_work');
  if (rectification.returns.length >= limits.returns) return refuse('rectification.returns_full');
  const { done } = rectification;
  const due = dueAfter(act.calendar, act.now, workingDays);
  return {
    next: {
      ...commonOf(rectification),
      state: 'open',
      due,
      returns: [...rectification.returns, { reason, by: act.by, at: act.now, done }],
    },
    events: [{ type: 'sent-back', data: { reason, dueDate: due.dueDate } }],
  };
};

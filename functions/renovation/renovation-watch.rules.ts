import type { WorkingCalendar } from '../calendar/calendar.rules.ts';
import type { Instant } from '../platform/runtime/time.ts';
import { resetClock } from './renovation.clock.rules.ts';
import { decided, type RenovationDecision, type When } from './renovation.rules.ts';
import type { Renovation } from './renovation.states.ts';
import { endNotice } from './renovation-notice.rules.ts';
import type { StepClock } from './renovation-parts.states.ts';
import { openFollowUps } from './renovation-works.rules.ts';

type Clocked = Extract<Renovation, { readonly clock: StepClock }>;

const isClocked = (renovation: Renovation): renovation is Clocked => 'clock' in renovation;

/** A public notice lasts as long as its clock says. */
const withClock = (renovation: Clocked, clock: StepClock): Renovation =>
  renovation.state === 'noticed'
    ? { ...renovation, clock, notice: { ...renovation.notice, until: clock.dueAt } }
    : { ...renovation, clock };

/**
 * What time has done to an application by `now`: its notice is over, a step is overdue, or somebody has to be asked
 * how it is. Each exactly once; undefined when there is nothing.
 */
export const watch = (renovation: Renovation, when: When): RenovationDecision | undefined => {
  if (renovation.state === 'paid') return openFollowUps(renovation, when);
  if (renovation.state === 'noticed') {
    const ended = endNotice(renovation, when);
    if (ended) return ended;
  }
  if (!isClocked(renovation)) return undefined;
  const { clock } = renovation;
  if (clock.overdueAt !== undefined || when.now < clock.dueAt) return undefined;
  return decided(withMark(renovation, clock, when.now), 'overdue', { dueAt: clock.dueAt });
};

const withMark = (renovation: Clocked, clock: StepClock, now: Instant): Renovation => ({
  ...renovation,
  clock: { ...clock, overdueAt: now },
});

/** The same promise by a newly loaded calendar; undefined when that changes nothing. */
export const recompute = (
  renovation: Renovation,
  now: Instant,
  calendar: WorkingCalendar,
): RenovationDecision | undefined => {
  if (!isClocked(renovation)) return undefined;
  const { clock } = renovation;
  const fresh = resetClock(calendar, clock, now);
  if (fresh.calendarVersion === clock.calendarVersion) return undefined;
  return decided(withClock(renovation, fresh), 'deadline-recomputed', {
    from: clock.dueAt,
    to: fresh.dueAt,
    calendarVersion: fresh.calendarVersion,
    provisional: fresh.provisional,
  });
};

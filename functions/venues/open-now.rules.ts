import {
  addDays,
  addMinutes,
  type Instant,
  type LocalDate,
  localDateOf,
  startOfDay,
} from '../platform/runtime/time.ts';
import { dayPlan, type IsHoliday, type VenueHours } from './day-plan.rules.ts';
import { minuteOn, minutesPerDay } from './spans.rules.ts';

/** Whether a venue is to be open at a moment, and when that changes; `changesAt` is not there when no change is in sight. */
export interface OpenNow {
  readonly open: boolean;
  readonly changesAt: Instant | undefined;
}

/** Days looked ahead for the next opening: a closure can be longer, but then its days say more than a date. */
const daysAhead = 14;

interface Hours {
  readonly from: Instant;
  readonly to: Instant;
}

const instantOf = (day: LocalDate, minute: number): Instant => addMinutes(startOfDay(day), minute);

/**
 * By the timetable, not by the record: what somebody on their way wants to know. Hours that go on at midnight are one
 * opening, so that it never closes and opens at once.
 */
export const openNow = (hours: VenueHours, now: Instant, isHoliday: IsHoliday): OpenNow => {
  const today = localDateOf(now);
  let current: Hours | undefined;
  for (let ahead = 0; ahead <= daysAhead; ahead++) {
    const day = addDays(today, ahead);
    for (const { from, to } of dayPlan(hours, day, isHoliday).planned) {
      if (ahead === 0 && to <= minuteOn(day, now)) continue;
      const next = { from: instantOf(day, from), to: instantOf(day, to) };
      if (!current && next.from > now) return { open: false, changesAt: next.from };
      if (current && current.to < next.from) return { open: true, changesAt: current.to };
      current = { from: current?.from ?? next.from, to: next.to };
    }
    // Only hours until midnight can go on with the next day's.
    if (current && current.to < instantOf(day, minutesPerDay)) return { open: true, changesAt: current.to };
  }
  return { open: current !== undefined, changesAt: undefined };
};

import {
  addDays,
  addMinutes,
  dayOfWeek,
  type Instant,
  type LocalDate,
  startOfDay,
} from '../platform/runtime/time.ts';
import { minuteOf, minutesPerDay } from '../venues/spans.rules.ts';
import type { DatesRule } from './programme.fields.ts';

export interface TimeSpan {
  readonly from: Instant;
  readonly to: Instant;
}

type DayTimes = DatesRule['times'][number];

const spanOn = (day: LocalDate, { from, to, nextDay }: DayTimes): TimeSpan => {
  const midnight = startOfDay(day);
  return {
    from: addMinutes(midnight, minuteOf(from)),
    to: addMinutes(midnight, minuteOf(to) + (nextDay ? minutesPerDay : 0)),
  };
};

/**
 * Every date a rule makes, in order. Days are those of Asia/Shanghai; the first and the last are in it.
 * @param isHoliday whether a day is off by the holiday notice.
 * @param most so many and one more, then it stops: enough to see that there are too many.
 */
export const datesOf = (
  rule: DatesRule,
  isHoliday: (day: LocalDate) => boolean,
  most = Number.POSITIVE_INFINITY,
): TimeSpan[] => {
  const dates: TimeSpan[] = [];
  const leftOut = new Set(rule.except);
  for (let day = rule.from; day <= rule.until && dates.length <= most; day = addDays(day, 1)) {
    if (!rule.weekdays.includes(dayOfWeek(day)) || leftOut.has(day)) continue;
    if (rule.skipHolidays && isHoliday(day)) continue;
    dates.push(...rule.times.map((times) => spanOn(day, times)));
  }
  return dates.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
};

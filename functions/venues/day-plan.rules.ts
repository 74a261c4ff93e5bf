import { dayOfWeek, type LocalDate } from '../platform/runtime/time.ts';
import {
  intersection,
  type Minutes,
  minutesOf,
  minutesPerDay,
  spanOf,
  union,
  without,
} from './spans.rules.ts';
import type { Span, Timetable, VenueException } from './venues.states.ts';

/** What of a venue its hours follow from; a row of a list has it as well as the venue itself. */
export interface VenueHours {
  readonly timetables: readonly Timetable[];
  readonly exceptions: readonly Pick<VenueException, 'kind' | 'from' | 'to' | 'span' | 'short'>[];
}

/** Whether a day is off by the holiday notice. A plain function, so that a page can ask with the days it was sent. */
export type IsHoliday = (day: LocalDate) => boolean;

/** One day of a venue in minutes. All but `promised` are parts of it, and share nothing. */
export interface DayPlan {
  /** What the timetable and additional openings say, closures and holidays not taken off. */
  readonly promised: readonly Minutes[];
  /** When it is really to be open. */
  readonly planned: readonly Minutes[];
  readonly holiday: readonly Minutes[];
  readonly announced: readonly Minutes[];
  readonly shortNotice: readonly Minutes[];
}

export const timetableOn = (timetables: readonly Timetable[], day: LocalDate): Timetable | undefined =>
  timetables.find(({ from, to }) => from <= day && (to === undefined || day <= to));

const spansOf = (spans: readonly Span[] = []): readonly Minutes[] => union(spans.map(minutesOf));

const wholeDay: Minutes = { from: 0, to: minutesPerDay };

/** The days' own hours instead of the usual ones: undefined on every day that is no holiday. */
const holidayHours = (
  timetable: Timetable | undefined,
  day: LocalDate,
  isHoliday: IsHoliday,
): readonly Minutes[] | undefined => {
  if (!timetable || timetable.holidays.rule === 'as-week' || !isHoliday(day)) return undefined;
  return timetable.holidays.rule === 'spans' ? spansOf(timetable.holidays.spans) : [];
};

/** How a venue's day is planned. A closure goes before an additional opening; one announced in time before one that was not. */
export const dayPlan = (
  { timetables, exceptions }: VenueHours,
  day: LocalDate,
  isHoliday: IsHoliday,
): DayPlan => {
  const timetable = timetableOn(timetables, day);
  const usual = spansOf(timetable?.week[dayOfWeek(day) - 1]);
  const instead = holidayHours(timetable, day, isHoliday);
  const ofDay = exceptions.filter(({ from, to }) => from <= day && day <= to);
  const minutesFor = (which: (exception: (typeof ofDay)[number]) => boolean): readonly Minutes[] =>
    union(ofDay.filter(which).map(({ span }) => (span ? minutesOf(span) : wholeDay)));
  const additional = minutesFor(({ kind }) => kind === 'open');
  const closed = minutesFor(({ kind, short }) => kind === 'closed' && !short);
  const closedShort = minutesFor(({ kind, short }) => kind === 'closed' && short);
  const promised = union(usual, instead ?? [], additional);
  const open = union(instead ?? usual, additional);
  return {
    promised,
    planned: without(without(open, closed), closedShort),
    holiday: without(promised, open),
    announced: intersection(open, closed),
    shortNotice: without(intersection(open, closedShort), closed),
  };
};

/** When a venue is to be open on a day, closures and holidays taken off; what rooms and sessions are planned by. */
export const plannedSpans = (hours: VenueHours, day: LocalDate, isHoliday: IsHoliday): Span[] =>
  dayPlan(hours, day, isHoliday).planned.map(spanOf);

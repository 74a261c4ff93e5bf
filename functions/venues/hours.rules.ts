import { isWorkingDay, type WorkingCalendar } from '../calendar/calendar.rules.ts';
import { daysOfWeek } from '../calendar/iso-weeks.rules.ts';
import { officeHoursOf } from '../calendar/office-hours.rules.ts';
import { type Instant, type LocalDate, localDateOf, startOfDay } from '../platform/runtime/time.ts';
import { type DayPlan, dayPlan, type VenueHours } from './day-plan.rules.ts';
import type { Missing, Recorded } from './openings.states.ts';
import {
  intersection,
  lengthOf,
  type Minutes,
  minuteSince,
  minutesPerDay,
  spanOf,
  timeOf,
  union,
  without,
} from './spans.rules.ts';
import type { DayHours, WeekHours } from './venues.views.ts';
import { explainedReasons, type MissingReason, type VenuePolicy } from './venues.words.ts';

/** Whatever part of a day is asked about must be counted by its minutes, once. */
type Figures = Pick<
  DayHours,
  | 'planned'
  | 'actual'
  | 'extra'
  | 'ahead'
  | 'explained'
  | 'offPeakPlanned'
  | 'offPeakActual'
  | 'offPeakAhead'
  | 'offPeakExplained'
>;

/**
 * When an opening whose closing nobody recorded counts as over. On the day itself the venue is open until now, or
 * until the last planned minute; once the day is over, only until the end of the planned hours it began in.
 */
const endOfUnclosed = (from: number, promised: readonly Minutes[], now: number, isOver: boolean): number => {
  const hours = promised.filter(({ to }) => to > from);
  if (isOver) return hours[0]?.to ?? from;
  return Math.max(from, Math.min(now, hours.at(-1)?.to ?? now));
};

interface Counted {
  /** In order; an opening that counts for nothing is there as an empty one. */
  readonly recorded: readonly Minutes[];
  /** The day is over and its last opening has no closing. */
  readonly noClosing: boolean;
}

/** A day by its midnight, and the minute of it that has come; 1440 once it is over. */
interface Passing {
  readonly midnight: Instant;
  readonly now: number;
}

const countedOf = (
  spans: readonly Pick<Recorded, 'from' | 'to'>[],
  promised: readonly Minutes[],
  { midnight, now }: Passing,
): Counted => {
  const isOver = now === minutesPerDay;
  const recorded = spans.map(({ from: opened, to: closed }): Minutes => {
    const from = minuteSince(midnight, opened);
    const to = closed === undefined ? undefined : minuteSince(midnight, closed);
    return { from, to: to ?? endOfUnclosed(from, promised, now, isOver) };
  });
  return {
    recorded: recorded.sort((a, b) => a.from - b.from),
    noClosing: isOver && spans.some(({ to }) => to === undefined),
  };
};

/** Why planned minutes at this place of the day were not kept, when nothing was announced. */
const unannounced = (at: number, { recorded, noClosing }: Counted): MissingReason => {
  const [first] = recorded;
  if (!first) return 'not-recorded';
  if (at < first.from) return 'opened-late';
  const isAfterAll = recorded.every(({ to }) => to <= at);
  if (!isAfterAll) return 'closed-between';
  return noClosing ? 'no-closing' : 'closed-early';
};

/** Every missing minute with its reason, in the order of the day. */
const missingOf = (
  day: LocalDate,
  missing: readonly Minutes[],
  plan: DayPlan,
  counted: Counted,
): Missing[] => {
  const parts = (set: readonly Minutes[], why: MissingReason) =>
    intersection(missing, set).map((part) => ({ part, why }));
  const unsaid = without(missing, [...plan.holiday, ...plan.announced, ...plan.shortNotice]);
  return [
    ...parts(plan.holiday, 'holiday'),
    ...parts(plan.announced, 'closed-announced'),
    ...parts(plan.shortNotice, 'closed-short-notice'),
    ...unsaid.map((part) => ({ part, why: unannounced(part.from, counted) })),
  ]
    .sort((a, b) => a.part.from - b.part.from)
    .map(({ part: { from, to }, why }) => ({
      day,
      from: timeOf(from),
      to: timeOf(to),
      minutes: to - from,
      why,
    }));
};

interface Asked {
  readonly calendar: WorkingCalendar;
  readonly now: Instant;
}

/** One day: planned, open, and why what is missing is missing. Minutes that two openings share count once. */
export const dayHours = (
  venue: VenueHours,
  day: LocalDate,
  spans: readonly Pick<Recorded, 'from' | 'to'>[],
  { calendar, now }: Asked,
): DayHours => {
  const plan = dayPlan(venue, day, (date) => isWorkingDay(calendar, date).reason === 'holiday');
  const midnight = startOfDay(day);
  const passed = minuteSince(midnight, now);
  const counted = countedOf(spans, plan.promised, { midnight, now: passed });
  const actual = union(counted.recorded);
  const notKept = without(plan.promised, actual);
  const ahead = intersection(notKept, [{ from: passed, to: minutesPerDay }]);
  const gone = without(notKept, ahead);
  const missing = missingOf(day, gone, plan, counted);
  const explained = intersection(gone, [...plan.holiday, ...plan.announced]);
  const office = officeHoursOf(calendar, day);
  const offPeak = (set: readonly Minutes[]): number => lengthOf(without(set, office));
  return {
    day,
    planned: lengthOf(plan.promised),
    actual: lengthOf(actual),
    extra: lengthOf(without(actual, plan.promised)),
    ahead: lengthOf(ahead),
    explained: lengthOf(explained),
    offPeakPlanned: offPeak(plan.promised),
    offPeakActual: offPeak(actual),
    offPeakAhead: offPeak(ahead),
    offPeakExplained: offPeak(explained),
    hours: plan.planned.map(spanOf),
    open: actual.map(spanOf),
    noClosing: counted.noClosing,
    missing,
  };
};

const noFigures: Figures = {
  planned: 0,
  actual: 0,
  extra: 0,
  ahead: 0,
  explained: 0,
  offPeakPlanned: 0,
  offPeakActual: 0,
  offPeakAhead: 0,
  offPeakExplained: 0,
};

const sumOf = (a: Figures, b: Figures): Figures => ({
  planned: a.planned + b.planned,
  actual: a.actual + b.actual,
  extra: a.extra + b.extra,
  ahead: a.ahead + b.ahead,
  explained: a.explained + b.explained,
  offPeakPlanned: a.offPeakPlanned + b.offPeakPlanned,
  offPeakActual: a.offPeakActual + b.offPeakActual,
  offPeakAhead: a.offPeakAhead + b.offPeakAhead,
  offPeakExplained: a.offPeakExplained + b.offPeakExplained,
});

/** How a week stands against its promise; what is still to come counts as if it were kept. */
const judged = (
  figures: Figures,
  policy: VenuePolicy | undefined,
): Pick<WeekHours, 'gap' | 'meets' | 'policy'> => {
  if (!policy) return { gap: 0, meets: { planned: true, hours: true, offPeak: true } };
  const reached = figures.actual + figures.explained + figures.ahead;
  const offPeak = figures.offPeakActual + figures.offPeakExplained + figures.offPeakAhead;
  return {
    policy: policy.minutesPerWeek,
    gap: Math.max(0, policy.minutesPerWeek - reached),
    meets: {
      planned: figures.planned >= policy.minutesPerWeek,
      hours: reached >= policy.minutesPerWeek,
      offPeak: offPeak * policy.offPeakOneIn >= reached,
    },
  };
};

export type HoursOfWeek = Omit<WeekHours, 'venue' | 'week' | 'asOf'>;

/**
 * One ISO week of a venue from its timetables, exceptions and records: minutes planned and open, every missing one
 * explained, and whether the promise is kept. Needs nothing but what it is given; local time has no daylight saving.
 */
export const weekHours = (
  venue: VenueHours,
  monday: LocalDate,
  recordedOn: (day: LocalDate) => readonly Pick<Recorded, 'from' | 'to'>[],
  policy: VenuePolicy | undefined,
  asked: Asked,
): HoursOfWeek => {
  const week = daysOfWeek(monday);
  const days = week.map((day) => dayHours(venue, day, recordedOn(day), asked));
  const figures = days.reduce<Figures>(sumOf, noFigures);
  const last = week.at(-1) ?? monday;
  return {
    from: monday,
    to: last,
    ...figures,
    days,
    missing: days.flatMap(({ missing }) => missing),
    ...judged(figures, policy),
    over: last < localDateOf(asked.now),
  };
};

/** Whether a missing minute counts against the venue. */
export const isExplained = ({ why }: Pick<Missing, 'why'>): boolean => explainedReasons.includes(why);

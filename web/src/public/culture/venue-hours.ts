import {
  addDays,
  addMinutes,
  type Instant,
  type LocalDate,
  localDateOf,
} from '../../../../functions/platform/runtime/time.ts';
import {
  type DayPlan,
  dayPlan,
  timetableOn,
  type VenueHours,
} from '../../../../functions/venues/day-plan.rules.ts';
import { type OpenNow, openNow } from '../../../../functions/venues/open-now.rules.ts';
import { minutesPerDay, spanOf } from '../../../../functions/venues/spans.rules.ts';
import { formatDate, formatTime, weekdayNames } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { venueWords } from '../public.words.ts';

const { t } = venueWords;

/** What the hours of a list or of one venue are worked out with; `asOf` is the service's own clock. */
export interface HoursKnown {
  readonly holidays: readonly LocalDate[];
  readonly asOf: Instant;
}

export const openStateOf = (venue: VenueHours, { holidays, asOf }: HoursKnown): OpenNow =>
  openNow(venue, asOf, (day) => holidays.includes(day));

/** "Open, closes at 21:00" as somebody on their way wants to read it. */
export const openWords = ({ open, changesAt }: OpenNow, asOf: Instant): string => {
  if (changesAt === undefined) return t(open ? 'open.always' : 'open.not-soon');
  const today = localDateOf(asOf);
  const day = localDateOf(changesAt);
  const time = formatTime(changesAt);
  if (open) {
    // It closes at 24:00 of today, not at 00:00 of tomorrow.
    if (time === '00:00' && localDateOf(addMinutes(changesAt, -1)) === today)
      return t('open.until', { time: '24:00' });
    return day === today
      ? t('open.until', { time })
      : t('open.until-day', { day: formatDate(day, language()), time });
  }
  if (day === today) return t('closed.today', { time });
  return day === addDays(today, 1)
    ? t('closed.tomorrow', { time })
    : t('closed.until', { day: formatDate(day, language()), time });
};

/** The week of a timetable in a line, days with the same hours together: what a printed list can still say tomorrow. */
export const usualWords = ({ timetables }: VenueHours, asOf: Instant): string => {
  const names = weekdayNames(language());
  const groups: { hours: string; first: number; last: number }[] = [];
  for (const [day, spans] of (timetableOn(timetables, localDateOf(asOf))?.week ?? []).entries()) {
    const hours = spans.map(({ from, to }) => `${from}–${to}`).join(t('day.and'));
    const before = groups.at(-1);
    if (before?.hours === hours) before.last = day;
    else groups.push({ hours, first: day, last: day });
  }
  const daysOf = ({ first, last }: { first: number; last: number }): string => {
    if (last - first === 6) return t('hours.daily');
    return first === last ? `${names[first]}` : `${names[first]}–${names[last]}`;
  };
  return groups
    .filter(({ hours }) => hours !== '')
    .map((group) => `${daysOf(group)} ${group.hours}`)
    .join(t('hours.next'));
};

export interface DayLine {
  readonly day: LocalDate;
  readonly isToday: boolean;
  readonly hours: string;
  /** Why it is not what the timetable says. */
  readonly note: 'holiday' | 'closure' | undefined;
}

const hoursWords = ({ planned }: DayPlan): string => {
  const [first] = planned;
  if (!first) return t('day.closed');
  if (first.from === 0 && first.to === minutesPerDay) return t('day.always');
  return planned.map((minutes) => `${spanOf(minutes).from}–${spanOf(minutes).to}`).join(t('day.and'));
};

const noteOf = ({ holiday, announced, shortNotice }: DayPlan): DayLine['note'] => {
  if (announced.length > 0 || shortNotice.length > 0) return 'closure';
  return holiday.length > 0 ? 'holiday' : undefined;
};

/** Today and the six days after it. */
export const weekOf = (venue: VenueHours, { holidays, asOf }: HoursKnown): DayLine[] => {
  const today = localDateOf(asOf);
  return Array.from({ length: 7 }, (_, ahead) => {
    const day = addDays(today, ahead);
    const plan = dayPlan(venue, day, (date) => holidays.includes(date));
    return { day, isToday: ahead === 0, hours: hoursWords(plan), note: noteOf(plan) };
  });
};

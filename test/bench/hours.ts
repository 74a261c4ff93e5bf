import { workingCalendar } from '../../functions/calendar/calendar.rules.ts';
import { stateCouncilYears } from '../../functions/calendar/state-council-years.ts';
import {
  addDays,
  addMinutes,
  dayOfWeek,
  type LocalDate,
  parseInstant,
  parseLocalDate,
  startOfDay,
} from '../../functions/platform/runtime/time.ts';
import type { VenueHours } from '../../functions/venues/day-plan.rules.ts';
import { weekHours } from '../../functions/venues/hours.rules.ts';
import { venuePolicies } from '../../functions/venues/venues.words.ts';
import { median, timed } from './measure.ts';
import { atMost, type Options, type Report } from './report.ts';

/** The district of the reports. */
const venues = 169;
const weeks = 53;

const calendar = workingCalendar(stateCouncilYears);
const firstMonday = parseLocalDate('2025-12-29');
const now = parseInstant('2027-02-01T00:00:00Z');
const policy = venuePolicies['culture-centre'];

const day = [
  { from: '09:00', to: '12:00' },
  { from: '14:00', to: '18:00' },
];

/** Two seasons, closed on holidays, some closures; each venue a little different. */
const venueOf = (n: number): VenueHours => {
  const timetable = (no: number, from: string, to: string) => ({
    ...{ no, name: '季节', from: parseLocalDate(from), to: parseLocalDate(to) },
    week: [1, 2, 3, 4, 5, 6, 7].map(() => day),
    holidays: { rule: 'closed' as const },
  });
  return {
    timetables: [
      timetable(1, '2025-01-01', '2026-04-30'),
      timetable(2, '2026-05-01', '2026-10-31'),
      timetable(3, '2026-11-01', '2027-04-30'),
    ],
    exceptions: Array.from({ length: 6 }, (_, at) => {
      const from = addDays(firstMonday, at * 55 + (n % 50));
      return { kind: 'closed' as const, from, to: addDays(from, 1), short: at % 2 === 0 };
    }),
  };
};

/** Opened a few minutes late and closed again, twice a day, with a day now and then without any record. */
const recordsOf = (
  n: number,
): ReadonlyMap<LocalDate, { from: ReturnType<typeof startOfDay>; to: ReturnType<typeof startOfDay> }[]> =>
  new Map(
    Array.from({ length: weeks * 7 }, (_, at) => {
      const date = addDays(firstMonday, at);
      const midnight = startOfDay(date);
      const late = (n + at) % 7;
      const span = (from: number, to: number) => ({
        from: addMinutes(midnight, from + late),
        to: addMinutes(midnight, to),
      });
      const isSilent = (n + at) % 40 === 0 || dayOfWeek(date) === (n % 90) + 1;
      return [date, isSilent ? [] : [span(540, 720), span(840, 1080)]] as const;
    }),
  );

export default async ({ small }: Options): Promise<Report> => {
  const all = Array.from({ length: venues }, (_, n) => ({ hours: venueOf(n), records: recordsOf(n) }));
  let missing = 0;
  const year = async (): Promise<void> => {
    missing = 0;
    for (const { hours, records } of all) {
      for (let week = 0; week < weeks; week++) {
        const monday = addDays(firstMonday, week * 7);
        const counted = weekHours(hours, monday, (date) => records.get(date) ?? [], policy, {
          calendar,
          now,
        });
        missing += counted.missing.length;
      }
    }
  };
  const times: number[] = [];
  for (let round = 0; round < (small ? 3 : 9); round++) times.push(await timed(year));
  return {
    method: 'the pure rules alone, the median of the rounds, on one core',
    rows: [
      {
        what: `hours of ${venues} venues for a year`,
        ...atMost(median(times), 3_000),
        unit: 'ms',
        beside: `${(venues * weeks).toLocaleString('en')} weeks, ${missing.toLocaleString('en')} gaps explained`,
      },
    ],
  };
};

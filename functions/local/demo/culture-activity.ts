import { addDays, dayOfWeek, type LocalDate } from '../../platform/runtime/time.ts';
import type { EnrolmentFields, NewActivity, NewSessions } from '../../programme/programme.fields.ts';
import { type DemoNode, districtPath } from './district.ts';
import type { Random } from './random.ts';

/** Weekly dates: the first one, how many, and when on the day. */
export interface Series {
  readonly first: LocalDate;
  readonly weeks: number;
  readonly from: string;
  readonly to: string;
}

/** An activity of the demo before it is written down. */
export interface DemoActivity {
  readonly key: string;
  /** Undefined for the district's own. */
  readonly town: DemoNode | undefined;
  readonly fields: NewActivity;
  readonly series: Series;
  /** The venue of the demo it takes place at, by its key; otherwise somewhere in words. */
  readonly at: { readonly venue: string; readonly room?: number } | { readonly place: string };
  /** People at each date, by head-count; none for what is still ahead. */
  readonly people: readonly number[];
  readonly terms?: EnrolmentFields;
}

export const datesRule = ({ first, weeks, from, to }: Series): NewSessions['rule'] => ({
  ...{ from: first, until: addDays(first, 7 * (weeks - 1)), weekdays: [dayOfWeek(first)] },
  ...{ times: [{ from, to, nextDay: false }], except: [], skipHolidays: false },
});

/** †What the reports of the year say took place. */
export const reported = {
  film: { sessions: 240 },
  training: { sessions: 181, people: 4_000 },
  course: { sessions: 110, people: 2_000 },
  performance: { sessions: 60 },
  competition: { sessions: 11 },
} as const;

/** Days back to the first date: the platform was new then. */
const daysBack = 94;

/** A total in so many parts of believable size, whose sum is exactly the total. */
export const inParts = (total: number, parts: number, random: Random): number[] => {
  const each = Math.floor(total / parts);
  const all = Array.from({ length: parts }, () => each);
  for (let index = 0; index + 1 < parts; index += 2) {
    const shift = random.between(0, Math.floor(each / 2));
    all[index] = each + shift;
    all[index + 1] = each - shift;
  }
  const last = parts - 1;
  all[last] = (all[last] ?? 0) + (total - each * parts);
  return all;
};

export const officeOf = ({ path, name, kind }: DemoNode): NewActivity['organiser'] => {
  if (kind === 'town') return { path, name: `${name.zh}综合文化站` };
  return { path, name: `${name.zh}${name.zh.endsWith('村') ? '村民委员会' : '居民委员会'}` };
};
export const bureauOffice: NewActivity['organiser'] = {
  path: `${districtPath}/${districtPath}-wenlv`,
  name: '区文化和旅游局',
};

export const everyone: NewActivity['audience'] = { who: 'everyone' };

/** Gives every date of a kind its people, in the order of the activities. */
export const withPeople = (
  activities: readonly DemoActivity[],
  people: readonly number[],
): DemoActivity[] => {
  let given = 0;
  return activities.map((activity) => {
    const own = people.slice(given, given + activity.series.weeks);
    given += activity.series.weeks;
    return { ...activity, people: own };
  });
};

export const sized = (least: number, most: number, parts: number, random: Random): number[] =>
  Array.from({ length: parts }, () => random.between(least, most));

/** A day on which a series of so many weeks begins, so that all of it is over. */
export const beginning = (today: LocalDate, weeks: number, random: Random): LocalDate =>
  addDays(today, -random.between(7 * (weeks - 1) + 1, daysBack));

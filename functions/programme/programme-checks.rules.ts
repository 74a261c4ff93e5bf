import type { FieldProblem } from '../platform/contract/problems.ts';
import { isWithin } from '../platform/contract/roles.ts';
import { addDays, addMinutes, type Instant, localDateOf, minutesBetween } from '../platform/runtime/time.ts';
import { minuteOf } from '../venues/spans.rules.ts';
import type { TimeSpan } from './dates.rules.ts';
import type { ActivityDetails, DatesRule, EnrolmentFields, Where } from './programme.fields.ts';
import type { Session } from './programme.states.ts';
import { limits } from './programme.words.ts';

/** What can be wrong with an activity and its dates, by the stable code the site translates; `{n}` belongs to it. */
export const programmeMessages = {
  'programme.time_order': 'The end lies before the start.',
  'programme.session_long': 'One date lasts at most {n} hours.',
  'programme.session_past': 'This lies in the past.',
  'programme.session_far': 'This is more than {n} days ahead.',
  'programme.period_order': 'The last day lies before the first.',
  'programme.no_dates': 'There is no day like this in the period.',
  'programme.too_many_dates': 'These are more than {n} dates.',
  'programme.room_overlap': 'Two dates would be in this room at the same time ({n}).',
  'programme.room_without_venue': 'Say which venue the room is in.',
  'programme.place_required': 'Say where it takes place, or choose a venue.',
  'programme.ages_order': 'The highest age lies below the lowest.',
  'programme.village_outside': 'This village lies outside the place the activity counts for.',
  'programme.link_required': 'Say where the online course is found.',
  'programme.party_large': 'One phone has at most {n} places, so nobody could enrol this many.',
  'programme.opens_late': 'Enrolment would open after it has closed.',
  'programme.too_many_bookable': 'At most {n} dates can have places of their own.',
} as const;

export type ProgrammeFieldCode = keyof typeof programmeMessages;

const problem = (path: string, code: ProgrammeFieldCode, n: string | number = ''): FieldProblem => ({
  path,
  code,
  n: String(n),
  message: programmeMessages[code].replace('{n}', String(n)),
});

/** What is wrong with what an activity is. */
export const detailsProblems = (
  { audience: { fromAge, toAge }, villages, category, link }: ActivityDetails,
  node: string,
): FieldProblem[] => [
  ...(fromAge !== undefined && toAge !== undefined && toAge < fromAge
    ? [problem('audience.toAge', 'programme.ages_order')]
    : []),
  ...villages.flatMap((village, index) =>
    isWithin(village, node) ? [] : [problem(`villages.${index}`, 'programme.village_outside')],
  ),
  ...(category === 'online-course' && link === undefined ? [problem('link', 'programme.link_required')] : []),
];

/** What is wrong with where it takes place; whether there is such a venue and room is found out anyhow. */
export const whereProblems = ({ venue, room, place }: Where): FieldProblem[] => [
  ...(room !== undefined && venue === undefined ? [problem('room', 'programme.room_without_venue')] : []),
  ...(venue === undefined && place === undefined ? [problem('place', 'programme.place_required')] : []),
];

const timesProblems = (path: string, { from, to, nextDay }: DatesRule['times'][number]): FieldProblem[] => {
  // 24:00 is no beginning of anything on this day.
  if (from === '24:00') return [problem(`${path}.from`, 'programme.time_order')];
  if (!nextDay && to <= from) return [problem(`${path}.to`, 'programme.time_order')];
  return nextDay && minuteOf(to) > minuteOf(from)
    ? [problem(`${path}.to`, 'programme.session_long', limits.sessionHours)]
    : [];
};

/** What is wrong with a rule itself, before any date is made by it. */
export const ruleProblems = (rule: DatesRule, now: Instant): FieldProblem[] => {
  const today = localDateOf(now);
  return [
    ...(rule.from < today ? [problem('rule.from', 'programme.session_past')] : []),
    ...(rule.until < rule.from ? [problem('rule.until', 'programme.period_order')] : []),
    ...(rule.until > addDays(today, limits.aheadDays)
      ? [problem('rule.until', 'programme.session_far', limits.aheadDays)]
      : []),
    ...rule.times.flatMap((times, index) => timesProblems(`rule.times.${index}`, times)),
  ];
};

/** What is wrong with the dates a rule has made. */
export const datesProblems = (dates: readonly TimeSpan[], now: Instant): FieldProblem[] => {
  const [first] = dates;
  if (!first) return [problem('rule.weekdays', 'programme.no_dates')];
  if (dates.length > limits.sessions) {
    return [problem('rule.until', 'programme.too_many_dates', limits.sessions)];
  }
  return first.from <= now ? [problem('rule.times.0.from', 'programme.session_past')] : [];
};

/** What is wrong with one date at these times. */
export const spanProblems = ({ from, to }: TimeSpan, now: Instant): FieldProblem[] => [
  ...(to <= from ? [problem('to', 'programme.time_order')] : []),
  ...(minutesBetween(from, to) > limits.sessionHours * 60
    ? [problem('to', 'programme.session_long', limits.sessionHours)]
    : []),
  ...(from <= now ? [problem('from', 'programme.session_past')] : []),
  ...(from > addMinutes(now, limits.aheadDays * 24 * 60)
    ? [problem('from', 'programme.session_far', limits.aheadDays)]
    : []),
];

type InRoom = TimeSpan & Pick<Session, 'venue' | 'room'>;

/** Dates of one activity that would be in one room at the same time: the first of them. */
export const roomProblems = (dates: readonly InRoom[], there: readonly Session[]): FieldProblem[] => {
  const taken: InRoom[] = there.filter(({ state }) => state !== 'cancelled');
  for (const date of dates) {
    if (date.room === undefined) continue;
    const other = taken.find(
      ({ venue, room, from, to }) =>
        venue === date.venue && room === date.room && from < date.to && date.from < to,
    );
    if (other) return [problem('room', 'programme.room_overlap', date.from)];
    taken.push(date);
  }
  return [];
};

/** What is wrong with terms of enrolment, for the dates that are not cancelled. */
export const enrolmentProblems = (terms: EnrolmentFields, sessions: readonly Session[]): FieldProblem[] => {
  if (terms.per === 'none') return [];
  const { per, party, perPhone, opensAt, closes } = terms;
  const starts = sessions
    .filter(({ state }) => state !== 'cancelled')
    .map(({ from }) => from)
    .sort();
  const deciding = per === 'whole' ? starts[0] : starts.at(-1);
  return [
    ...(party > perPhone ? [problem('party', 'programme.party_large', perPhone)] : []),
    ...(deciding !== undefined && opensAt >= addMinutes(deciding, -closes)
      ? [problem('opensAt', 'programme.opens_late')]
      : []),
    ...(per === 'session' && sessions.length > limits.bookableSessions
      ? [problem('per', 'programme.too_many_bookable', limits.bookableSessions)]
      : []),
  ];
};

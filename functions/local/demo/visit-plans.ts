import {
  addDays,
  addMinutes,
  dayOfWeek,
  type Instant,
  type LocalDate,
  localDateOf,
  startOfDay,
} from '../../platform/runtime/time.ts';
import type { VisitOutcome } from '../../visits/visits.words.ts';
import { type IssueText, issueTexts } from './issue-texts.ts';
import type { Random } from './random.ts';

/** †6,761 households visited, 347 issues found. */
export const visitedCount = 6_761;
export const issuesFound = 347;

/** One knock at one door. */
export interface Knock {
  readonly at: Instant;
  readonly outcome: VisitOutcome;
  /** What the people at the door brought up. */
  readonly issue: IssueText | undefined;
  readonly satisfaction: 1 | 2 | 3 | 4 | 5 | undefined;
}

/** Somebody's door as it was planned. */
export interface PlannedDoor {
  readonly household: string;
  readonly day: LocalDate;
  /** Left for whoever tries the demo. */
  readonly isLeft: boolean;
}

const inOfficeHours = (day: LocalDate, random: Random): Instant =>
  addMinutes(
    startOfDay(day),
    random.chance(0.5) ? random.between(8 * 60 + 40, 11 * 60 + 40) : random.between(14 * 60 + 10, 17 * 60),
  );
const inTheEvening = (day: LocalDate, random: Random): Instant =>
  addMinutes(startOfDay(day), random.between(18 * 60 + 5, 20 * 60 + 20));

/** The weekdays from the first day of the campaign to yesterday. */
const pastWeekdays = (from: LocalDate, yesterday: LocalDate): LocalDate[] => {
  const days: LocalDate[] = [];
  for (let day = from; day <= yesterday; day = addDays(day, 1)) if (dayOfWeek(day) < 6) days.push(day);
  return days;
};

/** Times found out and in which order: most at once, some at the second try, some only in the evening. */
const triesBefore = (random: Random): number => {
  if (random.chance(0.8)) return 0;
  return random.chance(0.65) ? 1 : 2;
};

/** How the doors that are still open came to be so. */
const endings = ['not-home', 'not-home', 'not-home', 'refused', 'vacant', 'moved'] as const;

/**
 * What happened at each door, the earliest planned first: as many as the report says were met, after them those
 * that were tried in vain, and the last not tried at all. Nothing of it lies after `now`.
 */
export const planKnocks = (
  doors: readonly PlannedDoor[],
  from: LocalDate,
  now: Instant,
  random: Random,
): Map<string, readonly Knock[]> => {
  const knocks = new Map<string, readonly Knock[]>();
  const weekdays = pastWeekdays(from, addDays(localDateOf(now), -1));
  const inOrder = doors
    .filter(({ isLeft }) => !isLeft)
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const missed = new Set<number>();
  // One in fifty of those that came up so far is still open.
  const tried = Math.min(inOrder.length, Math.round(visitedCount * 1.02));
  while (missed.size < tried - visitedCount) missed.add(random.between(0, tried - 1));
  let met = 0;
  for (const [index, { household, day }] of inOrder.slice(0, tried).entries()) {
    const before = missed.has(index) ? 1 : triesBefore(random);
    // Neighbouring days up to the planned one, or after it where the campaign had only begun.
    const planned = weekdays.findLastIndex((weekday) => weekday <= day);
    const first = Math.max(0, planned - before);
    const dayOf = (n: number): LocalDate => weekdays[first + n] ?? from;
    const last = dayOf(before);
    const failed = Array.from(
      { length: before },
      (_, n): Knock => ({
        ...{ at: inOfficeHours(dayOf(n), random), outcome: 'not-home' },
        ...{ issue: undefined, satisfaction: undefined },
      }),
    );
    if (missed.has(index)) {
      const outcome = random.oneOf(endings);
      const at = inOfficeHours(last, random);
      knocks.set(household, [...failed, { at, outcome, issue: undefined, satisfaction: undefined }]);
      continue;
    }
    // Evenly over all doors, so that every community and every day has some.
    const raises =
      Math.floor(((met + 1) * issuesFound) / visitedCount) > Math.floor((met * issuesFound) / visitedCount);
    met += 1;
    const offPeak = before === 2 || random.chance(0.08);
    knocks.set(household, [
      ...failed,
      {
        at: offPeak ? inTheEvening(last, random) : inOfficeHours(last, random),
        outcome: 'met',
        issue: raises ? random.oneOf(issueTexts) : undefined,
        satisfaction: random.oneOf([5, 5, 5, 4, 4, 4, 4, 3, 3, 2]),
      },
    ]);
  }
  return knocks;
};

import {
  addDays,
  addMinutes,
  dayOfWeek,
  type Instant,
  type LocalDate,
  localDateOf,
  startOfDay,
} from '../../platform/runtime/time.ts';
import { type DemoNode, demoTowns, villagesOf, yongan } from './district.ts';
import { familyNames, givenNames, type IssueText, issueTexts } from './issue-texts.ts';
import type { Random } from './random.ts';

/** †450 issues collected and transferred, 439 closed. */
export const issueCount = 450;
export const closedCount = 439;

/** How far an issue gets; the eleven that are open stand in every state there is. */
export const endings = [
  'closed',
  'registered',
  'transferred',
  'claimed',
  'late',
  'extension',
  'arbitration',
  'resolved',
  'answered',
] as const;
export type Ending = (typeof endings)[number];

/** The eleven that are open, late ones among them; the newest of the ledger. */
const openEndings: readonly Ending[] = [
  'late',
  'late',
  'arbitration',
  'extension',
  'answered',
  'resolved',
  'claimed',
  'claimed',
  'transferred',
  'transferred',
  'registered',
];

export interface IssuePlan {
  readonly number: number;
  readonly ending: Ending;
  readonly text: IssueText;
  readonly town: DemoNode;
  readonly village: DemoNode;
  readonly source: 'form' | 'phone' | 'visit' | 'counter';
  readonly reporter: { readonly name: string; readonly phone: string };
  readonly times: {
    readonly raised: Instant;
    readonly transferred: Instant;
    readonly claimed: Instant;
    readonly resolved: Instant;
    readonly answered: Instant;
    readonly followedUp: Instant;
  };
  readonly satisfaction: 1 | 2 | 3 | 4 | 5;
  readonly solved: 'yes' | 'partly' | 'no';
  readonly isReached: boolean;
}

const minutesOfDay = (random: Random): number => 8 * 60 + random.between(10, 9 * 60);
const at = (date: LocalDate, minutes: number): Instant => addMinutes(startOfDay(date), minutes);

/** The next day somebody is at work, weekends passed over; holidays are left to the deadline's own calendar. */
const nextWorkday = (date: LocalDate): LocalDate => {
  const next = addDays(date, 1);
  return dayOfWeek(next) >= 6 ? nextWorkday(next) : next;
};

const later = (from: Instant, workdays: number, random: Random): Instant => {
  let date = localDateOf(from);
  for (let day = 0; day < workdays; day++) date = nextWorkday(date);
  const moment = at(date, minutesOfDay(random));
  return moment > from ? moment : addMinutes(from, random.between(20, 90));
};

/** Closed issues lie between ten and two and a half weeks back; open ones in the last days, late ones a week. */
const raisedAt = (
  number: number,
  ending: Ending,
  today: LocalDate,
  now: Instant,
  random: Random,
): Instant => {
  if (ending === 'closed')
    return at(
      addDays(today, -(18 + Math.floor(((closedCount - number) * 56) / closedCount))),
      minutesOfDay(random),
    );
  if (ending === 'late') return at(addDays(today, -random.between(9, 11)), minutesOfDay(random));
  if (ending === 'registered') return addMinutes(now, -random.between(15, 90));
  const daysAgo = ending === 'answered' || ending === 'resolved' ? 6 : ending === 'arbitration' ? 2 : 1;
  return at(addDays(today, -daysAgo), minutesOfDay(random));
};

const oneOrMore = <T>(items: readonly T[]): readonly [T, ...T[]] => {
  const [first, ...rest] = items;
  if (first === undefined) throw new Error('an empty list of the demo district');
  return [first, ...rest];
};

const townOf = (random: Random): DemoNode => {
  const town = demoTowns.find(({ path }) => path === yongan);
  return town && random.chance(0.55) ? town : random.oneOf(oneOrMore(demoTowns));
};

/** How long everything takes after an issue was raised, and what the resident says in the end. */
export const courseFrom = (
  raised: Instant,
  random: Random,
): Pick<IssuePlan, 'times' | 'satisfaction' | 'solved' | 'isReached'> => {
  const transferred = addMinutes(raised, random.between(20, 200));
  const claimed = addMinutes(transferred, random.between(30, 300));
  // Most are done well within three working days, one in twelve is not.
  const resolved = later(claimed, random.chance(0.085) ? random.between(4, 6) : random.between(0, 2), random);
  const answered = later(resolved, random.between(0, 1), random);
  const followedUp = later(answered, random.between(1, 2), random);
  return {
    times: { raised, transferred, claimed, resolved, answered, followedUp },
    satisfaction: random.oneOf([5, 5, 5, 5, 4, 4, 4, 3, 2]),
    solved: random.oneOf(['yes', 'yes', 'yes', 'yes', 'yes', 'yes', 'partly', 'no']),
    isReached: random.chance(0.93),
  };
};

/** Everything about one issue of the demo, decided by its number, the seed and the day it is loaded on. */
export const planIssue = (number: number, today: LocalDate, now: Instant, random: Random): IssuePlan => {
  const ending = number < closedCount ? 'closed' : (openEndings[number - closedCount] ?? 'registered');
  const text = random.oneOf(issueTexts);
  const town = townOf(random);
  const raised = raisedAt(number, ending, today, now, random);
  return {
    number,
    ending,
    text,
    town,
    village: random.oneOf(oneOrMore(villagesOf(town))),
    source: random.oneOf(['form', 'phone', 'visit', 'visit', 'counter']),
    reporter: {
      name: `${random.oneOf(familyNames)}${random.oneOf(givenNames)}`,
      // 1999 is not handed out to anybody: nobody's real number stands in the demo.
      phone: `1999${String(random.between(0, 9_999_999)).padStart(7, '0')}`,
    },
    ...courseFrom(raised, random),
  };
};

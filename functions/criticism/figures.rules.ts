import type { Finding } from '../findings/findings.states.ts';
import type { CheckName } from '../findings/findings.words.ts';
import { isWithin } from '../platform/contract/roles.ts';
import { localDateOf } from '../platform/runtime/time.ts';
import { limits } from './criticism.words.ts';
import type { CheckCount, Period } from './figures.states.ts';

const monthNumber = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;

const monthOfNumber = (n: number): string => `${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`;

/** The months of a period in order; undefined when it is none that can be looked at in this month. */
export const monthsOf = ({ from, to }: Period, thisMonth: string): string[] | undefined => {
  const first = monthNumber(from);
  const length = monthNumber(to) - first + 1;
  if (length < 1 || length > limits.months || to > thisMonth) return undefined;
  return Array.from({ length }, (_, index) => monthOfNumber(first + index));
};

/**
 * What of an organisation may be criticised: what it answers for itself, was broken in the period, and stayed so until
 * the level of criticism. What rests by an exception, and what was cleared before that, never.
 */
export const isCriticisable = (
  { state, level, answers, since }: Pick<Finding, 'state' | 'level' | 'answers' | 'since'>,
  node: string,
  { from, to }: Period,
): boolean => {
  const month = localDateOf(since).slice(0, 7);
  return (
    state !== 'excepted' &&
    level === 'criticism' &&
    isWithin(answers.node, node) &&
    month >= from &&
    month <= to
  );
};

/** How much was found by each check, of how many where that is counted; checks with neither are left out. */
export const checkCounts = (
  checks: readonly CheckName[],
  found: readonly { readonly check: CheckName }[],
  of: Partial<Readonly<Record<CheckName, number>>>,
): CheckCount[] =>
  checks.flatMap((check): CheckCount[] => {
    const n = found.filter((each) => each.check === check).length;
    const all = of[check] ?? 0;
    if (n === 0 && all === 0) return [];
    return [{ check, found: n, ...(all > 0 ? { of: all } : {}) }];
  });

// A mobile or landline number and an ID number, also with blanks or dashes in it.
const betweenDigits = /(?<=\d)[ \t-](?=\d)/g;
const numbersOfPeople = /(?<!\d)(?:1[3-9]\d{9}|0\d{9,11}|\d{17}[\dXx])(?!\d)/;

/** Whether a text has a phone or ID number in it, which nothing printed may. */
export const namesSomebody = (...texts: readonly string[]): boolean =>
  texts.some((text) => {
    const plain = text.normalize('NFKC');
    return numbersOfPeople.test(plain) || numbersOfPeople.test(plain.replace(betweenDigits, ''));
  });

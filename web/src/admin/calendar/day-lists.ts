import { addDays, isLocalDate } from '../../../../functions/platform/runtime/time.ts';

export interface GivenDay {
  /** As written, if it is no day. */
  readonly date: string;
  readonly name: string | undefined;
  /** Line it was written in, from 1. */
  readonly line: number;
}

/** More than a year of days is a slip in a span, not a holiday. */
const longestSpan = 366;

const linePattern = /^(\S+?)(?:\s*(?:~|～|至|—|to)\s*(\d{4}-\d{2}-\d{2}))?(?:[\s:：，,]+(.+))?$/;

const daysBetween = (from: string, to: string): string[] => {
  if (!isLocalDate(from) || !isLocalDate(to)) return [from, to];
  const days: string[] = [];
  for (let day = from; day <= to && days.length < longestSpan; day = addDays(day, 1)) days.push(day);
  return days.length > 0 ? days : [from, to];
};

/** A list of days as people copy it from a notice: a day or a span a line, with a name behind it. */
export const readDays = (text: string): readonly GivenDay[] =>
  text.split('\n').flatMap((written, index): GivenDay[] => {
    const content = written.trim();
    if (content === '') return [];
    const [, from = content, to, name] = linePattern.exec(content) ?? [];
    const days = to === undefined ? [from] : daysBetween(from, to);
    return days.map((date) => ({ date, name, line: index + 1 }));
  });

interface NamedDay {
  readonly date: string;
  readonly name?: string | undefined;
}

export interface Span {
  readonly from: string;
  readonly to: string;
  readonly name: string | undefined;
}

/** Days in a row with the same name, as one. */
export const spansOf = (days: readonly NamedDay[]): readonly Span[] => {
  const spans: Span[] = [];
  for (const { date, name } of days) {
    const last = spans.at(-1);
    const follows =
      last !== undefined && last.name === name && isLocalDate(last.to) && addDays(last.to, 1) === date;
    if (last !== undefined && follows) spans[spans.length - 1] = { ...last, to: date };
    else spans.push({ from: date, to: date, name });
  }
  return spans;
};

/** The same list as text to be changed; {@link readDays} reads it back. */
export const writeDays = (days: readonly NamedDay[]): string =>
  spansOf(days)
    .map(({ from, to, name }) =>
      [from === to ? from : `${from} ~ ${to}`, name].filter((part) => part !== undefined).join(' '),
    )
    .join('\n');

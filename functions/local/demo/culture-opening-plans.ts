import { addMinutes, type Instant, type LocalDate, startOfDay } from '../../platform/runtime/time.ts';
import { type Minutes, minutesOf, minutesPerDay, spanOf } from '../../venues/spans.rules.ts';
import type { Span } from '../../venues/venues.states.ts';
import type { Random } from './random.ts';

/** How one day was kept: when it was open, and whether the last closing was recorded. */
export interface KeptDay {
  readonly spans: readonly Minutes[];
  readonly isClosed: boolean;
}

/** In percent, in this order: nothing recorded, opened late, closed early, no closing; the rest as it should be. */
const faults = { silent: 3, late: 6, early: 9, unclosed: 10 } as const;

/** How a day of these hours was kept; a keeper is there a little before and leaves a little after. */
export const keptDay = (planned: readonly Span[], random: Random): KeptDay | undefined => {
  const fate = random.between(1, 100);
  const spans = planned.map(minutesOf).map(({ from, to }) => ({
    from: Math.max(0, from - random.between(0, 4)),
    to: Math.min(minutesPerDay, to + random.between(0, 5)),
  }));
  const first = spans[0];
  const last = spans.at(-1);
  if (!first || !last || fate <= faults.silent) return undefined;
  if (fate <= faults.late) spans[0] = { ...first, from: first.from + random.between(20, 55) };
  else if (fate <= faults.early) spans[spans.length - 1] = { ...last, to: last.to - random.between(20, 60) };
  return { spans, isClosed: fate <= faults.early || fate > faults.unclosed };
};

/** The day as a paper register is typed in: one that was never closed cannot be. */
export const asRegister = ({ spans, isClosed }: KeptDay): Span[] =>
  (isClosed ? spans : spans.slice(0, -1)).map(spanOf);

export interface Tap {
  readonly what: 'open' | 'close';
  readonly at: Instant;
}

/** The day as it was tapped at the door, as far as it has come. */
export const asTaps = ({ spans, isClosed }: KeptDay, day: LocalDate, now: Instant): Tap[] => {
  const midnight = startOfDay(day);
  return spans
    .flatMap(({ from, to }, index): Tap[] => [
      { what: 'open', at: addMinutes(midnight, from) },
      ...(isClosed || index < spans.length - 1
        ? [{ what: 'close' as const, at: addMinutes(midnight, to) }]
        : []),
    ])
    .filter(({ at }) => at <= now);
};

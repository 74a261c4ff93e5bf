import { addMinutes, endOfDay, type Instant, localDateOf, startOfDay } from '../platform/runtime/time.ts';
import { minuteOf } from './spans.rules.ts';
import type { VenueException } from './venues.states.ts';

type Closure = Pick<VenueException, 'kind' | 'from' | 'to' | 'span' | 'reason'>;

interface Dated {
  readonly from: Instant;
  readonly to: Instant;
}

const fallsOn = ({ kind, from, to, span }: Closure, date: Dated): boolean => {
  if (kind !== 'closed') return false;
  if (!span) return startOfDay(from) < date.to && date.from < endOfDay(to);
  // What goes on past midnight can meet the closure of either day.
  return [localDateOf(date.from), localDateOf(date.to)].some(
    (day) =>
      from <= day &&
      day <= to &&
      addMinutes(startOfDay(day), minuteOf(span.from)) < date.to &&
      date.from < addMinutes(startOfDay(day), minuteOf(span.to)),
  );
};

/** The closure something falls on: whoever comes finds the door locked. */
export const closureAt = <C extends Closure>(exceptions: readonly C[], date: Dated): C | undefined =>
  exceptions.find((one) => fallsOn(one, date));

import {
  addMinutes,
  endOfDay,
  type Instant,
  localDateOf,
  startOfDay,
} from '../../../../functions/platform/runtime/time.ts';
import { minuteOf } from '../../../../functions/venues/spans.rules.ts';
import type { VenueException } from '../../../../functions/venues/venues.states.ts';

type Closure = Pick<VenueException, 'kind' | 'from' | 'to' | 'span'>;
interface Dated {
  readonly from: Instant;
  readonly to: Instant;
}

const closes = ({ kind, from, to, span }: Closure, date: Dated): boolean => {
  if (kind !== 'closed') return false;
  if (!span) return startOfDay(from) < date.to && date.from < endOfDay(to);
  return [localDateOf(date.from), localDateOf(date.to)].some(
    (day) =>
      from <= day &&
      day <= to &&
      addMinutes(startOfDay(day), minuteOf(span.from)) < date.to &&
      date.from < addMinutes(startOfDay(day), minuteOf(span.to)),
  );
};

/** Whether something falls into a closure: whoever comes finds the door locked. */
export const isClosedFor = (exceptions: readonly Closure[], date: Dated): boolean =>
  exceptions.some((one) => closes(one, date));

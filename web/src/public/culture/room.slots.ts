import { limits } from '../../../../functions/bookings/bookings.words.ts';
import type { Slots } from './room.queries.ts';

type Of = Pick<Slots, 'slots' | 'slot' | 'longest'>;

/** Times at which a booking that begins then can end: slots that are free one after the other, as long as one may. */
export const endsFrom = ({ slots, slot, longest }: Of, from: string): string[] => {
  const most = Math.min(Math.floor(longest / slot), limits.slots);
  const ends: string[] = [];
  let at = from;
  for (const one of slots.slice(slots.findIndex((each) => each.from === from))) {
    if (one.from !== at || !one.free || ends.length === most) break;
    ends.push(one.to);
    at = one.to;
  }
  return ends;
};

/** When it is free, as few spans as there are. */
export const freeSpans = ({
  slots,
}: Pick<Slots, 'slots'>): { readonly from: string; readonly to: string }[] => {
  const spans: { from: string; to: string }[] = [];
  for (const { from, to, free } of slots) {
    const last = spans.at(-1);
    if (!free) continue;
    if (last?.to === from) last.to = to;
    else spans.push({ from, to });
  }
  return spans;
};

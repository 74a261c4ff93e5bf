import type { Core } from '../platform/runtime/core.ts';
import type { Item, ItemKey } from '../platform/runtime/store.ts';
import { bookingProblem } from './bookings.problems.ts';
import type { Offer } from './offers.rules.ts';

/** What can be enrolled for, as the programme knows it. */
export interface Offers {
  /** The item an offer is read from, so that it comes in one request with others. */
  readonly key: (offer: string) => ItemKey;
  /** Undefined for what cannot be enrolled for. */
  readonly of: (offer: string, item: Item | undefined) => Offer | undefined;
}

export interface BookingDependencies extends Core {
  readonly offers: Offers;
}

/** An offer as it stands now. @throws Problem `booking.offer_unknown`. */
export const readOffer = async ({ store, offers }: BookingDependencies, offer: string): Promise<Offer> => {
  const found = offers.of(offer, await store.get(offers.key(offer)));
  if (!found) throw bookingProblem('booking.offer_unknown');
  return found;
};

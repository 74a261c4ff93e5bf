import type { Instant } from '../platform/runtime/time.ts';
import type { ActivityDate, ActivityOffer } from '../programme/offers.rules.ts';

/** One date of an offer. */
export type OfferDate = ActivityDate;

/** What has places, as it stands when bookings look at it. */
export interface Offer extends ActivityOffer {
  /** Grows with whatever is changed about it. */
  readonly version: number;
}

export type OfferState = 'not-yet' | 'open' | 'closed' | 'called-off';

export const offerStateAt = (offer: Offer, now: Instant): OfferState => {
  if (offer.calledOff) return 'called-off';
  if (now < offer.opensAt) return 'not-yet';
  return now < offer.closesAt && now < offer.from ? 'open' : 'closed';
};

/** From then on nobody moves up any more: what has begun is not joined in the middle. */
export const lineHasEnded = (offer: Offer, now: Instant): boolean => offer.calledOff || now >= offer.from;

import type { Instant } from '../platform/runtime/time.ts';

/** One date of an offer. */
export interface OfferDate {
  readonly no: number;
  readonly from: Instant;
  readonly to: Instant;
  readonly place: string;
  readonly venue?: string | undefined;
  readonly calledOff: boolean;
  /** Why it was cancelled, or moved the last time. */
  readonly reason?: string | undefined;
}

/** What has places, as bookings need it: an activity as a whole, or one session of it. */
export interface Offer {
  /** Grows with whatever is changed about it. */
  readonly version: number;
  readonly offer: string;
  readonly activity: string;
  readonly title: string;
  /** Organisation path where it counts, and within which its keepers act. */
  readonly node: string;
  /** The activity, or this session of it, will not take place. */
  readonly calledOff: boolean;
  readonly capacity: number;
  readonly opensAt: Instant;
  readonly closesAt: Instant;
  /** Until then one may cancel on the site. */
  readonly cutoffAt: Instant;
  /** First start and last end. */
  readonly from: Instant;
  readonly until: Instant;
  /** Most places of one phone, and of one enrolment. */
  readonly perPhone: number;
  readonly party: number;
  readonly hasWaitingList: boolean;
  readonly holdHours: number;
  readonly dates: readonly OfferDate[];
}

export type OfferState = 'not-yet' | 'open' | 'closed' | 'called-off';

export const offerStateAt = (offer: Offer, now: Instant): OfferState => {
  if (offer.calledOff) return 'called-off';
  if (now < offer.opensAt) return 'not-yet';
  return now < offer.closesAt && now < offer.from ? 'open' : 'closed';
};

/** From then on nobody moves up any more: what has begun is not joined in the middle. */
export const lineHasEnded = (offer: Offer, now: Instant): boolean => offer.calledOff || now >= offer.from;

import * as v from 'valibot';
import { countKey } from '../platform/ledger/projections.ts';
import type { Store } from '../platform/runtime/store.ts';

/** Places and people of one offer, by what they count. */
export const offerSubject = (offer: string): string => `bookings/${offer}`;
export const rosterList = (offer: string): string => `roster/${offer}`;

/** The period of figures that say how it stands now. */
export const nowPeriod = 'now';

const countsSchema = v.objectWithRest({ PK: v.string(), SK: v.string() }, v.number());

/** Access pattern 6: the counts of an offer as they stand. */
export const offerCounts = async (store: Store, offer: string): Promise<Record<string, number>> => {
  const item = await store.get({ PK: countKey(offerSubject(offer)), SK: nowPeriod }, 'eventual');
  if (!item) return {};
  const { PK: _, SK: __, ...counts } = v.parse(countsSchema, item);
  return counts;
};

import { parseStored } from '../platform/ledger/ledger.ts';
import type { Item, ItemKey } from '../platform/runtime/store.ts';
import { type ActivityOffer, offerOf } from './offers.rules.ts';
import { activityKey, activityType } from './programme.store.ts';

/** The item an offer is worked out from: the activity it is of. */
export const offerKey = (offer: string): ItemKey => activityKey(offer.split('.')[0] ?? '');

/** An offer by that item; undefined when there is none, or nothing to enrol for. */
export const offerIn = (
  offer: string,
  item: Item | undefined,
): (ActivityOffer & { readonly version: number }) | undefined => {
  if (!item) return undefined;
  const { id, version, state } = parseStored(activityType, item);
  const found = offerOf(id, state, offer);
  return found && { ...found, version };
};

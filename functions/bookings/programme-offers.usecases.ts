import { offerIn, offerKey } from '../programme/offers.usecases.ts';
import type { Offers } from './offers.usecases.ts';

/** What the programme has put up to be enrolled for. */
export const programmeOffers: Offers = { key: offerKey, of: offerIn };

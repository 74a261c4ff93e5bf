import type { Offers } from './offers.usecases.ts';

/**
 * What the programme has put up to be enrolled for. As long as there is no programme that is nothing; rooms can be
 * booked all the same.
 */
export const programmeOffers: Offers = {
  key: (offer) => ({ PK: `ACTIVITY#${offer.split('.')[0] ?? ''}`, SK: 'STATE' }),
  of: () => undefined,
};

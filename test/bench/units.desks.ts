import type { desksContract } from '../../functions/desks/desks.contract.ts';
import { type District, places } from '../support/district.ts';
import type { Plays } from './units.plays.ts';

/** What has to be there before each route of desks. */
export const deskPlays = ({ accounts }: District): Plays<typeof desksContract> => ({
  desk: async () => ({ cookie: accounts.supervisor.cookie, query: { node: places.town } }),
});

import type { retentionContract } from '../../functions/retention/retention.contract.ts';
import type { District } from '../support/district.ts';
import type { Plays } from './units.plays.ts';

/** Who asks what is about to be deleted. */
export const retentionPlays = ({ administrator }: District): Plays<typeof retentionContract> => ({
  retention: async () => ({ cookie: administrator.cookie }),
});

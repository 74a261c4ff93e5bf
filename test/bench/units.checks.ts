import type { checksContract } from '../../functions/checks/checks.contract.ts';
import type { District } from '../support/district.ts';
import type { Plays } from './units.plays.ts';

/** What has to be there before each route of checks. */
export const checksPlays = ({ administrator: { cookie } }: District): Plays<typeof checksContract> => ({
  schedules: async () => ({ cookie }),
  runs: async () => ({ cookie, params: { schedule: 'issue-deadline' } }),
});

import { referenceFrom } from '../../functions/platform/runtime/ids.ts';
import { supervisionContract } from '../../functions/supervision/supervision.contract.ts';
import { callRow } from '../support/call.ts';
import type { District } from '../support/district.ts';
import type { Functions } from '../support/functions.ts';
import { listOf } from '../support/supervision.ts';
import type { Plays } from './units.plays.ts';

/** What has to be there before each route of supervision: a list of its own. */
export const supervisionPlays = async (
  { accounts, parts }: District,
  { supervision }: Functions,
): Promise<Plays<typeof supervisionContract>> => {
  const { cookie } = accounts.supervisor;
  const issue = referenceFrom('supervised');
  let daysAgo = 0;
  const drawn = async () => {
    daysAgo += 1;
    return { date: await listOf(parts, issue, daysAgo), issue };
  };
  return {
    lists: async () => ({ cookie, query: {} }),
    read: async () => ({ cookie, params: { date: (await drawn()).date } }),
    taking: async () => ({ cookie, params: await drawn(), body: {} }),
    entry: async () => {
      const params = await drawn();
      await callRow(supervision, supervisionContract.routes.taking, { cookie, params, body: {} });
      return { cookie, params, body: { way: 'call', verdict: 'resolved', text: '群众说已办好。' } };
    },
  };
};

import { query } from '@solidjs/router';
import type { issuesContract } from '../../../../functions/issues/issues.contract.ts';
import type { CountedFigure } from '../../../../functions/issues/issues.words.ts';
import type { LightRow } from '../../api/client.ts';
import { type IssuePage, readLight } from '../queries.ts';

const countedRow: LightRow<typeof issuesContract.routes.counted> = {
  method: 'GET',
  path: '/api/issue-figures/{figure}',
};

export interface Counted {
  readonly node: string;
  readonly figure: CountedFigure;
  /** Months, both in it. */
  readonly from: string;
  readonly to: string;
}

export const readCounted = query(
  async ({ figure, ...asked }: Counted, cursor: string | undefined): Promise<IssuePage> => {
    const wanted = { ...asked, ...(cursor ? { cursor } : {}) };
    return (await readLight(countedRow, { params: { figure }, query: wanted })).body;
  },
  'issues-counted',
);

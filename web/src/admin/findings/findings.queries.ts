import { query, revalidate } from '@solidjs/router';
import type { findingsContract } from '../../../../functions/findings/findings.contract.ts';
import type { CheckName } from '../../../../functions/findings/findings.words.ts';
import type { ResponseOf } from '../../../../functions/platform/contract/route.ts';
import type { LightRow } from '../../api/client.ts';
import { readLight } from '../queries.ts';

type Routes = typeof findingsContract.routes;
type Reading = 'list' | 'mine' | 'figures' | 'read' | 'history';

/** What is read; without the schemas, which no reading needs. */
const routes: { readonly [Name in Reading]: LightRow<Routes[Name]> } = {
  list: { method: 'GET', path: '/api/findings' },
  mine: { method: 'GET', path: '/api/findings/mine' },
  figures: { method: 'GET', path: '/api/finding-figures' },
  read: { method: 'GET', path: '/api/findings/{finding}' },
  history: { method: 'GET', path: '/api/findings/{finding}/history' },
};

export type FindingPage = ResponseOf<Routes['list']>;
export type FindingRow = FindingPage['rows'][number];
export type FindingView = ResponseOf<Routes['read']>;
export type FindingFigures = ResponseOf<Routes['figures']>;

export interface Asked {
  readonly state: FindingRow['state'];
  readonly check: CheckName | undefined;
  readonly cursor: string | undefined;
}

export const readFindings = query(
  async (node: string, { state, check, cursor }: Asked): Promise<FindingPage> => {
    const asked = { node, state, ...(check ? { check } : {}), ...(cursor ? { cursor } : {}) };
    return (await readLight(routes.list, { query: asked })).body;
  },
  'finding-list',
);

export const readMyFindings = query(
  async (cursor: string | undefined): Promise<FindingPage> =>
    (await readLight(routes.mine, { query: cursor ? { cursor } : {} })).body,
  'finding-list-mine',
);

export const readFindingFigures = query(
  async (node: string, month: string): Promise<FindingFigures> =>
    (await readLight(routes.figures, { query: { node, month } })).body,
  'figures-of-findings',
);

export const readFinding = query(
  async (finding: string): Promise<FindingView> =>
    (await readLight(routes.read, { params: { finding } })).body,
  'finding-now',
);

export const readFindingHistory = query(
  async (finding: string): Promise<ResponseOf<Routes['history']>> =>
    (await readLight(routes.history, { params: { finding } })).body,
  'history-of-finding',
);

export const renewFindings = (): Promise<void> =>
  revalidate([readFindings.key, readMyFindings.key, readFindingFigures.key]);

export const renewFinding = (): Promise<void> => revalidate([readFinding.key, readFindingHistory.key]);

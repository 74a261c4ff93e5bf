import { query, revalidate } from '@solidjs/router';
import type { criticismContract } from '../../../../functions/criticism/criticism.contract.ts';
import type { CriticismState, ExemplaryState } from '../../../../functions/criticism/criticism.words.ts';
import type { ResponseOf } from '../../../../functions/platform/contract/route.ts';
import type { LightRow } from '../../api/client.ts';
import { readLight } from '../queries.ts';

type Routes = typeof criticismContract.routes;
type Reading = 'list' | 'figures' | 'read' | 'history' | 'sites' | 'site';

/** What is read; without the schemas, which no reading needs. */
const routes: { readonly [Name in Reading]: LightRow<Routes[Name]> } = {
  list: { method: 'GET', path: '/api/criticisms' },
  figures: { method: 'GET', path: '/api/criticism-figures' },
  read: { method: 'GET', path: '/api/criticisms/{criticism}' },
  history: { method: 'GET', path: '/api/criticisms/{criticism}/history' },
  sites: { method: 'GET', path: '/api/exemplary-sites' },
  site: { method: 'GET', path: '/api/exemplary-sites/{site}' },
};

export type CriticismPage = ResponseOf<Routes['list']>;
export type CriticismRow = CriticismPage['rows'][number];
export type CriticismView = ResponseOf<Routes['read']>;
export type SitePage = ResponseOf<Routes['sites']>;
export type SiteRow = SitePage['rows'][number];
export type SiteView = ResponseOf<Routes['site']>;
export type Drawn = ResponseOf<Routes['figures']>;

export const readCriticisms = query(
  async (node: string, state: CriticismState, cursor: string | undefined): Promise<CriticismPage> =>
    (await readLight(routes.list, { query: { node, state, ...(cursor ? { cursor } : {}) } })).body,
  'criticism-list',
);

export const readFigures = query(
  async (node: string, from: string, to: string): Promise<Drawn> =>
    (await readLight(routes.figures, { query: { node, from, to } })).body,
  'criticism-figures',
);

export const readCriticism = query(
  async (criticism: string): Promise<CriticismView> =>
    (await readLight(routes.read, { params: { criticism } })).body,
  'criticism-now',
);

export const readCriticismHistory = query(
  async (criticism: string): Promise<ResponseOf<Routes['history']>> =>
    (await readLight(routes.history, { params: { criticism } })).body,
  'history-of-criticism',
);

export const readSites = query(
  async (node: string, state: ExemplaryState, cursor: string | undefined): Promise<SitePage> =>
    (await readLight(routes.sites, { query: { node, state, ...(cursor ? { cursor } : {}) } })).body,
  'exemplary-list',
);

export const readSite = query(
  async (site: string): Promise<SiteView> => (await readLight(routes.site, { params: { site } })).body,
  'exemplary-now',
);

export const renewCriticism = (): Promise<void> =>
  revalidate([readCriticisms.key, readCriticism.key, readCriticismHistory.key]);

export const renewSites = (): Promise<void> => revalidate([readSites.key, readSite.key]);

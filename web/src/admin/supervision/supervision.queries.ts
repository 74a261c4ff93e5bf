import { query, revalidate } from '@solidjs/router';
import type { ResponseOf } from '../../../../functions/platform/contract/route.ts';
import type { supervisionContract } from '../../../../functions/supervision/supervision.contract.ts';
import type { LightRow } from '../../api/client.ts';
import { readLight } from '../queries.ts';

type Routes = typeof supervisionContract.routes;

/** Without the schemas, which no reading needs. */
const routes: { readonly [Name in 'lists' | 'read']: LightRow<Routes[Name]> } = {
  lists: { method: 'GET', path: '/api/supervision-lists' },
  read: { method: 'GET', path: '/api/supervision-lists/{date}' },
};

export type SupervisionPage = ResponseOf<Routes['lists']>;
export type SupervisionRow = SupervisionPage['rows'][number];
export type SupervisionView = ResponseOf<Routes['read']>;

export const readSupervisionLists = query(
  async (cursor: string | undefined): Promise<SupervisionPage> =>
    (await readLight(routes.lists, { query: cursor ? { cursor } : {} })).body,
  'supervision-list',
);

export const readSupervision = query(
  async (date: string): Promise<SupervisionView> => (await readLight(routes.read, { params: { date } })).body,
  'supervision-now',
);

export const renewSupervision = (): Promise<void> =>
  revalidate([readSupervisionLists.key, readSupervision.key]);

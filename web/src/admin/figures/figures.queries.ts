import { query } from '@solidjs/router';
import type { ResponseOf } from '../../../../functions/platform/contract/route.ts';
import type { Category } from '../../../../functions/programme/programme.words.ts';
import type { programmeFiguresContract } from '../../../../functions/programme/programme-figures.contract.ts';
import type { LightRow } from '../../api/client.ts';
import { readLight } from '../queries.ts';
import { catchUp } from '../shell/catch-up.ts';

type Routes = typeof programmeFiguresContract.routes;
type Reading = 'figures' | 'coverage' | 'publicity';

/** What is read; without the schemas, which no reading needs. */
const routes: { readonly [Name in Reading]: LightRow<Routes[Name]> } = {
  figures: { method: 'GET', path: '/api/programme-figures' },
  coverage: { method: 'GET', path: '/api/programme-coverage' },
  publicity: { method: 'GET', path: '/api/publicity' },
};

export type YearFigures = ResponseOf<Routes['figures']>;
export type CategoryFigures = YearFigures['categories'][number];
export type Coverage = ResponseOf<Routes['coverage']>;
export type PublicityPage = ResponseOf<Routes['publicity']>;
export type PublicityRow = PublicityPage['rows'][number];

export const readYearFigures = query(
  async (node: string, year: string): Promise<YearFigures> =>
    (await readLight(routes.figures, { query: { node, year } })).body,
  'year-figures',
);

export const readCoverage = query(
  async (node: string, year: string, category: Category): Promise<Coverage> =>
    (await readLight(routes.coverage, { query: { node, year, category } })).body,
  'village-coverage',
);

export const readPublicity = query(
  async (node: string, year: string, cursor: string | undefined): Promise<PublicityPage> =>
    (await readLight(routes.publicity, { query: { node, year, ...(cursor ? { cursor } : {}) } })).body,
  'publicity-log',
);

export const renewPublicity = (): Promise<void> => catchUp(readPublicity.key);

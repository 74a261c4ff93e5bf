import { query, revalidate } from '@solidjs/router';
import type { desksContract } from '../../../../functions/desks/desks.contract.ts';
import type { ResponseOf } from '../../../../functions/platform/contract/route.ts';
import type { LightRow } from '../../api/client.ts';
import { readLight } from '../queries.ts';

type Routes = typeof desksContract.routes;

const routes: { readonly [Name in keyof Routes]: LightRow<Routes[Name]> } = {
  desk: { method: 'GET', path: '/api/desk' },
  reports: { method: 'GET', path: '/api/reports' },
  report: { method: 'GET', path: '/api/reports/{report}' },
};

export type DeskFigures = ResponseOf<Routes['desk']>;

export type ReportPage = ResponseOf<Routes['reports']>;
export type ReportView = ResponseOf<Routes['report']>;

export const readDesk = query(
  async (node: string): Promise<DeskFigures> => (await readLight(routes.desk, { query: { node } })).body,
  'desk',
);

export const readReports = query(
  async (node: string, cursor: string | undefined): Promise<ReportPage> =>
    (await readLight(routes.reports, { query: { node, ...(cursor ? { cursor } : {}) } })).body,
  'weekly-reports',
);

export const readReport = query(
  async (report: string): Promise<ReportView> =>
    (await readLight(routes.report, { params: { report } })).body,
  'weekly-report',
);

export const renewReports = (): Promise<void> => revalidate(readReports.key);

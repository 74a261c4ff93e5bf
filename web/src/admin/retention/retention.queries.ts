import { query } from '@solidjs/router';
import type { ResponseOf } from '../../../../functions/platform/contract/route.ts';
import type { retentionContract } from '../../../../functions/retention/retention.contract.ts';
import type { LightRow } from '../../api/client.ts';
import { readLight } from '../queries.ts';

type Routes = typeof retentionContract.routes;

/** Without the schemas, which no reading needs. */
const row: LightRow<Routes['retention']> = { method: 'GET', path: '/api/retention' };

export type RetentionView = ResponseOf<Routes['retention']>;

export const readRetention = query(
  async (): Promise<RetentionView> => (await readLight(row)).body,
  'retention-now',
);

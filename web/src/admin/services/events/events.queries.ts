import { query, revalidate } from '@solidjs/router';
import type { ResponseOf } from '../../../../../functions/platform/contract/route.ts';
import type { servicesContract } from '../../../../../functions/services/services.contract.ts';
import type { LightRow } from '../../../api/client.ts';
import { readLight } from '../../queries.ts';
import { pageQuery, renewServices } from '../services.queries.ts';

type Routes = typeof servicesContract.routes;

const row: LightRow<Routes['events']> = { method: 'GET', path: '/api/services/assistance-events' };

export type EventPage = ResponseOf<Routes['events']>;
export type EventRow = EventPage['rows'][number];

export const readEvents = query(
  async (node: string, year: number, cursor: string | undefined): Promise<EventPage> =>
    (await readLight(row, { query: { node, year: String(year), ...pageQuery(cursor) } })).body,
  'assistance-events',
);

export const renewEvents = (): Promise<void> => {
  void renewServices();
  return revalidate(readEvents.key);
};

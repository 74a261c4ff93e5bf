import { query, revalidate } from '@solidjs/router';
import type { ResponseOf } from '../../../../functions/platform/contract/route.ts';
import type { culturePublicContract } from '../../../../functions/programme/culture-public.contract.ts';
import type { programmeContract } from '../../../../functions/programme/programme.contract.ts';
import type { venuesContract } from '../../../../functions/venues/venues.contract.ts';
import type { LightRow } from '../../api/client.ts';
import { readLight } from '../queries.ts';

type Routes = typeof programmeContract.routes;
type Venues = typeof venuesContract.routes;
type Public = typeof culturePublicContract.routes;

/** What is read; without the schemas, which no reading needs. */
const routes: { readonly [Name in 'list' | 'read']: LightRow<Routes[Name]> } = {
  list: { method: 'GET', path: '/api/activities' },
  read: { method: 'GET', path: '/api/activities/{activity}' },
};
const venueRoutes: { readonly [Name in 'list' | 'read']: LightRow<Venues[Name]> } = {
  list: { method: 'GET', path: '/api/venues' },
  read: { method: 'GET', path: '/api/venues/{venue}' },
};
const venueSessions: LightRow<Public['venueSessions']> = {
  method: 'GET',
  path: '/api/public/venues/{venue}/sessions',
};

export type ActivityPage = ResponseOf<Routes['list']>;
export type ActivityRow = ActivityPage['rows'][number];
export type ActivityView = ResponseOf<Routes['read']>;
export type Session = ActivityView['sessions'][number];
export type SessionRow = ResponseOf<Public['venueSessions']>['rows'][number];
export type VenueRow = ResponseOf<Venues['list']>['rows'][number];

export const readActivities = query(
  async (node: string, cursor: string | undefined): Promise<ActivityPage> =>
    (await readLight(routes.list, { query: { node, ...(cursor === undefined ? {} : { cursor }) } })).body,
  'activity-list',
);

export const readActivity = query(
  async (activity: string): Promise<ActivityView> =>
    (await readLight(routes.read, { params: { activity } })).body,
  'activity-now',
);

/** Venues an activity can take place at. */
export const readProgrammeVenues = query(
  async (node: string): Promise<readonly VenueRow[]> =>
    (await readLight(venueRoutes.list, { query: { node } })).body.rows,
  'programme-venues',
);

export const readVenueRooms = query(
  async (venue: string) => (await readLight(venueRoutes.read, { params: { venue } })).body.rooms,
  'programme-rooms',
);

const mostPages = 10;

/** What takes place at a venue from today on and before a moment. */
export const readVenueSessions = query(
  async (venue: string, before: string): Promise<readonly SessionRow[]> => {
    const rows: SessionRow[] = [];
    let cursor: string | undefined;
    for (let pages = 0; pages < mostPages; pages++) {
      const { body } = await readLight(venueSessions, {
        params: { venue },
        query: cursor === undefined ? {} : { cursor },
      });
      rows.push(...body.rows);
      cursor = body.next;
      if (cursor === undefined || (body.rows.at(-1)?.from ?? '') >= before) break;
    }
    return rows.filter(({ from }) => from < before);
  },
  'venue-sessions',
);

export const renewActivities = (): Promise<void> => revalidate([readActivities.key, readVenueSessions.key]);

/** Shows an activity as a command just answered it; the lists follow a moment later. */
export const showChangedActivity = (view: ActivityView): void => {
  const key = readActivity.keyFor(view.activity);
  query.set(key, view);
  void revalidate(key, false);
  void renewActivities();
};

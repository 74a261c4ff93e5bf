import { query, revalidate } from '@solidjs/router';
import type { ResponseOf } from '../../../../functions/platform/contract/route.ts';
import type { venuesContract } from '../../../../functions/venues/venues.contract.ts';
import type { LightRow } from '../../api/client.ts';
import { readLight } from '../queries.ts';
import { catchUp } from '../shell/catch-up.ts';

type Routes = typeof venuesContract.routes;
type Reading = 'list' | 'read' | 'openings' | 'hours' | 'hoursReport' | 'upgrades' | 'keepers';

/** What is read; without the schemas, which no reading needs. */
const routes: { readonly [Name in Reading]: LightRow<Routes[Name]> } = {
  list: { method: 'GET', path: '/api/venues' },
  read: { method: 'GET', path: '/api/venues/{venue}' },
  keepers: { method: 'GET', path: '/api/venues/{venue}/keepers' },
  openings: { method: 'GET', path: '/api/venues/{venue}/openings' },
  hours: { method: 'GET', path: '/api/venues/{venue}/hours' },
  hoursReport: { method: 'GET', path: '/api/venue-hours' },
  upgrades: { method: 'GET', path: '/api/upgrades' },
};

export type VenueList = ResponseOf<Routes['list']>;
export type VenueRow = VenueList['rows'][number];
export type VenueView = ResponseOf<Routes['read']>;
export type OpeningView = ResponseOf<Routes['opening']>;
export type WeekHours = ResponseOf<Routes['hours']>;
export type DayHours = WeekHours['days'][number];
export type HoursReport = ResponseOf<Routes['hoursReport']>;
export type HoursRow = HoursReport['rows'][number];
export type Upgrades = ResponseOf<Routes['upgrades']>;
export type UpgradeRow = Upgrades['rows'][number];

export const readVenues = query(
  async (node: string): Promise<VenueList> => (await readLight(routes.list, { query: { node } })).body,
  'venues-of-place',
);

export const readVenue = query(
  async (venue: string): Promise<VenueView> => (await readLight(routes.read, { params: { venue } })).body,
  'one-venue',
);

/** Who can keep a venue, by name. */
export const readKeepers = query(
  async (venue: string) => (await readLight(routes.keepers, { params: { venue } })).body.rows,
  'venue-keepers',
);

export const readOpenings = query(
  async (venue: string, from: string, to: string): Promise<readonly OpeningView[]> =>
    (await readLight(routes.openings, { params: { venue }, query: { from, to } })).body.rows,
  'opening-days',
);

export const readWeekHours = query(
  async (venue: string, week: string): Promise<WeekHours> =>
    (await readLight(routes.hours, { params: { venue }, query: { week } })).body,
  'week-hours',
);

export const readHoursReport = query(
  async (node: string, week: string): Promise<HoursReport> =>
    (await readLight(routes.hoursReport, { query: { node, week } })).body,
  'hours-report',
);

export const readUpgrades = query(
  async (node: string, year: string): Promise<Upgrades> =>
    (await readLight(routes.upgrades, { query: { node, year } })).body,
  'upgrade-list',
);

export const renewUpgrades = (): Promise<void> => catchUp(readUpgrades.key);

/** What an opening, its closing or a correction moves. */
export const renewHours = (): Promise<void> =>
  revalidate([readOpenings.key, readWeekHours.key, readHoursReport.key]);

/** Shows a venue as a command just answered it; its hours and the lists follow. */
export const showChangedVenue = (view: VenueView): void => {
  const key = readVenue.keyFor(view.venue);
  query.set(key, view);
  void revalidate(key, false);
  void catchUp(readVenues.key);
  void renewHours();
};

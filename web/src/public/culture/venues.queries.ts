import { query } from '@solidjs/router';
import type { ResponseOf } from '../../../../functions/platform/contract/route.ts';
import type { culturePublicContract } from '../../../../functions/programme/culture-public.contract.ts';
import { callLight, type LightRow } from '../../api/client.ts';
import type { WhatsOn } from './culture.queries.ts';

type Reads = typeof culturePublicContract.routes;

const venuesRow: LightRow<Reads['venues']> = { method: 'GET', path: '/api/public/venues' };
const venueRow: LightRow<Reads['venue']> = { method: 'GET', path: '/api/public/venues/{venue}' };
const sessionsRow: LightRow<Reads['venueSessions']> = {
  method: 'GET',
  path: '/api/public/venues/{venue}/sessions',
};

export type Venues = ResponseOf<Reads['venues']>;
export type VenueInList = Venues['rows'][number];
export type Venue = ResponseOf<Reads['venue']>;

export const readVenues = query(
  async (node: string): Promise<Venues> => (await callLight(venuesRow, { query: { node } })).body,
  'venues',
);

export const readVenue = query(
  async (venue: string): Promise<Venue> => (await callLight(venueRow, { params: { venue } })).body,
  'venue',
);

export const readVenueSessions = query(
  async (venue: string): Promise<WhatsOn> => (await callLight(sessionsRow, { params: { venue } })).body,
  'venue-sessions',
);

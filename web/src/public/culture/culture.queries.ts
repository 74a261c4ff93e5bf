import { query } from '@solidjs/router';
import type { bookingsPublicContract } from '../../../../functions/bookings/bookings-public.contract.ts';
import type { ResponseOf } from '../../../../functions/platform/contract/route.ts';
import type { culturePublicContract } from '../../../../functions/programme/culture-public.contract.ts';
import { callLight, type LightRow } from '../../api/client.ts';
import { firstDayOf, lastDayOf } from './month-days.ts';

type Reads = typeof culturePublicContract.routes;
type Bookings = typeof bookingsPublicContract.routes;

/** Rows without their schemas: a phone on a slow line needs none of them. */
const whatsOn: LightRow<Reads['whatsOn']> = { method: 'GET', path: '/api/public/whats-on' };
const activity: LightRow<Reads['activity']> = { method: 'GET', path: '/api/public/activities/{activity}' };
const offer: LightRow<Bookings['offer']> = { method: 'GET', path: '/api/public/offers/{offer}' };
const progress: LightRow<Bookings['progress']> = { method: 'POST', path: '/api/public/booking-progress' };

export type WhatsOn = ResponseOf<Reads['whatsOn']>;
export type ListedDate = WhatsOn['rows'][number];
export type Activity = ResponseOf<Reads['activity']>;
export type Offer = ResponseOf<Bookings['offer']>;
export type Booking = ResponseOf<Bookings['progress']>;
export type Enrolment = Extract<Booking, { kind: 'enrolment' }>;
export type RoomBooking = Extract<Booking, { kind: 'room' }>;

/** What of a place somebody looks at. */
export interface AskedDates {
  readonly node: string;
  /** `YYYY-MM-DD`, both included. */
  readonly from?: string;
  readonly until?: string;
  readonly cursor?: string;
}

export const readWhatsOn = query(
  async (asked: AskedDates): Promise<WhatsOn> => (await callLight(whatsOn, { query: { ...asked } })).body,
  'whats-on',
);

/** Pages of one month that are read at most: a thousand dates, five times what the district has in its fullest. */
const pagesOfMonth = 10;

/** All dates of a month (`YYYY-MM`) that are not over. */
export const readMonth = query(async (node: string, month: string): Promise<readonly ListedDate[]> => {
  const rows: ListedDate[] = [];
  let asked: AskedDates = { node, from: firstDayOf(month), until: lastDayOf(month) };
  for (let page = 0; page < pagesOfMonth; page++) {
    const { body } = await callLight(whatsOn, { query: { ...asked } });
    rows.push(...body.rows);
    if (body.next === undefined) break;
    asked = { ...asked, cursor: body.next };
  }
  return rows;
}, 'whats-on-month');

export const readActivity = query(
  async (id: string): Promise<Activity> => (await callLight(activity, { params: { activity: id } })).body,
  'activity',
);

export const readOffer = query(
  async (id: string): Promise<Offer> => (await callLight(offer, { params: { offer: id } })).body,
  'offer',
);

/** @throws ApiProblem `booking.reference_or_code_wrong` when the two don't belong together. */
export const readBooking = query(
  async (reference: string, code: string): Promise<Booking> =>
    (await callLight(progress, { body: { reference, code } })).body,
  'booking',
);

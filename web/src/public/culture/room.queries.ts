import { query } from '@solidjs/router';
import type { bookingsPublicContract } from '../../../../functions/bookings/bookings-public.contract.ts';
import type { BodyInputOf, ResponseOf } from '../../../../functions/platform/contract/route.ts';
import { callLight, type LightRow } from '../../api/client.ts';
import { codeOf } from '../messages/messages.ts';
import { sendForm } from './booking.sending.ts';

type Routes = typeof bookingsPublicContract.routes;

const slotsRow: LightRow<Routes['slots']> = {
  method: 'GET',
  path: '/api/public/venues/{venue}/rooms/{room}/slots',
};
const requestRow: LightRow<Routes['requestRoom']> = { method: 'POST', path: '/api/public/room-bookings' };

export type Slots = ResponseOf<Routes['slots']>;
export type RoomReceipt = ResponseOf<Routes['requestRoom']>;
export type AskedRoom = Omit<BodyInputOf<Routes['requestRoom']>, 'proof'>;

/** What a room has on a day, or why that cannot be said. */
export interface RoomDay {
  readonly day: string;
  readonly slots?: Slots;
  readonly refusal?: string;
}

export const readRoomDay = query(async (venue: string, room: string, day: string): Promise<RoomDay> => {
  try {
    return { day, slots: (await callLight(slotsRow, { params: { venue, room }, query: { day } })).body };
  } catch (thrown) {
    return { day, refusal: codeOf(thrown) };
  }
}, 'room-day');

export const requestRoom = (asked: AskedRoom): Promise<RoomReceipt> =>
  sendForm(
    'room.sent',
    asked,
    async (key, proof) => (await callLight(requestRow, { key, body: { ...asked, proof } })).body,
  );

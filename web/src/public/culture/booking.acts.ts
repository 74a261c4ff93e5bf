import type { bookingsPublicContract } from '../../../../functions/bookings/bookings-public.contract.ts';
import { callForFile, callLight, type LightRow } from '../../api/client.ts';

type Routes = typeof bookingsPublicContract.routes;

const cancelRow: LightRow<Routes['cancel']> = {
  method: 'POST',
  path: '/api/public/bookings/{reference}/cancellation',
};
const acceptRow: LightRow<Routes['accept']> = {
  method: 'POST',
  path: '/api/public/bookings/{reference}/acceptance',
};
const shrinkRow: LightRow<Routes['shrink']> = {
  method: 'POST',
  path: '/api/public/bookings/{reference}/places',
};
const calendarRow: LightRow<Routes['calendar']> = { method: 'POST', path: '/api/public/booking-calendar' };

export const cancelBooking = (reference: string, code: string): Promise<unknown> =>
  callLight(cancelRow, { params: { reference }, body: { code } });
export const acceptPlace = (reference: string, code: string): Promise<unknown> =>
  callLight(acceptRow, { params: { reference }, body: { code } });
export const askForFewer = (reference: string, code: string, places: number): Promise<unknown> =>
  callLight(shrinkRow, { params: { reference }, body: { code, places } });
/** Its dates as a file a calendar opens. */
export const readCalendar = (reference: string, code: string): Promise<Blob> =>
  callForFile(calendarRow, { body: { reference, code } });

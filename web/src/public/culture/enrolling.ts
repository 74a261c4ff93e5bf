import type { bookingsPublicContract } from '../../../../functions/bookings/bookings-public.contract.ts';
import type { BodyInputOf, ResponseOf } from '../../../../functions/platform/contract/route.ts';
import { callLight, type LightRow } from '../../api/client.ts';
import { sendForm } from './booking.sending.ts';

type Enrol = typeof bookingsPublicContract.routes.enrol;

const enrolRow: LightRow<Enrol> = { method: 'POST', path: '/api/public/enrolments' };

export type Enrolling = Omit<BodyInputOf<Enrol>, 'proof'>;
export type EnrolmentReceipt = ResponseOf<Enrol>;

export const enrol = (asked: Enrolling): Promise<EnrolmentReceipt> =>
  sendForm(
    'enrol.sent',
    asked,
    async (key, proof) => (await callLight(enrolRow, { key, body: { ...asked, proof } })).body,
  );

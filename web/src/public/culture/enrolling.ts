import type { bookingsPublicContract } from '../../../../functions/bookings/bookings-public.contract.ts';
import type { BodyInputOf, ResponseOf } from '../../../../functions/platform/contract/route.ts';
import { ApiProblem, callLight, type LightRow, newKey } from '../../api/client.ts';
import { takeProof } from '../report/report.proof.ts';

type Routes = typeof bookingsPublicContract.routes;
type Enrol = Routes['enrol'];

const enrolRow: LightRow<Enrol> = { method: 'POST', path: '/api/public/enrolments' };
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

export type Enrolling = Omit<BodyInputOf<Enrol>, 'proof'>;
export type Receipt = ResponseOf<Enrol>;

const isStaleProof = (thrown: unknown): boolean =>
  thrown instanceof ApiProblem &&
  (thrown.code === 'booking.proof_wrong' || thrown.code === 'booking.proof_used');

/**
 * Sends enrolments of one form. Until an answer settled it the same key goes with the same answers, so that pressing
 * again after a broken connection cannot enrol twice; other answers are another intention.
 */
export const createEnroller = (): ((enrolling: Enrolling) => Promise<Receipt>) => {
  let last = { key: newKey(), text: '' };
  return async (enrolling) => {
    const text = JSON.stringify(enrolling);
    if (text !== last.text) last = { key: newKey(), text };
    const send = async (): Promise<Receipt> =>
      (await callLight(enrolRow, { key: last.key, body: { ...enrolling, proof: await takeProof() } })).body;
    try {
      return await send();
    } catch (thrown) {
      if (!isStaleProof(thrown)) throw thrown;
      return send();
    }
  };
};

export const cancelBooking = (reference: string, code: string): Promise<unknown> =>
  callLight(cancelRow, { params: { reference }, body: { code } });
export const acceptPlace = (reference: string, code: string): Promise<unknown> =>
  callLight(acceptRow, { params: { reference }, body: { code } });
export const askForFewer = (reference: string, code: string, places: number): Promise<unknown> =>
  callLight(shrinkRow, { params: { reference }, body: { code, places } });

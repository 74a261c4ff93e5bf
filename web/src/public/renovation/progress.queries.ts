import { query } from '@solidjs/router';
import type { BodyInputOf, ResponseOf } from '../../../../functions/platform/contract/route.ts';
import type { renovationPublicContract } from '../../../../functions/renovation/renovation-public.contract.ts';
import { callLight, type LightRow } from '../../api/client.ts';
import type { Pair } from '../track/track.pair.ts';

type Routes = typeof renovationPublicContract.routes;

const progressRow: LightRow<Routes['progress']> = {
  method: 'POST',
  path: '/api/public/renovation-progress',
};
const papersRow: LightRow<Routes['papers']> = {
  method: 'POST',
  path: '/api/public/renovations/{reference}/papers',
};
const agreementRow: LightRow<Routes['agreement']> = {
  method: 'POST',
  path: '/api/public/renovations/{reference}/agreement',
};
const signatureRow: LightRow<Routes['signature']> = {
  method: 'POST',
  path: '/api/public/renovations/{reference}/signature',
};
const ratingRow: LightRow<Routes['rating']> = {
  method: 'POST',
  path: '/api/public/renovations/{reference}/rating',
};
const appealRow: LightRow<Routes['appeal']> = {
  method: 'POST',
  path: '/api/public/renovations/{reference}/appeal',
};
const withdrawalRow: LightRow<Routes['withdraw']> = {
  method: 'POST',
  path: '/api/public/renovations/{reference}/withdrawal',
};

export type Progress = ResponseOf<Routes['progress']>;

export interface ProgressReading {
  readonly progress: Progress;
  /** Milliseconds since 1970 on this device. */
  readonly readAt: number;
}

/** @throws ApiProblem `renovation.reference_or_code_wrong` when the two don't belong together. */
export const readProgress = query(async (reference: string, code: string): Promise<ProgressReading> => {
  const { body } = await callLight(progressRow, { body: { reference, code } });
  return { progress: body, readAt: Date.now() };
}, 'renovation-progress');

type Own = 'papers' | 'agreement' | 'signature' | 'rating' | 'appeal' | 'withdraw';
type WithoutCode<B> = B extends unknown ? Omit<B, 'code'> : never;
type Said<K extends Own> = WithoutCode<BodyInputOf<Routes[K]>>;

/** What the applicant does with their own application: the reference names it, the code authorises. */
export const own = {
  papers: ({ reference, code }: Pair, said: Said<'papers'>) =>
    callLight(papersRow, { params: { reference }, body: { ...said, code } }),
  agreement: ({ reference, code }: Pair, said: Said<'agreement'>) =>
    callLight(agreementRow, { params: { reference }, body: { ...said, code } }),
  signature: ({ reference, code }: Pair, said: Said<'signature'>) =>
    callLight(signatureRow, { params: { reference }, body: { ...said, code } }),
  rating: ({ reference, code }: Pair, said: Said<'rating'>) =>
    callLight(ratingRow, { params: { reference }, body: { ...said, code } }),
  appeal: ({ reference, code }: Pair, said: Said<'appeal'>) =>
    callLight(appealRow, { params: { reference }, body: { ...said, code } }),
  withdrawal: ({ reference, code }: Pair, said: Said<'withdraw'>) =>
    callLight(withdrawalRow, { params: { reference }, body: { ...said, code } }),
};

import { query } from '@solidjs/router';
import type { BodyInputOf, ResponseOf } from '../../../../functions/platform/contract/route.ts';
import type { renovationPublicContract } from '../../../../functions/renovation/renovation-public.contract.ts';
import { callLight, type LightRow, newKey } from '../../api/client.ts';
import { isStaleProof, takeProof } from '../questions/proof.ts';

type Routes = typeof renovationPublicContract.routes;

const noticesRow: LightRow<Routes['notices']> = { method: 'GET', path: '/api/public/renovation-notices' };
const objectRow: LightRow<Routes['object']> = {
  method: 'POST',
  path: '/api/public/renovation-notices/{notice}/objections',
};

export type Notices = ResponseOf<Routes['notices']>;
export type PublicNotice = Notices['rows'][number];
export type Objection = Omit<BodyInputOf<Routes['object']>, 'proof'>;

export const readNotices = query(
  async (node: string, cursor: string | undefined): Promise<Notices> =>
    (await callLight(noticesRow, { query: { node, ...(cursor === undefined ? {} : { cursor }) } })).body,
  'renovation-notices',
);

/**
 * Sends the objection of one form. Until an answer settled it the same key goes with the same words, so that pressing
 * again after a broken connection does not object twice.
 */
export const createObjector = (notice: string): ((objection: Objection) => Promise<void>) => {
  let last = { key: '', text: '', proof: '' };
  return async (objection) => {
    const text = JSON.stringify(objection);
    if (text !== last.text) last = { key: newKey(), text, proof: await takeProof() };
    const send = () =>
      callLight(objectRow, {
        params: { notice },
        key: last.key,
        body: { ...objection, proof: last.proof },
      });
    try {
      await send();
    } catch (thrown) {
      if (!isStaleProof(thrown)) throw thrown;
      last = { ...last, proof: await takeProof() };
      await send();
    }
  };
};

import { batch } from 'solid-js';
import * as v from 'valibot';
import type { BodyOf } from '../../../../functions/platform/contract/route.ts';
import { applicationFields, consentFields } from '../../../../functions/renovation/renovation.fields.ts';
import type { renovationPublicContract } from '../../../../functions/renovation/renovation-public.contract.ts';
import { ApiProblem, callLight, type LightRow, newKey } from '../../api/client.ts';
import { takeProof } from '../report/report.proof.ts';
import { changeDraft, draft } from './renovation.draft.ts';
import { freeze, frozen, isFrozen, keepReceipt, type Receipt, thaw } from './renovation.outcome.ts';
import { homePhotos } from './renovation.photos.ts';
import { leaveForm, saved } from './renovation.saving.ts';
import { answersOf } from './renovation.steps.ts';

type Apply = typeof renovationPublicContract.routes.apply;
const applyRow: LightRow<Apply> = { method: 'POST', path: '/api/public/renovations' };

/** The body of the contract's route, without the rest of the contract: staff's part of it would come along. */
const bodySchema = v.object({
  ...applicationFields,
  by: v.picklist(['self', 'guardian', 'relative']),
  consent: v.object(consentFields),
  draft: v.optional(v.object({ reference: v.string(), code: v.string() })),
  proof: v.string(),
});
type Application = v.InferOutput<typeof bodySchema>;

const currentForm = async (): Promise<Application> => {
  const known = saved();
  return v.parse(bodySchema, {
    ...answersOf(draft()),
    photos: homePhotos.ids(),
    ...(known ? { draft: { reference: known.reference, code: known.code } } : {}),
    proof: await takeProof(),
  });
};

/**
 * Whether an answer settles that the form was not registered, so that it may be changed. Too many tries settle it
 * only when none of them may have arrived before.
 */
const isSettled = ({ status }: ApiProblem, mayHaveArrived: boolean): boolean =>
  status >= 400 && status < 500 && !(status === 429 && mayHaveArrived);

const isStaleProof = ({ code }: ApiProblem): boolean =>
  code === 'renovation.proof_wrong' || code === 'renovation.proof_used';

const sendOnce = async (form: BodyOf<Apply>): Promise<Receipt> => {
  const mayHaveArrived = isFrozen();
  if (draft().key === '') changeDraft({ key: newKey() });
  freeze(form);
  try {
    const { body } = await callLight(applyRow, { key: draft().key, body: form });
    const { reference, code, progress } = body;
    const { appliedAt, dueAt } = progress;
    return { reference, code, appliedAt, dueAt: dueAt ?? '', wants: progress.wants.join(',') };
  } catch (problem) {
    if (problem instanceof ApiProblem && isSettled(problem, mayHaveArrived)) {
      thaw();
      // Changed answers are another intention.
      changeDraft({ key: '' });
    }
    throw problem;
  }
};

/**
 * Sends the form. Photos that did not arrive are left out. A proof that expired meanwhile is replaced without a
 * word, once.
 * @throws ApiProblem with the reason; whatever it is, sending again is safe.
 */
export const sendApplication = async (): Promise<void> => {
  const sent = v.safeParse(bodySchema, frozen());
  const form = sent.success ? sent.output : await currentForm();
  let received: Receipt;
  try {
    received = await sendOnce(form);
  } catch (problem) {
    if (!(problem instanceof ApiProblem && isStaleProof(problem))) throw problem;
    received = await sendOnce({ ...form, proof: await takeProof() });
  }
  // Together, so that no page is ever seen with half of it; the guard then leads on to the receipt.
  batch(() => {
    keepReceipt(received);
    thaw();
    leaveForm();
  });
};

import { batch } from 'solid-js';
import * as v from 'valibot';
import { issuesPublicContract } from '../../../../functions/issues/issues-public.contract.ts';
import type { BodyOf } from '../../../../functions/platform/contract/route.ts';
import { ApiProblem, call, newKey } from '../../api/client.ts';
import { changeDraft, clearDraft, draft } from './report.draft.ts';
import { freeze, frozen, isFrozen, keepReceipt, type Receipt, thaw } from './report.outcome.ts';
import { reportPhotos } from './report.photos.ts';
import { takeProof } from './report.proof.ts';
import { answersOf } from './report.steps.ts';

const { raise } = issuesPublicContract.routes;
type Report = BodyOf<typeof raise>;

const currentReport = async (): Promise<Report> =>
  v.parse(raise.body, {
    ...answersOf(draft()),
    photos: reportPhotos.ids(),
    proof: await takeProof(),
  });

/**
 * Whether an answer settles that the form was not registered, so that it may be changed. Too many tries settle it
 * only when none of them may have arrived before.
 */
const isSettled = ({ status }: ApiProblem, mayHaveArrived: boolean): boolean =>
  status >= 400 && status < 500 && !(status === 429 && mayHaveArrived);

const isStaleProof = ({ code }: ApiProblem): boolean =>
  code === 'issue.proof_wrong' || code === 'issue.proof_used';

const sendOnce = async (report: Report): Promise<Receipt> => {
  const mayHaveArrived = isFrozen();
  if (draft().key === '') changeDraft({ key: newKey() });
  freeze(report);
  try {
    return (await call(raise, { key: draft().key, body: report })).body;
  } catch (problem) {
    if (problem instanceof ApiProblem && isSettled(problem, mayHaveArrived)) thaw();
    throw problem;
  }
};

/**
 * Sends the form. Photos that did not arrive are left out. A proof that expired meanwhile is replaced without a
 * word, once.
 * @throws ApiProblem with the reason; whatever it is, sending again is safe.
 */
export const sendReport = async (): Promise<void> => {
  const sent = v.safeParse(raise.body, frozen());
  const report = sent.success ? sent.output : await currentReport();
  let received: Receipt;
  try {
    received = await sendOnce(report);
  } catch (problem) {
    if (!(problem instanceof ApiProblem && isStaleProof(problem))) throw problem;
    received = await sendOnce({ ...report, proof: await takeProof() });
  }
  // Together, so that no page is ever seen with half of it; the guard then leads on to the receipt.
  batch(() => {
    keepReceipt(received);
    thaw();
    reportPhotos.clear();
    clearDraft();
  });
};

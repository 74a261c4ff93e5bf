import { batch, createSignal } from 'solid-js';
import * as v from 'valibot';
import { issuesPublicContract } from '../../../../functions/issues/issues-public.contract.ts';
import type { BodyOf } from '../../../../functions/platform/contract/route.ts';
import { ApiProblem, call } from '../../api/client.ts';
import { clearSession, readSession, writeSession } from '../session.ts';
import { clearDraft, draft } from './report.draft.ts';
import { clearPhotos, photos } from './report.photos.ts';
import { takeProof } from './report.proof.ts';
import { answersOf } from './report.steps.ts';

const { raise } = issuesPublicContract.routes;
const FROZEN = 'report.frozen';
const RECEIPT = 'report.receipt';

type Report = BodyOf<typeof raise>;

const receiptSchema = v.object({ reference: v.string(), code: v.string(), raisedAt: v.string() });
export type Receipt = v.InferOutput<typeof receiptSchema>;

const [receipt, setReceipt] = createSignal(readSession(RECEIPT, receiptSchema));
const [frozen, setFrozen] = createSignal(readSession(FROZEN, raise.body));

/**
 * `receipt`: of the form sent last in this tab. `frozen`: a form that was sent without an answer, so that nobody
 * knows whether it arrived; it is sent again as it was, which its key makes safe, and can't be changed before.
 */
export { frozen, receipt };

const freeze = (report: Report): void => {
  setFrozen(report);
  writeSession(FROZEN, report);
};
const thaw = (): void => {
  setFrozen(undefined);
  clearSession(FROZEN);
};

const currentReport = async (): Promise<Report> =>
  v.parse(raise.body, {
    ...answersOf(draft()),
    photos: photos().flatMap(({ photoId }) => photoId ?? []),
    proof: await takeProof(),
  });

/** Refused for what it says: it was not registered, and may be changed. */
const isRefused = ({ status }: ApiProblem): boolean => status >= 400 && status < 500 && status !== 429;

const isStaleProof = ({ code }: ApiProblem): boolean =>
  code === 'issue.proof_wrong' || code === 'issue.proof_used';

const sendOnce = async (report: Report): Promise<Receipt> => {
  freeze(report);
  try {
    return (await call(raise, { key: draft().key, body: report })).body;
  } catch (problem) {
    if (problem instanceof ApiProblem && isRefused(problem)) thaw();
    throw problem;
  }
};

/**
 * Sends the form. Photos that did not arrive are left out. A proof that expired meanwhile is replaced without a
 * word, once.
 * @throws ApiProblem with the reason; whatever it is, sending again is safe.
 */
export const sendReport = async (): Promise<void> => {
  const report = frozen() ?? (await currentReport());
  let received: Receipt;
  try {
    received = await sendOnce(report);
  } catch (problem) {
    if (!(problem instanceof ApiProblem && isStaleProof(problem))) throw problem;
    received = await sendOnce({ ...report, proof: await takeProof() });
  }
  writeSession(RECEIPT, received);
  // Together, so that no page is ever seen with half of it; the guard then leads on to the receipt.
  batch(() => {
    setReceipt(received);
    thaw();
    clearPhotos();
    clearDraft();
  });
};

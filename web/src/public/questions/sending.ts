import { batch } from 'solid-js';
import { ApiProblem, newKey } from '../../api/client.ts';
import type { Outcome } from './outcome.ts';
import { isStaleProof, takeProof } from './proof.ts';

interface Sent<Form extends { readonly proof: string }, Receipt> {
  readonly outcome: Outcome<Receipt>;
  /** Idempotency-Key of the form, empty before it is sent first. */
  readonly key: () => string;
  readonly keepKey: (key: string) => void;
  /** A frozen form, unless it is of another version of the site. */
  readonly read: (frozen: object | undefined) => Form | undefined;
  /** The answers as they are now, with a proof. */
  readonly current: (proof: string) => Form;
  readonly post: (key: string, form: Form) => Promise<Receipt>;
  /** Empties what the form kept on this device. */
  readonly clear: () => void;
}

/**
 * Whether an answer settles that the form was not registered, so that it may be changed. Too many tries settle it
 * only when none of them may have arrived before.
 */
const isSettled = ({ status }: ApiProblem, mayHaveArrived: boolean): boolean =>
  status >= 400 && status < 500 && !(status === 429 && mayHaveArrived);

/**
 * How a form is sent. Photos that did not arrive are left out. A proof that expired meanwhile is replaced without a
 * word, once.
 * @returns sends it; throws ApiProblem with the reason; whatever it is, sending again is safe
 */
export const createSending = <Form extends { readonly proof: string }, Receipt>(
  sent: Sent<Form, Receipt>,
): (() => Promise<void>) => {
  const { outcome, key, keepKey } = sent;
  const sendOnce = async (form: Form): Promise<Receipt> => {
    const mayHaveArrived = outcome.isFrozen();
    if (key() === '') keepKey(newKey());
    outcome.freeze(form);
    try {
      return await sent.post(key(), form);
    } catch (problem) {
      if (problem instanceof ApiProblem && isSettled(problem, mayHaveArrived)) {
        outcome.thaw();
        // Changed answers are another intention.
        keepKey('');
      }
      throw problem;
    }
  };
  return async () => {
    const form = sent.read(outcome.frozen()) ?? sent.current(await takeProof());
    const received = await sendOnce(form).catch(async (problem: unknown) => {
      if (!isStaleProof(problem)) throw problem;
      return sendOnce({ ...form, proof: await takeProof() });
    });
    // Together, so that no page is ever seen with half of it; the guard then leads on to the receipt.
    batch(() => {
      outcome.keepReceipt(received);
      outcome.thaw();
      sent.clear();
    });
  };
};

import { createSignal } from 'solid-js';
import { clearSession, hasTexts, isRecord, readSession, writeSession } from '../session.ts';

const FROZEN = 'renovation.frozen';
const RECEIPT = 'renovation.receipt';

export interface Receipt {
  readonly reference: string;
  readonly code: string;
  /** RFC 3339. */
  readonly appliedAt: string;
  /** RFC 3339, until when the first step is to be done; empty when nobody can say yet. */
  readonly dueAt: string;
  /** Items with commas between. */
  readonly wants: string;
}

const isReceipt = (value: unknown): value is Receipt =>
  hasTexts(value, ['reference', 'code', 'appliedAt', 'dueAt', 'wants']);

const [receipt, setReceipt] = createSignal<Receipt | undefined>(readSession(RECEIPT, isReceipt));
const [frozen, setFrozen] = createSignal<object | undefined>(readSession(FROZEN, isRecord));

/**
 * `receipt`: of the form sent last in this tab. `frozen`: a form that was sent without an answer, so that nobody
 * knows whether it arrived; it is sent again as it was, which its key makes safe, and can't be changed before.
 */
export { frozen, receipt };

export const isFrozen = (): boolean => frozen() !== undefined;

export const freeze = (form: object): void => {
  setFrozen(form);
  writeSession(FROZEN, form);
};

export const thaw = (): void => {
  setFrozen(undefined);
  clearSession(FROZEN);
};

export const keepReceipt = (received: Receipt): void => {
  setReceipt(received);
  writeSession(RECEIPT, received);
};

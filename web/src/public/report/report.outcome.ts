import { createSignal } from 'solid-js';
import { clearSession, hasTexts, isRecord, readSession, writeSession } from '../session.ts';

const FROZEN = 'report.frozen';
const RECEIPT = 'report.receipt';

export interface Receipt {
  readonly reference: string;
  readonly code: string;
  /** RFC 3339. */
  readonly raisedAt: string;
}

const isReceipt = (value: unknown): value is Receipt => hasTexts(value, ['reference', 'code', 'raisedAt']);

const [receipt, setReceipt] = createSignal<Receipt | undefined>(readSession(RECEIPT, isReceipt));
const [frozen, setFrozen] = createSignal<object | undefined>(readSession(FROZEN, isRecord));

/**
 * `receipt`: of the form sent last in this tab. `frozen`: a form that was sent without an answer, so that nobody
 * knows whether it arrived; it is sent again as it was, which its key makes safe, and can't be changed before.
 */
export { frozen, receipt };

export const isFrozen = (): boolean => frozen() !== undefined;

export const freeze = (report: object): void => {
  setFrozen(report);
  writeSession(FROZEN, report);
};

export const thaw = (): void => {
  setFrozen(undefined);
  clearSession(FROZEN);
};

export const keepReceipt = (received: Receipt): void => {
  setReceipt(received);
  writeSession(RECEIPT, received);
};

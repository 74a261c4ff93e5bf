import { type Accessor, createSignal } from 'solid-js';
import { clearSession, isRecord, readSession, writeSession } from '../session.ts';

/** What became of a form, kept for this tab. */
export interface Outcome<Receipt> {
  /** Of the form sent last in this tab. */
  readonly receipt: Accessor<Receipt | undefined>;
  /**
   * A form that was sent without an answer, so that nobody knows whether it arrived; it is sent again as it was, which
   * its key makes safe, and can't be changed before.
   */
  readonly frozen: Accessor<object | undefined>;
  readonly isFrozen: () => boolean;
  readonly freeze: (form: object) => void;
  readonly thaw: () => void;
  readonly keepReceipt: (received: Receipt) => void;
}

/**
 * @param name of the form, under which this tab remembers
 * @param isReceipt whether what was remembered is a receipt of this version of the site
 */
export const createOutcome = <Receipt extends object>(
  name: string,
  isReceipt: (value: unknown) => value is Receipt,
): Outcome<Receipt> => {
  const frozenName = `${name}.frozen`;
  const receiptName = `${name}.receipt`;
  const [receipt, setReceipt] = createSignal<Receipt | undefined>(readSession(receiptName, isReceipt));
  const [frozen, setFrozen] = createSignal<object | undefined>(readSession(frozenName, isRecord));
  return {
    receipt,
    frozen,
    isFrozen: () => frozen() !== undefined,
    freeze: (form) => {
      setFrozen(form);
      writeSession(frozenName, form);
    },
    thaw: () => {
      setFrozen(undefined);
      clearSession(frozenName);
    },
    keepReceipt: (received) => {
      setReceipt(() => received);
      writeSession(receiptName, received);
    },
  };
};

import { createSignal } from 'solid-js';
import { hasTexts, isRecord, readSession, writeSession } from '../session.ts';

type Texts = Readonly<Record<string, string>>;

export interface Kept<D extends Texts> {
  readonly draft: () => D & { readonly of: string };
  readonly change: (part: Partial<D>) => void;
  /** Begins anew unless it is of this already. */
  readonly startFor: (of: string) => void;
  readonly clear: () => void;
}

/**
 * What is typed so far of one kind of form, for this tab alone: it survives a reload and going back, and ends with the
 * tab or the sending.
 */
export const keepDraft = <D extends Texts>(name: string, empty: D): Kept<D> => {
  type Stored = D & { readonly of: string };
  const fits = (value: unknown): value is Stored => hasTexts(value, [...Object.keys(empty), 'of']);
  const [draft, setDraft] = createSignal<Stored>(readSession(name, fits) ?? { ...empty, of: '' });
  const set = (next: Stored): void => {
    setDraft(() => next);
    writeSession(name, next);
  };
  return {
    draft,
    change: (part) => set({ ...draft(), ...part }),
    startFor: (of) => {
      if (draft().of !== of) set({ ...empty, of });
    },
    clear: () => set({ ...empty, of: draft().of }),
  };
};

interface Receipt {
  readonly reference: string;
  readonly code: string;
  readonly booking: object;
}

/** The receipt of the last form of one kind that was sent from this tab, so that a reload does not lose its code. */
export const keepReceipt = <R extends Receipt>(name: string) => {
  type Stored = { readonly of: string; readonly receipt: R };
  const isReceipt = (value: unknown): boolean =>
    isRecord(value) && isRecord(value['booking']) && hasTexts(value, ['reference', 'code']);
  const fits = (value: unknown): value is Stored =>
    hasTexts(value, ['of']) && isReceipt(Object(value).receipt);
  const [kept, setKept] = createSignal<Stored | undefined>(readSession(name, fits));
  return {
    receiptOf: (of: string): R | undefined => (kept()?.of === of ? kept()?.receipt : undefined),
    keep: (of: string, receipt: R): void => {
      setKept(() => ({ of, receipt }));
      writeSession(name, { of, receipt });
    },
  };
};

import { createSignal } from 'solid-js';
import { clearSession, hasTexts, readSession, writeSession } from '../session.ts';

const NAME = 'report';

const emptyDraft = () => ({
  /** Idempotency-Key of this form once it is sent: however often that is, it is registered once. */
  key: '',
  category: '',
  what: '',
  town: '',
  /** Empty when the whole town is meant or the resident does not know. */
  village: '',
  placeText: '',
  /** `self` or `other`, once chosen. */
  forWhom: '',
  name: '',
  otherName: '',
  phone: '',
  /** The version of the wording agreed to. */
  consent: '',
});
export type Draft = Readonly<ReturnType<typeof emptyDraft>>;

const isDraft = (value: unknown): value is Draft => hasTexts(value, Object.keys(emptyDraft()));

const [draft, setDraft] = createSignal<Draft>(readSession(NAME, isDraft) ?? emptyDraft());

/** What has been answered so far; survives a reload and going back, and ends with the tab or the sending. */
export { draft };

export const changeDraft = (answers: Partial<Draft>): void => {
  const changed = { ...draft(), ...answers };
  setDraft(changed);
  writeSession(NAME, changed);
};

export const clearDraft = (): void => {
  setDraft(emptyDraft());
  clearSession(NAME);
};

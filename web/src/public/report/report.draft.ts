import { createSignal } from 'solid-js';
import * as v from 'valibot';
import { newKey } from '../../api/client.ts';
import { clearSession, readSession, writeSession } from '../session.ts';

const NAME = 'report';

const draftSchema = v.object({
  /** Idempotency-Key of this form: however often it is sent, it is registered once. */
  key: v.string(),
  category: v.string(),
  what: v.string(),
  town: v.string(),
  /** Empty when the whole town is meant or the resident does not know. */
  village: v.string(),
  placeText: v.string(),
  forWhom: v.picklist(['', 'self', 'other']),
  name: v.string(),
  otherName: v.string(),
  phone: v.string(),
  consent: v.boolean(),
});
export type Draft = Readonly<v.InferOutput<typeof draftSchema>>;

const emptyDraft = (): Draft => ({
  key: newKey(),
  category: '',
  what: '',
  town: '',
  village: '',
  placeText: '',
  forWhom: '',
  name: '',
  otherName: '',
  phone: '',
  consent: false,
});

const [draft, setDraft] = createSignal<Draft>(readSession(NAME, draftSchema) ?? emptyDraft());

/** What has been answered so far; survives a reload and going back, and ends with the tab or the sending. */
export { draft };

export const changeDraft = (answers: Partial<Omit<Draft, 'key'>>): void => {
  const changed = { ...draft(), ...answers };
  setDraft(changed);
  writeSession(NAME, changed);
};

export const clearDraft = (): void => {
  setDraft(emptyDraft());
  clearSession(NAME);
};

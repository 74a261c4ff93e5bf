import { createSignal } from 'solid-js';
import { clearSession, hasTexts, readSession, writeSession } from '../session.ts';

const NAME = 'renovation';

const emptyDraft = () => ({
  /** Idempotency-Key of this form once it is sent: however often that is, it is one application. */
  key: '',
  by: '',
  proxyName: '',
  proxyPhone: '',
  relation: '',
  town: '',
  village: '',
  name: '',
  certificate: '',
  validUntil: '',
  /** `yes` or `no`, once answered. */
  issuedHere: '',
  phone: '',
  address: '',
  building: '',
  unit: '',
  room: '',
  /** `house`, `lift` or `stairs`. */
  dwelling: '',
  floor: '',
  /** Both lists with commas between. */
  circumstances: '',
  wants: '',
  need: '',
  /** The version of the wording agreed to. */
  personal: '',
  sensitive: '',
});
export type Draft = Readonly<ReturnType<typeof emptyDraft>>;

const isDraft = (value: unknown): value is Draft => hasTexts(value, Object.keys(emptyDraft()));

/** A form as another version of the site may have kept it: what it did not ask yet is unanswered. */
export const draftFrom = (answers: object): Draft | undefined => {
  const whole: unknown = { ...emptyDraft(), ...answers, key: '' };
  return isDraft(whole) ? whole : undefined;
};

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

export const isBegun = (): boolean => draft().by !== '';

export const listed = (text: string): readonly string[] => text.split(',').filter((one) => one !== '');

/** The list with one more, or without it. */
export const toggled = (text: string, one: string, isIn: boolean): string =>
  [...listed(text).filter((other) => other !== one), ...(isIn ? [one] : [])].join(',');

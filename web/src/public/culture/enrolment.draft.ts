import { limits } from '../../../../functions/bookings/bookings.words.ts';
import type { Enrolling } from './enrolling.ts';

export type Who = Enrolling['attendee']['who'];

/** What is typed so far; kept by the page alone, for names and numbers are nobody else's. */
export interface Draft {
  readonly who: Who | '';
  readonly name: string;
  readonly phone: string;
  readonly age: string;
  readonly guardian: string;
  readonly guardianConsent: boolean;
  readonly places: string;
  readonly consent: boolean;
}

export const emptyDraft: Draft = {
  who: '',
  ...{ name: '', phone: '', age: '', guardian: '', places: '' },
  ...{ guardianConsent: false, consent: false },
};

export interface Lack {
  readonly name: string;
  readonly code: 'field.required' | 'field.choice' | 'field.range' | 'phone.invalid' | 'consent.required';
}

const isWhole = (text: string, least: number, most: number): boolean =>
  /^\d{1,3}$/.test(text.trim()) && Number(text) >= least && Number(text) <= most;

/** As the service's own rule: eleven digits, or a landline with its area code; spaces and dashes are fine. */
const looksLikePhone = (text: string): boolean =>
  /^(\+?86)?(1\d{10}|0\d{9,11})$/.test(text.normalize('NFKC').replace(/[\s-]/g, ''));

/** What still keeps this from being sent, field by field; the service says the last word. */
export const lacksOf = (draft: Draft, party: number): readonly Lack[] => {
  const lacks: Lack[] = [];
  const need = (name: string, isThere: boolean, code: Lack['code'] = 'field.required'): void => {
    if (!isThere) lacks.push({ name, code });
  };
  need('attendee.who', draft.who !== '', 'field.choice');
  need('attendee.name', draft.name.trim() !== '');
  if (draft.who === 'child') {
    need('attendee.age', isWhole(draft.age, 0, limits.childUnder - 1), 'field.range');
    need('attendee.guardian', draft.guardian.trim() !== '');
    need('attendee.guardianConsent', draft.guardianConsent, 'consent.required');
  }
  if (draft.who === 'party') need('attendee.places', isWhole(draft.places, 2, party), 'field.range');
  need(
    'attendee.phone',
    looksLikePhone(draft.phone),
    draft.phone.trim() === '' ? 'field.required' : 'phone.invalid',
  );
  need('consent', draft.consent, 'consent.required');
  return lacks;
};

/** The attendee as the service wants it. */
export const attendeeOf = (draft: Draft): Enrolling['attendee'] => {
  const { name, phone } = draft;
  if (draft.who === 'child') {
    const { guardian, age } = draft;
    return { who: 'child', name, age: Number(age), guardian, phone, guardianConsent: true };
  }
  if (draft.who === 'party') return { who: 'party', name, phone, places: Number(draft.places) };
  return { who: 'self', name, phone };
};

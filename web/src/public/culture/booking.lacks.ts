import type { FieldCode } from '../../../../functions/platform/contract/fields.ts';
import { ApiProblem } from '../../api/client.ts';
import type { FieldMessage } from '../../ui/error-summary.tsx';
import { fieldMessage } from '../messages/messages.ts';
import { bookingWords } from '../public.words.ts';
import type { Lack } from './booking.flow.ts';
import { messagesOf } from './booking.messages.ts';

const lack = (name: string, code: FieldCode, n: number | string = ''): Lack => ({
  name,
  message: fieldMessage({ code, n: String(n) }),
});

export const choiceLacks = (name: string, isChosen: boolean): readonly Lack[] =>
  isChosen ? [] : [lack(name, 'field.choice')];

export const textLacks = (name: string, text: string, most: number): readonly Lack[] => {
  const { length } = text.trim();
  if (length === 0) return [lack(name, 'field.required')];
  return length > most ? [lack(name, 'text.too_long', most)] : [];
};

export const wholeLacks = (name: string, text: string, least: number, most: number): readonly Lack[] => {
  const typed = text.normalize('NFKC').trim();
  if (typed === '') return [lack(name, 'field.required')];
  const isRight = /^\d{1,4}$/.test(typed) && Number(typed) >= least && Number(typed) <= most;
  return isRight ? [] : [{ name, message: bookingWords.t('lack.range', { least, most }) }];
};

/** As the service's own rule: eleven digits, or a landline with its area code; spaces and dashes are fine. */
export const phoneLacks = (name: string, text: string): readonly Lack[] => {
  const typed = text.normalize('NFKC').replace(/[\s-]/g, '');
  if (typed === '') return [lack(name, 'field.required')];
  return /^(\+?86)?(1\d{10}|0\d{9,11})$/.test(typed) ? [] : [lack(name, 'phone.invalid')];
};

export const consentLacks = (name: string, isGiven: boolean): readonly Lack[] =>
  isGiven ? [] : [lack(name, 'consent.required')];

/** What the service objects to, each leading to the page of its field; the rest belongs to none. */
export const refusedSteps = (thrown: unknown, stepOf: (path: string) => string): readonly FieldMessage[] =>
  messagesOf(thrown).map(({ name, message }) => ({
    name: thrown instanceof ApiProblem && name !== '' ? stepOf(name) : '',
    message,
  }));

import { ApiProblem } from '../../api/client.ts';
import type { FieldMessage } from '../../ui/error-summary.tsx';
import { codeOf, fieldMessage, problemMessage } from '../messages/messages.ts';
import { renovationWords } from '../public.words.ts';
import { type CertificateReading, readCertificate } from './certificate.reading.ts';
import { type StepProblem, today } from './renovation.steps.ts';
import type { words } from './renovation.zh.ts';

const { t } = renovationWords;

/** Better than "fill this in": what exactly is missing. */
const missingWords: Readonly<Record<string, keyof typeof words & `missing.${string}`>> = {
  by: 'missing.who',
  'proxy.name': 'missing.proxy.name',
  'proxy.phone': 'missing.proxy.phone',
  'proxy.relation': 'missing.proxy.relation',
  town: 'missing.town',
  'home.village': 'missing.village',
  'applicant.name': 'missing.name',
  'applicant.certificate': 'missing.certificate',
  'applicant.validUntil': 'missing.until',
  'applicant.issuedHere': 'missing.issued',
  'applicant.phone': 'missing.phone',
  'home.address.text': 'missing.address',
  dwelling: 'missing.dwelling',
  floor: 'missing.floor',
  wants: 'missing.wants',
  need: 'missing.need',
};

const ownWords = {
  'own.expired': 'wrong.expired',
  'own.elsewhere': 'wrong.elsewhere',
  'own.child': 'wrong.child',
  'own.floor': 'wrong.floor',
  'date.invalid': 'wrong.until',
  'field.masked': 'wrong.masked',
} as const;
const isOwn = (code: string): code is keyof typeof ownWords => Object.hasOwn(ownWords, code);

/** What is wrong with a certificate's number, or how far it has come; empty where there is nothing to say. */
export const readingWords = (reading: CertificateReading): string => {
  switch (reading.kind) {
    case 'empty':
    case 'right':
      return '';
    case 'so-far':
      return t('reading.so-far', reading);
    case 'character': {
      if (reading.at === 1) return t('reading.character.first', reading);
      return reading.at === 18 ? t('reading.character.check', reading) : t('reading.character', reading);
    }
    case 'too-long':
      return t('reading.too-long', reading);
    case 'birth-date':
      return t('reading.birth-date', reading);
    case 'check':
      return t('reading.check');
    case 'category':
      return t('reading.category', reading);
    case 'grade':
      return t('reading.grade', reading);
  }
};

const consentWords: Readonly<Record<string, 'consent.missing.personal' | 'consent.missing.sensitive'>> = {
  'consent.personal': 'consent.missing.personal',
  'consent.sensitive': 'consent.missing.sensitive',
};

const messageOf = ({ path, code, n, typed = '' }: StepProblem): string => {
  const consent = consentWords[path];
  if (consent !== undefined) return t(consent);
  if (isOwn(code)) return t(ownWords[code]);
  const missing = missingWords[path];
  const isMissing = code === 'field.required' || code === 'field.choice' || code === 'id.invalid';
  if (missing !== undefined && isMissing) return t(missing);
  if (path === 'applicant.certificate') {
    const said = readingWords(readCertificate(typed, today()));
    if (said !== '') return said;
  }
  return fieldMessage({ code, n });
};

/** What is wrong with the answers of a page, in words. */
export const messagesOf = (problems: readonly StepProblem[]): readonly FieldMessage[] =>
  problems.map((problem) => ({ name: problem.path, message: messageOf(problem) }));

/** What a refusal means for whoever applies or saves, in the language now shown. */
export const refusalMessage = (code: string): string =>
  renovationWords.find(`problem.${code}`) ?? problemMessage(code);

/** Everything an answer objects to, each at its field; without a field, at none. */
export const messagesOfRefusal = (thrown: unknown): readonly FieldMessage[] =>
  thrown instanceof ApiProblem && thrown.errors.length > 0
    ? messagesOf(thrown.errors)
    : [{ name: '', message: refusalMessage(codeOf(thrown)) }];

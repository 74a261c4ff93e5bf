import * as v from 'valibot';
import { fieldProblems } from '../../../../functions/platform/contract/fields.ts';
import type { FieldProblem } from '../../../../functions/platform/contract/problems.ts';
import { localDateOf, parseInstant } from '../../../../functions/platform/runtime/time.ts';
import { ageOn, certificateOf } from '../../../../functions/renovation/certificate.rules.ts';
import { applicationFields, consentFields } from '../../../../functions/renovation/renovation.fields.ts';
import { consentVersion, limits } from '../../../../functions/renovation/renovation.words.ts';
import { type Draft, listed } from './renovation.draft.ts';
import { DONE_PATH, pathOfStep, type Step, stepOfPath, steps, stepsOf } from './renovation.paths.ts';

const { applicant, home, proxy, circumstances, wants, need } = applicationFields;
const { name, certificate, validUntil, phone } = applicant.entries;
const { village, address } = home.entries;
const { personal, sensitive } = consentFields;

export const today = (): string => localDateOf(parseInstant(new Date().toISOString()));

/** What each page asks, by the service's own schemas. */
const asked = {
  who: v.object({}),
  proxy: v.object({ proxy: proxy.wrapped }),
  village: v.object({ home: v.object({ village }) }),
  card: v.object({ applicant: v.object({ name, certificate, validUntil }) }),
  contact: v.object({ applicant: v.object({ phone }) }),
  home: v.object({ home: v.object({ address }) }),
  household: v.object({ circumstances }),
  items: v.object({ wants }),
  need: v.object({ need }),
  photos: v.object({}),
  consent: v.object({ consent: v.object({ personal, sensitive }) }),
  check: v.object({}),
} satisfies Record<Step, v.GenericSchema>;

/** In Chinese whatever the page speaks: who comes to the home reads it. */
const dwellings = { house: '平房或院子', lift: '楼房，有电梯', stairs: '楼房，没有电梯' } as const;
type Dwelling = keyof typeof dwellings;
const isDwelling = (text: string): text is Dwelling => Object.hasOwn(dwellings, text);

export const isFlat = ({ dwelling }: Draft): boolean => dwelling === 'lift' || dwelling === 'stairs';

/** The service knows one text of what is hard at home; what the home is like stands first in it. */
const needOf = (draft: Draft): string => {
  if (draft.need.trim() === '' || !isDwelling(draft.dwelling)) return draft.need;
  const floor = isFlat(draft) ? `，${draft.floor.trim()} 楼` : '';
  return `【住房】${dwellings[draft.dwelling]}${floor}\n${draft.need}`;
};

/** Characters left for the resident's own words. */
export const needLimit = limits.text - 40;

const given = (text: string): string | undefined => (text.trim() === '' ? undefined : text);

/** A day as people copy it from a card (2030.12.31, 2030年12月31日, 20301231) as `YYYY-MM-DD`; anything else as it is. */
export const dayOf = (text: string): string => {
  const plain = text.normalize('NFKC').trim();
  const [, year, month = '', day = ''] =
    /^(\d{4})(\d{2})(\d{2})$/.exec(plain) ?? /^(\d{4})\D+(\d{1,2})\D+(\d{1,2})\D*$/.exec(plain) ?? [];
  return year === undefined ? plain : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
};

/** The answers as the service wants them, not yet checked. */
export const answersOf = (draft: Draft) => ({
  by: draft.by,
  applicant: {
    name: draft.name,
    phone: draft.phone,
    certificate: draft.certificate,
    validUntil: dayOf(draft.validUntil),
    issuedHere: draft.issuedHere === 'yes',
  },
  home: {
    village: draft.village,
    address: {
      text: draft.address,
      ...(given(draft.building) ? { building: draft.building } : {}),
      ...(given(draft.unit) ? { unit: draft.unit } : {}),
      ...(given(draft.room) ? { room: draft.room } : {}),
    },
  },
  ...(draft.by === 'self'
    ? {}
    : { proxy: { name: draft.proxyName, phone: draft.proxyPhone, relation: draft.relation } }),
  circumstances: listed(draft.circumstances),
  wants: listed(draft.wants),
  need: needOf(draft),
  consent: {
    personal: draft.personal === consentVersion,
    sensitive: draft.sensitive === consentVersion,
    version: consentVersion,
  },
});

/** What only this form can say before the service does. */
type OwnCode = 'own.expired' | 'own.elsewhere' | 'own.child' | 'own.floor';
export type StepProblem = Pick<FieldProblem, 'path' | 'n'> & {
  readonly code: FieldProblem['code'] | OwnCode;
  /** What was typed when it was found wrong, where the words depend on it. */
  readonly typed?: string;
};

const missing = (path: string): StepProblem => ({ path, code: 'field.required', n: '' });
const own = (path: string, code: OwnCode): StepProblem => ({ path, code, n: '' });

/** Whether the number says somebody too young to apply without a guardian. */
export const needsGuardian = (draft: Draft): boolean => {
  const known = certificateOf(draft.certificate);
  return (
    known !== undefined && draft.by !== 'guardian' && ageOn(known.birthDate, today()) < limits.guardianUnder
  );
};

const ofCard = (draft: Draft): StepProblem[] => [
  ...(needsGuardian(draft) ? [own('applicant.certificate', 'own.child')] : []),
  ...(/^\d{4}-\d{2}-\d{2}$/.test(dayOf(draft.validUntil)) && dayOf(draft.validUntil) < today()
    ? [own('applicant.validUntil', 'own.expired')]
    : []),
  ...(draft.issuedHere === '' ? [missing('applicant.issuedHere')] : []),
  ...(draft.issuedHere === 'no' ? [own('applicant.issuedHere', 'own.elsewhere')] : []),
];

const ofHome = (draft: Draft): StepProblem[] => {
  if (!isDwelling(draft.dwelling)) return [missing('dwelling')];
  if (!isFlat(draft)) return [];
  if (draft.floor.trim() === '') return [missing('floor')];
  return /^-?\d{1,2}$/.test(draft.floor.trim()) ? [] : [own('floor', 'own.floor')];
};

/** What the schemas don't know: questions of this form alone, and what they leave to the service's rules. */
const ownProblems = (step: Step, draft: Draft): StepProblem[] => {
  if (step === 'who') return /^(self|guardian|relative)$/.test(draft.by) ? [] : [missing('by')];
  if (step === 'village' && draft.town === '') return [missing('town')];
  if (step === 'card') return ofCard(draft);
  return step === 'home' ? ofHome(draft) : [];
};

const typedAt = (draft: Draft): Readonly<Record<string, string>> => ({
  'proxy.phone': draft.proxyPhone,
  'applicant.certificate': draft.certificate,
  'applicant.validUntil': draft.validUntil,
  'applicant.phone': draft.phone,
});

/** What is empty is missing rather than wrong. */
const asMissing = ({ path, code, n }: FieldProblem, typed: Readonly<Record<string, string>>): StepProblem => {
  const text = typed[path];
  if (text === undefined) return { path, code, n };
  return text.trim() === '' ? missing(path) : { path, code, n, typed: text };
};

/** What stands in the way of leaving a page; the first of each field. */
export const problemsOf = (step: Step, draft: Draft): readonly StepProblem[] => {
  const result = v.safeParse(asked[step], answersOf(draft));
  const found = result.success ? [] : fieldProblems(result.issues);
  const typed = typedAt(draft);
  const all = [...found.map((problem) => asMissing(problem, typed)), ...ownProblems(step, draft)];
  return all.filter(({ path }, index) => all.findIndex((other) => other.path === path) === index);
};

export const firstUnanswered = (draft: Draft): Step =>
  stepsOf(draft.by).find((step) => problemsOf(step, draft).length > 0) ?? 'check';

/**
 * Where somebody who opens `path` belongs instead, if elsewhere: the first page not yet answered.
 * @param hasReceipt the form was sent already, and its receipt is still here
 * @param isFrozen a sending whose end is unknown: nothing may change until it is known
 */
export const redirectFrom = (
  path: string,
  draft: Draft,
  { hasReceipt, isFrozen }: { readonly hasReceipt: boolean; readonly isFrozen: boolean },
): string | undefined => {
  const step = stepOfPath(path);
  const unanswered = firstUnanswered(draft);
  if (step === undefined) return hasReceipt ? undefined : pathOfStep(unanswered);
  if (isFrozen) return step === 'check' ? undefined : pathOfStep('check');
  if (step === 'proxy' && draft.by === 'self') return pathOfStep('village');
  if (steps.indexOf(step) <= steps.indexOf(unanswered)) return undefined;
  // Back from the receipt: the pages before it are empty by now.
  return hasReceipt && unanswered === 'who' ? DONE_PATH : pathOfStep(unanswered);
};

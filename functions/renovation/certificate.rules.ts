import { birthDateIn, idNumberFault, normaliseIdNumber } from '../platform/contract/id-number.rules.ts';
import { type DisabilityCategory, disabilityCategories } from './renovation.words.ts';

/** 18 characters of the ID number, the category 1–7 and the grade 1–4. */
export const certificateLength = 20;

export const certificateGrades = [1, 2, 3, 4] as const;
export type CertificateGrade = (typeof certificateGrades)[number];

/** What the number of a certificate says of the person. */
export interface Certificate {
  readonly idNumber: string;
  readonly birthDate: string;
  readonly category: DisabilityCategory;
  readonly grade: CertificateGrade;
}

export const normaliseCertificate = normaliseIdNumber;

type CertificateFault =
  | ReturnType<typeof idNumberFault>
  | 'certificate.invalid'
  | 'certificate.category'
  | 'certificate.grade';

/**
 * What is wrong with a number as far as it was typed: what can still become right isn't wrong yet, so that nobody is
 * told off before they are done. `complete` when it is to be sent.
 */
export const certificateFault = (typed: string, complete: boolean): CertificateFault => {
  const text = normaliseCertificate(typed);
  const shape = /^[1-9]\d{0,16}$|^[1-9]\d{16}[\dX]\d{0,2}$/;
  if (text.length > certificateLength || (text !== '' && !shape.test(text))) return 'certificate.invalid';
  if (text.length >= 18) {
    const fault = idNumberFault(text.slice(0, 18));
    if (fault) return fault;
  }
  if (text.length >= 19 && !/[1-7]/.test(text.charAt(18))) return 'certificate.category';
  if (text.length >= 20 && !/[1-4]/.test(text.charAt(19))) return 'certificate.grade';
  return complete && text.length < certificateLength ? 'certificate.invalid' : undefined;
};

/** What a whole and right number says; undefined for any other. */
export const certificateOf = (typed: string): Certificate | undefined => {
  if (certificateFault(typed, true)) return undefined;
  const text = normaliseCertificate(typed);
  const idNumber = text.slice(0, 18);
  const category = disabilityCategories[Number(text.charAt(18)) - 1];
  const grade = certificateGrades[Number(text.charAt(19)) - 1];
  return category && grade && { idNumber, birthDate: birthDateIn(idNumber), category, grade };
};

/** Full years on a day; both as `YYYY-MM-DD`. */
export const ageOn = (birthDate: string, day: string): number => {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
};

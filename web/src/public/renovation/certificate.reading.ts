import {
  ageOn,
  type Certificate,
  certificateFault,
  certificateLength,
  certificateOf,
  normaliseCertificate,
} from '../../../../functions/renovation/certificate.rules.ts';

/** What can be said of a number as far as it is typed: what is wrong, at which place, or whose it is. */
export type CertificateReading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'so-far'; readonly n: number; readonly left: number }
  /** `at` counts from 1. */
  | { readonly kind: 'character'; readonly at: number; readonly character: string }
  | { readonly kind: 'too-long'; readonly over: number }
  | { readonly kind: 'birth-date'; readonly date: string }
  | { readonly kind: 'check'; readonly at: number }
  | { readonly kind: 'category' | 'grade'; readonly character: string }
  | { readonly kind: 'right'; readonly certificate: Certificate; readonly age: number };

const isDay = (date: string): boolean => {
  const milliseconds = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString().startsWith(date);
};

/** Place, from 1, of the first character that can't stand there; 0 when there is none. */
const wrongCharacter = (text: string): number => {
  for (const [index, character] of Array.from(text).entries()) {
    const fits = index === 17 ? /[\dX]/ : index === 0 ? /[1-9]/ : /\d/;
    if (!fits.test(character)) return index + 1;
  }
  return 0;
};

/**
 * Reads a certificate's number while it is being typed. What can still become right isn't wrong yet.
 * @param today `YYYY-MM-DD` in the district
 */
export const readCertificate = (typed: string, today: string): CertificateReading => {
  const text = normaliseCertificate(typed);
  if (text === '') return { kind: 'empty' };
  const wrong = wrongCharacter(text.slice(0, certificateLength));
  if (wrong > 0) return { kind: 'character', at: wrong, character: text.charAt(wrong - 1) };
  const date = `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`;
  if (text.length >= 14 && (!isDay(date) || date > today || date < '1880')) {
    return { kind: 'birth-date', date };
  }
  const fault = certificateFault(text.slice(0, certificateLength), false);
  if (fault === 'id_number.check_character') return { kind: 'check', at: 18 };
  if (fault === 'certificate.category') return { kind: 'category', character: text.charAt(18) };
  if (fault === 'certificate.grade') return { kind: 'grade', character: text.charAt(19) };
  if (text.length > certificateLength) return { kind: 'too-long', over: text.length - certificateLength };
  const certificate = certificateOf(text);
  return certificate
    ? { kind: 'right', certificate, age: ageOn(certificate.birthDate, today) }
    : { kind: 'so-far', n: text.length, left: certificateLength - text.length };
};

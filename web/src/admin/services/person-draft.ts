import { idNumberFault } from '../../../../functions/platform/contract/id-number.rules.ts';
import {
  ageOn,
  certificateOf,
  normaliseCertificate,
} from '../../../../functions/renovation/certificate.rules.ts';
import { consentVersion, limits } from '../../../../functions/services/services.words.ts';

const idNumberLength = 18;

/** Somebody as they are written down, with what they agree to. */
export interface PersonDraft {
  name: string;
  /** Of the ID card or of the certificate: which, its length says. */
  number: string;
  phone: string;
  guardianName: string;
  guardianRelation: string;
  guardianPhone: string;
  by: string;
  personal: boolean;
  sensitive: boolean;
  how: string;
}

/** Whoever stands at the door mostly speaks for themselves; both consents are asked each time. */
export const emptyPerson: PersonDraft = {
  ...{ name: '', number: '', phone: '', guardianName: '', guardianRelation: '', guardianPhone: '' },
  ...{ by: 'self', personal: false, sensitive: false, how: 'in-person' },
};

const birthDateOf = (idNumber: string): string =>
  `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`;

/** What a whole and right number says of somebody; undefined for any other. */
export const readNumber = (typed: string, today: string) => {
  const certificate = certificateOf(typed);
  if (certificate) return { age: ageOn(certificate.birthDate, today), certificate };
  const text = normaliseCertificate(typed);
  return text.length === idNumberLength && idNumberFault(text) === undefined
    ? { age: ageOn(birthDateOf(text), today), certificate: undefined }
    : undefined;
};

/** Whether a guardian has to be written down: for the young, and where one consents. */
export const needsGuardian = ({ by, number }: Pick<PersonDraft, 'by' | 'number'>, today: string): boolean =>
  by === 'guardian' || (readNumber(number, today)?.age ?? limits.guardianUnder) < limits.guardianUnder;

const guardianOf = (draft: PersonDraft) => ({
  name: draft.guardianName,
  relation: draft.guardianRelation,
  phone: draft.guardianPhone || undefined,
});

/** Person and consent in the shape the contracts take; what was left empty is not sent. */
export const personBody = (draft: PersonDraft, today: string): object => {
  const number = normaliseCertificate(draft.number);
  return {
    person: {
      name: draft.name,
      ...(number === ''
        ? {}
        : number.length > idNumberLength
          ? { certificate: draft.number }
          : { idNumber: draft.number }),
      phone: draft.phone || undefined,
      ...(needsGuardian(draft, today) ? { guardian: guardianOf(draft) } : {}),
    },
    consent: {
      by: draft.by || undefined,
      personal: draft.personal || undefined,
      sensitive: draft.sensitive || undefined,
      version: consentVersion,
      how: draft.how || undefined,
    },
  };
};

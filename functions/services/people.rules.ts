import { birthDateIn } from '../platform/contract/id-number.rules.ts';
import { maskIdNumber, maskName, maskPhone } from '../platform/contract/masks.ts';
import type { Officer } from '../platform/contract/officer.ts';
import { type Instant, localDateOf } from '../platform/runtime/time.ts';
import { ageOn } from '../renovation/certificate.rules.ts';
import type { Consent, PlainPerson, ShownPerson } from './people.states.ts';
import type { ChangedPerson, NewConsent, NewPerson } from './services.fields.ts';
import { limits } from './services.words.ts';

/** Who acts, and when. */
export interface Act {
  readonly by: Officer;
  readonly now: Instant;
}

const idNumberLength = 18;

/** The ID number a certificate's number begins with; an ID number itself. */
export const idNumberIn = (number: string): string => number.slice(0, idNumberLength);

/** Full years on a day, by the ID number. */
export const ageOf = ({ number }: Pick<PlainPerson, 'number'>, day: string): number =>
  ageOn(birthDateIn(number), day);

export const plainPerson = ({ name, idNumber, certificate, phone, guardian }: NewPerson): PlainPerson => ({
  name,
  number: certificate ?? idNumber ?? '',
  phone,
  guardian,
});

export const shownPerson = (
  { name, number, phone, guardian }: PlainPerson,
  household: string | undefined,
): ShownPerson => ({
  name: maskName(name),
  number: maskIdNumber(idNumberIn(number)),
  withCertificate: number.length > idNumberLength,
  ...(phone === undefined ? {} : { phone: maskPhone(phone) }),
  ...(guardian === undefined
    ? {}
    : {
        guardian: {
          name: maskName(guardian.name),
          relation: guardian.relation,
          ...(guardian.phone === undefined ? {} : { phone: maskPhone(guardian.phone) }),
        },
      }),
  ...(household === undefined ? {} : { household }),
});

export const consentGiven = ({ by, how, version }: NewConsent, act: Act): Consent => ({
  ...{ by, how, version },
  at: act.now,
  heardBy: act.by,
});

/** For somebody younger than fourteen a guardian consents, who is written down. */
export const lacksGuardian = (person: PlainPerson, consent: Pick<NewConsent, 'by'>, now: Instant): boolean =>
  ageOf(person, localDateOf(now)) < limits.guardianUnder &&
  (consent.by !== 'guardian' || person.guardian === undefined);

/** What was not sent stays, `null` takes it out. */
export const changedPerson = (
  before: PlainPerson,
  { name = before.name, phone, guardian = before.guardian }: ChangedPerson,
): PlainPerson => ({
  ...before,
  name,
  phone: phone === undefined ? before.phone : (phone ?? undefined),
  guardian,
});

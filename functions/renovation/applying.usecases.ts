import { addressKey, holderOf } from '../households/claims.store.ts';
import { maskIdNumber, maskName, maskPhone } from '../platform/contract/masks.ts';
import type { Officer } from '../platform/contract/officer.ts';
import { createCase } from '../platform/ledger/change.ts';
import type { Command, Companion, Stored } from '../platform/ledger/steps.ts';
import { referenceFrom } from '../platform/runtime/ids.ts';
import { type LocalDate, localDateOf } from '../platform/runtime/time.ts';
import { ageOn, type Certificate, certificateOf } from './certificate.rules.ts';
import { marksOf } from './claims.store.ts';
import { type RenovationRefusal, renovationProblem } from './renovation.problems.ts';
import { clockFor, withDecision } from './renovation.rules.ts';
import type { In, Renovation } from './renovation.states.ts';
import { codeOf, companionsOf, type Person, renovationType, sealPerson } from './renovation.store.ts';
import { type RenovationDependencies, refused } from './renovation.usecases.ts';
import { limits } from './renovation.words.ts';

export interface Applying {
  readonly applicant: {
    readonly name: string;
    readonly phone: string;
    readonly certificate: string;
    readonly validUntil: LocalDate;
    readonly issuedHere: boolean;
  };
  readonly home: { readonly village: string; readonly address: Person['address'] };
  readonly proxy?: NonNullable<Person['proxy']> | undefined;
  readonly circumstances: Renovation['circumstances'];
  readonly wants: Renovation['wants'];
  readonly need: string;
  readonly photos: Renovation['photos'];
  readonly by: Renovation['consent']['by'];
  readonly consent: Pick<Renovation['consent'], 'version' | 'how'>;
}

/** Why nobody can apply like this; undefined when they can. */
export const applicationFault = (
  { applicant, by, proxy }: Pick<Applying, 'applicant' | 'by' | 'proxy'>,
  certificate: Certificate,
  today: LocalDate,
): RenovationRefusal | undefined => {
  if (!applicant.issuedHere) return 'renovation.issued_elsewhere';
  if (applicant.validUntil < today) return 'renovation.certificate_expired';
  if (ageOn(certificate.birthDate, today) < limits.guardianUnder && by !== 'guardian') {
    return 'renovation.guardian_needed';
  }
  return (by === 'guardian' || by === 'relative') && !proxy ? 'renovation.proxy_needed' : undefined;
};

/** @throws Problem unless it is a village that exists. */
const checkVillage = async (
  deps: RenovationDependencies,
  { home }: Applying,
  { now }: Command,
): Promise<void> => {
  const node = await deps.nodes.at(home.village, now);
  if (!node?.active || node.kind !== 'village') throw renovationProblem('renovation.village_unknown');
};

/** The first state: what is personal masked, the rest as it was said. */
const applied = (
  applying: Applying,
  certificate: Certificate,
  by: Officer | undefined,
  known: Pick<Renovation, 'marks' | 'household'>,
  { now }: Command,
): Omit<In<'applied'>, 'clock'> => {
  const { applicant, proxy, home, consent } = applying;
  const { category, grade, birthDate, idNumber } = certificate;
  return {
    state: 'applied',
    village: home.village,
    applicant: {
      name: maskName(applicant.name),
      phone: maskPhone(applicant.phone),
      idNumber: maskIdNumber(idNumber),
      ...{ category, grade, age: ageOn(birthDate, localDateOf(now)), validUntil: applicant.validUntil },
    },
    ...(proxy
      ? { proxy: { name: maskName(proxy.name), phone: maskPhone(proxy.phone), relation: proxy.relation } }
      : {}),
    ...{ circumstances: applying.circumstances, wants: applying.wants, need: applying.need },
    photos: applying.photos,
    consent: {
      ...{ personal: true, sensitive: true, by: applying.by, at: now, version: consent.version },
      ...(consent.how ? { how: consent.how } : {}),
    },
    appliedAt: now,
    ...(by ? { registeredBy: by } : {}),
    marks: known.marks,
    ...(known.household === undefined ? {} : { household: known.household }),
    ...(by ? withDecision({ decisions: [] }, 'registered', { by, now }) : { decisions: [] }),
  };
};

/**
 * Takes an application down. Person and home are claimed in the commit that makes it, so of two for one home, or one
 * person, one is there. Whoever sends the same request again gets the same reference and code.
 * @param companions what else must hold in the commit.
 */
export const apply = async (
  deps: RenovationDependencies,
  command: Command,
  applying: Applying,
  by: Officer | undefined,
  companions: readonly Companion<RenovationRefusal>[] = [],
): Promise<{ readonly stored: Stored<Renovation>; readonly code: string }> => {
  const { keyring, ledger, store } = deps;
  await checkVillage(deps, applying, command);
  const { applicant, home, proxy } = applying;
  const certificate = certificateOf(applicant.certificate);
  if (!certificate) throw new Error('a certificate was checked and is wrong');
  const fault = applicationFault(applying, certificate, localDateOf(command.now));
  if (fault) throw refused(fault);
  const { village, address } = home;
  const [marks, door, calendar, seed] = await Promise.all([
    marksOf(keyring, { certificate: applicant.certificate, village, address }),
    addressKey(keyring, { village, kind: 'home', address }).then((key) => store.get(key)),
    deps.calendars.current(command.now),
    keyring.mac('renovation', `${by?.id ?? 'resident'} ${command.key}`),
  ]);
  const first = applied(applying, certificate, by, { marks, household: holderOf(door) }, command);
  const next: In<'applied'> = { ...first, ...clockFor('applied', { now: command.now, calendar }) };
  const stored = await createCase<Renovation, RenovationRefusal>({
    ledger,
    type: renovationType,
    command,
    refuse: refused,
    idFor: (attempt) => referenceFrom(`${seed} ${attempt}`),
    make: async (id) => {
      const { name, phone, certificate: number } = applicant;
      const person = await sealPerson(keyring, id, {
        applicant: { name, phone, certificate: number },
        address,
        ...(proxy ? { proxy } : {}),
      });
      const data = { by: applying.by, consent: applying.consent.version, person: person.digest };
      return {
        next,
        events: [{ type: 'applied', data }],
        companions: [person.companion, ...companionsOf(id, undefined, next), ...companions],
      };
    },
  });
  return { stored, code: await codeOf(keyring, stored.id) };
};

import * as v from 'valibot';
import { isReference } from '../platform/contract/reference.ts';
import { caseKey } from '../platform/ledger/case-keys.ts';
import type { CaseType, Companion } from '../platform/ledger/steps.ts';
import { codeFrom } from '../platform/runtime/ids.ts';
import { type Keyring, sameSecret } from '../platform/runtime/keyring.ts';
import type { Item, ItemKey, Store } from '../platform/runtime/store.ts';
import type { Instant } from '../platform/runtime/time.ts';
import { enrolmentKeptUntil } from './bookings.retention.ts';
import { ticketPrefix } from './bookings.words.ts';
import { marksOf, type PersonMarks } from './claims.store.ts';
import { type Enrolment, enrolmentSchema } from './enrolments.states.ts';

export const enrolmentType: CaseType<Enrolment> = {
  kind: 'ENROLMENT',
  schema: enrolmentSchema,
  raisedAt: ({ enrolledAt }) => enrolledAt,
  dueAt: (enrolment) => {
    if (enrolment.state === 'held') return enrolment.heldUntil;
    return enrolment.state === 'confirmed' ? enrolment.lookAt : undefined;
  },
  keptUntil: enrolmentKeptUntil,
};

export const enrolmentKey = (reference: string): ItemKey => caseKey(enrolmentType.kind, reference, 'STATE');
export const personKey = (kind: string, reference: string): ItemKey => caseKey(kind, reference, 'PERSON');

/** Whoever a booking is of; a child's phone is its guardian's. */
export interface Person {
  readonly name: string;
  readonly phone: string;
  readonly guardian?: string;
}

const personSchema = v.object({
  name: v.string(),
  phone: v.string(),
  guardian: v.optional(v.string()),
  marks: v.object({ phone: v.string(), person: v.string() }),
});

const context = (kind: string, id: string, field: string): string => `${kind}#${id}/${field}`;

/** Names and phone, sealed, to be written with the booking, with the marks its claims stand under; and a digest. */
export const sealPerson = async (
  keyring: Keyring,
  kind: string,
  id: string,
  person: Person,
): Promise<{
  readonly companion: Companion<never>;
  readonly marks: PersonMarks;
  readonly digest: string;
}> => {
  const { name, phone, guardian } = person;
  const seal = (text: string, field: string): Promise<string> => keyring.seal(text, context(kind, id, field));
  const marks = await marksOf(keyring, person);
  const Item = {
    ...personKey(kind, id),
    name: await seal(name, 'name'),
    phone: await seal(phone, 'phone'),
    ...(guardian === undefined ? {} : { guardian: await seal(guardian, 'guardian') }),
    marks,
  };
  const digest = await keyring.mac('booking-person-digest', `${name}\n${phone}\n${guardian ?? ''}`);
  return { companion: { write: { Put: { Item } } }, marks, digest };
};

/** @throws Error when the item is not there: every booking has one until it is made anonymous. */
export const marksIn = (item: Item | undefined): PersonMarks => v.parse(personSchema, item).marks;

export const openPerson = async (
  keyring: Keyring,
  kind: string,
  id: string,
  item: Item | undefined,
): Promise<Person> => {
  const sealed = v.parse(personSchema, item);
  const open = (text: string, field: string): Promise<string> => keyring.open(text, context(kind, id, field));
  return {
    name: await open(sealed.name, 'name'),
    phone: await open(sealed.phone, 'phone'),
    ...(sealed.guardian === undefined ? {} : { guardian: await open(sealed.guardian, 'guardian') }),
  };
};

/** Leaves who opened the personal data of a booking, when and why. */
export const recordOpening = (
  store: Store,
  kind: string,
  id: string,
  opening: { readonly at: Instant; readonly staffId: string; readonly name: string; readonly reason: string },
): Promise<void> =>
  store.put({ ...caseKey(kind, id, `OPENED#${opening.at}#${opening.staffId}`), ...opening });

/** The code that belongs to a reference: derived, so it is stored nowhere and a repeat gives the same. */
export const codeOf = async (keyring: Keyring, reference: string): Promise<string> =>
  codeFrom(await keyring.mac('booking-code', reference));

const ticketLength = 16;

const ticketMac = async (keyring: Keyring, reference: string): Promise<string> =>
  (await keyring.mac('booking-ticket', reference)).slice(0, ticketLength);

/** What a ticket's QR code says: the reference, and that it comes from us. It is no code: it opens nothing. */
export const ticketOf = async (keyring: Keyring, reference: string): Promise<string> =>
  `${ticketPrefix}.${reference}.${await ticketMac(keyring, reference)}`;

/** The reference on a genuine ticket; undefined for anything else. */
export const referenceOnTicket = async (keyring: Keyring, ticket: string): Promise<string | undefined> => {
  const [prefix, reference = '', mac = '', ...more] = ticket.split('.');
  if (prefix !== ticketPrefix || more.length > 0 || !isReference(reference)) return undefined;
  return sameSecret(await ticketMac(keyring, reference), mac) ? reference : undefined;
};

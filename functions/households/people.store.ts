import * as v from 'valibot';
import { parseStored } from '../platform/ledger/ledger.ts';
import type { Companion, Stored } from '../platform/ledger/steps.ts';
import type { Keyring } from '../platform/runtime/keyring.ts';
import { byKey, type Item, type Store } from '../platform/runtime/store.ts';
import type { Instant } from '../platform/runtime/time.ts';
import type { People, Person } from './households.rules.ts';
import type { Household } from './households.states.ts';
import { householdKey, householdType } from './households.store.ts';

const contextOf = (id: string): string => `${householdType.kind}#${id}/people`;

const personSchema = v.object({
  name: v.string(),
  idNumber: v.optional(v.string()),
  phone: v.optional(v.string()),
});
const peopleSchema = v.record(v.string(), personSchema);
const sealedSchema = v.object({ sealed: v.string() });

/** All people of a household in one sealed item, to be written with it; and their digest for its history. */
export const sealPeople = async (
  keyring: Keyring,
  id: string,
  people: People,
): Promise<{ readonly companion: Companion<never>; readonly digest: string }> => {
  const text = JSON.stringify(people);
  const [sealed, digest] = await Promise.all([
    keyring.seal(text, contextOf(id)),
    keyring.mac('household-people', `${id}\n${text}`),
  ]);
  return { companion: { write: { Put: { Item: { ...householdKey(id, 'PERSON'), sealed } } } }, digest };
};

export const openPeople = async (keyring: Keyring, id: string, item: Item | undefined): Promise<People> => {
  const { sealed } = v.parse(sealedSchema, item);
  return v.parse(peopleSchema, JSON.parse(await keyring.open(sealed, contextOf(id))));
};

export interface Inhabited {
  readonly stored: Stored<Household>;
  readonly people: () => Promise<People>;
}

/** Households with what opens their people; nothing is opened yet. In the order of the ids, the missing left out. */
export const readInhabited = async (
  { store, keyring }: { readonly store: Store; readonly keyring: Keyring },
  ids: readonly string[],
): Promise<Inhabited[]> => {
  const keys = ids.flatMap((id) => [householdKey(id, 'STATE'), householdKey(id, 'PERSON')]);
  const found = byKey(await store.getMany(keys));
  return ids.flatMap((id) => {
    const state = found(householdKey(id, 'STATE'));
    if (!state) return [];
    const stored = parseStored(householdType, state);
    const people = async (): Promise<People> =>
      stored.state.anonymisedAt === undefined
        ? openPeople(keyring, id, found(householdKey(id, 'PERSON')))
        : {};
    return [{ stored, people }];
  });
};

/** The plain name and phone of the head; the phone is missing when there is none. */
export const headOf = async ({ stored, people }: Inhabited): Promise<Person | undefined> => {
  const first = stored.state.members[0];
  return first && (await people())[String(first.no)];
};

/** Leaves who opened the personal data of a household, when and why. */
export const recordOpening = (
  store: Store,
  id: string,
  opening: { readonly at: Instant; readonly staffId: string; readonly name: string; readonly reason: string },
): Promise<void> => store.put({ ...householdKey(id, `OPENED#${opening.at}#${opening.staffId}`), ...opening });

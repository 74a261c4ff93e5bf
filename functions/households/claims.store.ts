import * as v from 'valibot';
import type { Companion } from '../platform/ledger/steps.ts';
import type { Keyring } from '../platform/runtime/keyring.ts';
import type { Item, ItemKey, Store } from '../platform/runtime/store.ts';
import { sameDoor } from './households.fields.ts';
import type { HouseholdRefusal } from './households.problems.ts';
import type { People } from './households.rules.ts';
import type { Household } from './households.states.ts';

/**
 * What a household holds while it is in the register: its door and the ID numbers of its people, which nobody else
 * may have, and their phones, by which it is found. Each is one item under a keyed hash, so that neither can be read
 * from the table.
 */
export interface Claim {
  readonly key: ItemKey;
  /** Field of a request that it came from. */
  readonly path: string;
  /** What it is told to who wants it too; undefined for a phone, which many may have. */
  readonly refusal: HouseholdRefusal | undefined;
  readonly extra?: Item;
}

type Door = Pick<Household, 'village' | 'kind' | 'address' | 'shopName'>;

const villageId = (village: string): string => village.slice(village.lastIndexOf('/') + 1);

export const addressKey = async (
  keyring: Keyring,
  { village, shopName = '', ...door }: Door,
): Promise<ItemKey> => ({
  PK: `ADDRESS#${villageId(village)}#${await keyring.mac('household-address', sameDoor({ ...door, shopName }))}`,
  SK: 'CLAIM',
});

export const idNumberKey = async (keyring: Keyring, idNumber: string): Promise<ItemKey> => ({
  PK: `IDNUMBER#${await keyring.mac('household-id-number', idNumber)}`,
  SK: 'CLAIM',
});

export const phonePartition = async (keyring: Keyring, phone: string): Promise<string> =>
  `PHONE#${await keyring.mac('household-phone', phone)}`;

/** Tells whether two who share a phone have the same name, too. */
export const nameMark = (keyring: Keyring, name: string): Promise<string> =>
  keyring.mac('household-name', name);

const nothing: readonly Claim[] = [];

/** Everything a household in this state holds; one that has left holds nothing. */
export const claimsOf = async (
  keyring: Keyring,
  id: string,
  household: Household,
  people: People,
): Promise<readonly Claim[]> => {
  if (household.status === 'gone') return nothing;
  const claims: Claim[] = [
    {
      key: await addressKey(keyring, household),
      path: 'details.address',
      refusal: 'household.address_taken',
    },
  ];
  const phones = new Set<string>();
  for (const [index, { no }] of household.members.entries()) {
    const { name, idNumber, phone } = people[String(no)] ?? { name: '' };
    if (idNumber !== undefined) {
      const key = await idNumberKey(keyring, idNumber);
      const path = `members.${index}.idNumber`;
      claims.push({ key, path, refusal: 'household.id_number_taken' });
    }
    // A couple with one phone is one entry, under the name of the first.
    if (phone !== undefined && !phones.has(phone)) {
      phones.add(phone);
      const key = { PK: await phonePartition(keyring, phone), SK: id };
      const extra = { name: await nameMark(keyring, name) };
      claims.push({ key, path: `members.${index}.phone`, refusal: undefined, extra });
    }
  }
  return claims;
};

const nameOf = ({ PK, SK }: ItemKey): string => `${PK} ${SK}`;

const taken = (claim: Claim, household: string): Companion<HouseholdRefusal> => {
  const Item = { ...claim.key, ...claim.extra, household };
  if (claim.refusal === undefined) return { write: { Put: { Item } } };
  return {
    write: {
      Put: {
        Item,
        ConditionExpression: 'attribute_not_exists(household) OR household = :mine',
        ExpressionAttributeValues: { ':mine': household },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      },
    },
    refusal: claim.refusal,
  };
};

/** Held by nobody. Not removed: the functions have no right to remove anything that belongs to a record. */
const free = ({ key }: Claim): Companion<never> => ({ write: { Put: { Item: { ...key } } } });

/** What makes a household hold `after` instead of `before`; the same commit that changes it. */
export const claimChanges = (
  household: string,
  before: readonly Claim[],
  after: readonly Claim[],
): Companion<HouseholdRefusal>[] => {
  const held = new Map(before.map((claim) => [nameOf(claim.key), claim]));
  const wanted = new Set(after.map(({ key }) => nameOf(key)));
  const isNews = ({ key, extra }: Claim): boolean => {
    const old = held.get(nameOf(key));
    return !old || old.extra?.['name'] !== extra?.['name'];
  };
  return [
    ...after.filter(isNews).map((claim) => taken(claim, household)),
    ...before.filter(({ key }) => !wanted.has(nameOf(key))).map(free),
  ];
};

const claimSchema = v.object({ household: v.optional(v.string()), name: v.optional(v.string()) });

/** Who holds what stands under a key; undefined when nobody does. */
export const holderOf = (item: Item | undefined): string | undefined =>
  item && v.parse(claimSchema, item).household;

/** The households with this phone, and the marks of the names it stands under; fifty at most. */
export const holdersOfPhone = async (
  { store, keyring }: { readonly store: Store; readonly keyring: Keyring },
  phone: string,
): Promise<readonly { readonly household: string; readonly name: string | undefined }[]> => {
  const { items } = await store.query({
    KeyConditionExpression: 'PK = :phone',
    ExpressionAttributeValues: { ':phone': await phonePartition(keyring, phone) },
    ConsistentRead: true,
    Limit: 50,
  });
  return items.flatMap((item) => {
    const { household, name } = v.parse(claimSchema, item);
    return household === undefined ? [] : [{ household, name }];
  });
};

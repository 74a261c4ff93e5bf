import * as v from 'valibot';
import { caseKey } from '../platform/ledger/case-keys.ts';
import type { Companion } from '../platform/ledger/steps.ts';
import type { Keyring } from '../platform/runtime/keyring.ts';
import type { Item, ItemKey, Store } from '../platform/runtime/store.ts';
import { idNumberIn } from './people.rules.ts';
import { type Opening, openingSchema, type PlainPerson, plainPersonSchema } from './people.states.ts';

/** Which record a person is sealed beside. */
export interface RecordKey {
  readonly kind: string;
  readonly id: string;
}

export const personKey = ({ kind, id }: RecordKey): ItemKey => caseKey(kind, id, 'PERSON');

const contextOf = ({ kind, id }: RecordKey): string => `${kind}#${id}/person`;

/** The person in one sealed item, to be written with the record; and its digest for the history. */
export const sealPerson = async (
  keyring: Keyring,
  record: RecordKey,
  person: PlainPerson,
): Promise<{ readonly companion: Companion<never>; readonly digest: string }> => {
  const text = JSON.stringify(person);
  const [sealed, digest] = await Promise.all([
    keyring.seal(text, contextOf(record)),
    keyring.mac('service-person-sealed', `${contextOf(record)}\n${text}`),
  ]);
  return { companion: { write: { Put: { Item: { ...personKey(record), sealed } } } }, digest };
};

const sealedSchema = v.object({ sealed: v.string() });

export const unsealPerson = async (
  keyring: Keyring,
  record: RecordKey,
  item: Item | undefined,
): Promise<PlainPerson> => {
  const { sealed } = v.parse(sealedSchema, item);
  return v.parse(plainPersonSchema, JSON.parse(await keyring.open(sealed, contextOf(record))));
};

/** Tells whether two records are about one person, without saying who that is. */
export const markOf = (keyring: Keyring, { number }: Pick<PlainPerson, 'number'>): Promise<string> =>
  keyring.mac('service-person', idNumberIn(number));

/** Leaves who opened a person's data, when and why. */
export const recordOpening = (store: Store, { kind, id }: RecordKey, opening: Opening): Promise<void> =>
  store.put({ ...caseKey(kind, id, `OPENED#${opening.at}#${opening.staffId}`), ...opening });

/** Access pattern 19: who opened a person's data, the latest first; a hundred at most. */
export const readOpenings = async (store: Store, { kind, id }: RecordKey): Promise<Opening[]> => {
  const { items } = await store.query({
    KeyConditionExpression: 'PK = :record AND begins_with(SK, :opened)',
    ExpressionAttributeValues: { ':record': `${kind}#${id}`, ':opened': 'OPENED#' },
    ConsistentRead: true,
    ScanIndexForward: false,
    Limit: 100,
  });
  return items.map((item) => v.parse(openingSchema, item));
};

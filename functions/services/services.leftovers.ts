import type { Keyring } from '../platform/runtime/keyring.ts';
import type { Item, ItemKey } from '../platform/runtime/store.ts';
import type { Membership } from './centres.states.ts';
import { memberClaim } from './centres.store.ts';
import type { Receipt } from './donations.states.ts';
import { receivedClaim } from './donations.store.ts';
import type { Help } from './helps.states.ts';
import { helpClaim } from './helps.store.ts';
import { markOf, type RecordKey, unsealPerson } from './people.store.ts';

/** A record about a person, with what is sealed beside it. */
export interface Sealed<S> extends RecordKey {
  readonly state: S;
  readonly person: Item | undefined;
}

const markIn = async <S>(keyring: Keyring, record: Sealed<S>): Promise<string> =>
  markOf(keyring, await unsealPerson(keyring, record, record.person));

/** Where the mark of its member may stand, held by nobody any more. */
export const membershipLeftovers = async (
  keyring: Keyring,
  record: Sealed<Membership>,
): Promise<readonly ItemKey[]> => [memberClaim(await markIn(keyring, record))];

/** Where it stands who received it: the person, and their home. */
export const receiptLeftovers = async (
  keyring: Keyring,
  record: Sealed<Receipt>,
): Promise<readonly ItemKey[]> => {
  const mark = await markIn(keyring, record);
  const { batch, person } = record.state;
  return [...new Set([mark, person.household ?? mark])].map((who) => receivedClaim(batch, who));
};

export const helpLeftovers = async (keyring: Keyring, record: Sealed<Help>): Promise<readonly ItemKey[]> => [
  helpClaim(await markIn(keyring, record), record.state.kind),
];

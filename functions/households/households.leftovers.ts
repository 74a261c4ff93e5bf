import type { Keyring } from '../platform/runtime/keyring.ts';
import type { Item, ItemKey } from '../platform/runtime/store.ts';
import { claimsOf } from './claims.store.ts';
import type { Household } from './households.states.ts';
import { openPeople } from './people.store.ts';

/** Where its door, its people's numbers and their phones still stand, held by nobody since it left. */
export const householdLeftovers = async (
  keyring: Keyring,
  {
    id,
    state,
    person,
  }: { readonly id: string; readonly state: Household; readonly person: Item | undefined },
): Promise<readonly ItemKey[]> => {
  const people = await openPeople(keyring, id, person);
  return (await claimsOf(keyring, id, { ...state, status: 'active' }, people)).map(({ key }) => key);
};

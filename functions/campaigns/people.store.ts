import type { StaffRow } from '../access/access.views.ts';
import type { Staff } from '../access/staff.states.ts';
import { readStaff, staffKey, staffType } from '../access/staff.store.ts';
import { parentOf, trailOf } from '../platform/contract/node-path.ts';
import { readCases } from '../platform/ledger/ledger.ts';
import type { Companion, Stored } from '../platform/ledger/steps.ts';
import type { Store } from '../platform/runtime/store.ts';
import { assignable } from './campaigns.actions.ts';
import { unfitFor } from './people.rules.ts';

/** What a commit says when one of its people could no longer be given households at that moment. */
export type PersonLeft = 'campaign.person_not_active';

/** Holds a commit to somebody who acts in this village at that very moment: they may be suspended while a plan is made. */
export const personStands = (staffId: string, village: string): Companion<PersonLeft> => {
  const scopes = trailOf(village).map((path, n) => [`:scope${n}`, path] as const);
  const roles = assignable.map((role, n) => [`:role${n}`, role] as const);
  return {
    write: {
      ConditionCheck: {
        Key: staffKey(staffId),
        ConditionExpression: [
          '#state.#status = :active',
          `#state.#scope IN (${scopes.map(([name]) => name).join(', ')})`,
          `(${roles.map(([name]) => `contains(#state.#roles, ${name})`).join(' OR ')})`,
        ].join(' AND '),
        ExpressionAttributeNames: {
          '#state': 'state',
          '#status': 'status',
          '#scope': 'scope',
          '#roles': 'roles',
        },
        ExpressionAttributeValues: { ':active': 'active', ...Object.fromEntries([...scopes, ...roles]) },
      },
    },
    refusal: 'campaign.person_not_active',
  };
};

/** Their accounts as they are at this moment, by their ids. */
export const readPeople = async (store: Store, ids: readonly string[]): Promise<Map<string, Stored<Staff>>> =>
  new Map((await readCases(store, staffType, ids)).map((account) => [account.id, account]));

/**
 * Access pattern 5: everybody who can be given households of a village, of the village's own people and those of its
 * town, by login name. Whoever acts for the whole district can be named, but is not proposed.
 */
export const assignableIn = async (store: Store, village: string): Promise<StaffRow[]> => {
  const town = parentOf(village) ?? village;
  return (await readStaff(store, town)).filter((row) => unfitFor(row, village) === undefined);
};

import * as v from 'valibot';
import type { Principal } from '../platform/contract/roles.ts';
import { caseKey } from '../platform/ledger/case-keys.ts';
import { type Page, readListPage, readWholeList } from '../platform/ledger/lists.ts';
import type { CaseType, Companion, Stored } from '../platform/ledger/steps.ts';
import type { ItemKey, Store, TransactWrite } from '../platform/runtime/store.ts';
import { type StaffRow, type StaffView, staffRowSchema } from './access.views.ts';
import { limits } from './access.words.ts';
import { type Staff, staffSchema } from './staff.states.ts';

export const staffType: CaseType<Staff> = {
  kind: 'STAFF',
  schema: staffSchema,
  raisedAt: ({ createdAt }) => createdAt,
  dueAt: () => undefined,
};

export const staffKey = (staffId: string): ItemKey => caseKey(staffType.kind, staffId, 'STATE');

export const staffView = ({ id, version, state }: Stored<Staff>): StaffView => ({
  staffId: id,
  version,
  ...state,
});

export const staffRow = ({ id, version, state }: Stored<Staff>): StaffRow => {
  const { loginName, name, roles, scope, status } = state;
  return { staffId: id, version, loginName, name, roles, scope, status };
};

export const staffList = (node: string): string => `staff/${node}`;

/** Those who can sign in, in the list of their own organisation alone. */
export const staffAtList = (node: string): string => `staff-at/${node}`;

/** Access pattern 5, one page. */
export const readStaffPage = (
  store: Store,
  node: string,
  cursor: ItemKey | undefined,
): Promise<Page<StaffRow>> =>
  readListPage(store, staffRowSchema, { list: staffList(node), cursor, size: limits.staffPerPage });

/** Access pattern 5, whole: the accounts of an organisation and below it. */
export const readStaff = (store: Store, node: string): Promise<StaffRow[]> =>
  readWholeList(store, staffRowSchema, { list: staffList(node) });

/** Access pattern 5, whole: who is there to be told at an organisation itself, not below it; one query. */
export const readStaffAt = (store: Store, node: string): Promise<StaffRow[]> =>
  readWholeList(store, staffRowSchema, { list: staffAtList(node) });

const loginKey = (loginName: string): ItemKey => ({ PK: `LOGIN#${loginName}`, SK: 'LOGIN' });

/** Takes a login name; of any number who want the same one, one gets it. */
export const loginNameTaken = (loginName: string, staffId: string): Companion<'access.login_name_taken'> => ({
  write: {
    Put: { Item: { ...loginKey(loginName), staffId }, ConditionExpression: 'attribute_not_exists(PK)' },
  },
  refusal: 'access.login_name_taken',
});

/** Access pattern 9. */
export const findByLoginName = async (store: Store, loginName: string): Promise<string | undefined> => {
  const item = await store.get(loginKey(loginName));
  return item && v.parse(v.object({ staffId: v.string() }), item).staffId;
};

/** Holds a sign-in to the rights it read: an assignment or suspension in between refuses it. */
export const accountUnchanged = (staffId: string, version: number): TransactWrite => ({
  ConditionCheck: {
    Key: staffKey(staffId),
    ConditionExpression: 'version = :seen',
    ExpressionAttributeValues: { ':seen': version },
  },
});

/**
 * Holds an administrator's commit to their still being one, at that very moment: what was read with the session
 * may have been taken away since. Two who suspend each other at once can't both succeed. Nothing where the
 * account itself is what changes, as its own version is checked then.
 */
export const authorityStands = (
  caller: Principal,
  changes?: string,
): readonly Companion<'access.authority_lost'>[] =>
  caller.staffId === changes
    ? []
    : [
        {
          write: {
            ConditionCheck: {
              Key: staffKey(caller.staffId),
              ConditionExpression:
                '#state.#status = :active AND contains(#state.#roles, :admin) AND #state.#scope = :scope',
              ExpressionAttributeNames: {
                '#state': 'state',
                '#status': 'status',
                '#roles': 'roles',
                '#scope': 'scope',
              },
              ExpressionAttributeValues: { ':active': 'active', ':admin': 'admin', ':scope': caller.scope },
            },
          },
          refusal: 'access.authority_lost',
        },
      ];

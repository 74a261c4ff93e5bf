import * as v from 'valibot';
import type { Principal } from '../platform/contract/roles.ts';
import { caseKey } from '../platform/ledger/case-keys.ts';
import { listKey } from '../platform/ledger/projections.ts';
import type { CaseType, Companion, Stored } from '../platform/ledger/steps.ts';
import type { Item, ItemKey, Store, TransactWrite } from '../platform/runtime/store.ts';
import { type StaffRow, type StaffView, staffRowSchema } from './access.views.ts';
import { limits } from './access.words.ts';
import { type Staff, staffSchema } from './staff.states.ts';

export const staffType: CaseType<Staff> = {
  kind: 'STAFF',
  schema: staffSchema,
  raisedAt: ({ createdAt }) => createdAt,
  dueAt: () => undefined,
};

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

const entrySchema = v.object({ row: staffRowSchema });

/** Access pattern 5, one page. */
export const readStaffPage = async (
  store: Store,
  node: string,
  from: ItemKey | undefined,
): Promise<{ rows: StaffRow[]; last: Item | undefined }> => {
  const page = await store.query({
    KeyConditionExpression: 'PK = :list',
    ExpressionAttributeValues: { ':list': listKey(staffList(node)) },
    Limit: limits.staffPerPage,
    ExclusiveStartKey: from,
  });
  return { rows: page.items.map((item) => v.parse(entrySchema, item).row), last: page.last };
};

/** The accounts of an organisation and below it, whole: one query for each fifty of them. */
export const readStaff = async (store: Store, node: string): Promise<StaffRow[]> => {
  const staff: StaffRow[] = [];
  let from: ItemKey | undefined;
  do {
    const { rows, last } = await readStaffPage(store, node, from);
    staff.push(...rows);
    from = last && { PK: String(last['PK']), SK: String(last['SK']) };
  } while (from);
  return staff;
};

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
    Key: caseKey(staffType.kind, staffId, 'STATE'),
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
              Key: caseKey(staffType.kind, caller.staffId, 'STATE'),
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

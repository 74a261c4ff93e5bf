import type { Principal, Role } from '../platform/contract/roles.ts';
import type { Decision } from '../platform/ledger/change.ts';
import type { LedgerEvent } from '../platform/ledger/steps.ts';
import type { Instant } from '../platform/runtime/time.ts';
import type { AccessRefusal } from './access.problems.ts';
import type { Staff } from './staff.states.ts';

type StaffDecision = Decision<Staff, AccessRefusal>;

/** An account with the id its history is kept under. */
export interface Member {
  readonly id: string;
  readonly staff: Staff;
}

export interface Assignment {
  readonly roles: readonly Role[];
  readonly scope: string;
}

const decided = (next: Staff, type: string, data: LedgerEvent['data'] = {}): StaffDecision => ({
  next,
  events: [{ type, data }],
});

export interface NewStaff extends Assignment {
  readonly loginName: string;
  readonly name: string;
}

/** A new account signs in with a password the administrator has seen, and so has to choose its own first. */
export const open = (
  { loginName, name, roles, scope }: NewStaff,
  now: Instant,
): Extract<StaffDecision, { next: Staff }> => ({
  next: {
    loginName,
    name,
    roles: [...roles],
    scope,
    status: 'active',
    mustChangePassword: true,
    createdAt: now,
  },
  events: [{ type: 'account-opened', data: { loginName, name, roles, scope } }],
});

/** Administrators keep their own role and area: taking them away could leave an area without anybody to give them back. */
export const assign = ({ id, staff }: Member, caller: Principal, to: Assignment): StaffDecision => {
  const losesOwn = !to.roles.includes('admin') || to.scope !== staff.scope;
  if (id === caller.staffId && losesOwn) return { refusal: 'access.own_account' };
  return decided({ ...staff, roles: [...to.roles], scope: to.scope }, 'assigned', {
    from: { roles: staff.roles, scope: staff.scope },
    to: { roles: to.roles, scope: to.scope },
  });
};

export const suspend = ({ id, staff }: Member, caller: Principal): StaffDecision => {
  if (id === caller.staffId) return { refusal: 'access.own_account' };
  return staff.status === 'suspended'
    ? { refusal: 'access.already_suspended' }
    : decided({ ...staff, status: 'suspended' }, 'suspended');
};

export const reinstate = ({ staff }: Member): StaffDecision =>
  staff.status === 'active'
    ? { refusal: 'access.not_suspended' }
    : decided({ ...staff, status: 'active' }, 'reinstated');

/** One's own is changed with the present password, not reset. */
export const resetPassword = ({ id, staff }: Member, caller: Principal): StaffDecision => {
  if (id === caller.staffId) return { refusal: 'access.own_account' };
  return decided({ ...staff, mustChangePassword: true }, 'password-reset');
};

export const changePassword = (staff: Staff): Extract<StaffDecision, { next: Staff }> => ({
  next: { ...staff, mustChangePassword: false },
  events: [{ type: 'password-changed', data: {} }],
});

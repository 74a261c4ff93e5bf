import type { Principal } from '../platform/contract/roles.ts';
import { changeCase, createCase, type Decision } from '../platform/ledger/change.ts';
import type { Beside } from '../platform/ledger/ledger.ts';
import { admitNode, commandOf, type StaffCommand } from '../platform/ledger/staff-command.ts';
import type { Companion, Stored } from '../platform/ledger/steps.ts';
import type { Core } from '../platform/runtime/core.ts';
import { referenceFrom } from '../platform/runtime/ids.ts';
import type { AccessParts } from './access.parts.ts';
import { type AccessRefusal, accessProblem, refused } from './access.problems.ts';
import { credentialKey, endSessions, newCredential, parseCredential } from './credentials.store.ts';
import { nodeStands } from './organisations.store.ts';
import type { PasswordHash } from './password-hash.ts';
import { initialPassword } from './passwords.usecases.ts';
import { failuresKey, triesGivenBack } from './sign-in-failures.store.ts';
import {
  type Assignment,
  assign,
  type Member,
  type NewStaff,
  open,
  reinstate,
  resetPassword,
  suspend,
} from './staff.rules.ts';
import type { Staff } from './staff.states.ts';
import { authorityStands, loginNameTaken, staffType, staffView } from './staff.store.ts';
import { untilSettled } from './until-settled.ts';

export interface HandedOut {
  readonly staff: Stored<Staff>;
  readonly initialPassword: string;
}

const admitWithin = (path: string, caller: Principal): void => {
  admitNode(path, caller);
};

/** @throws Problem when the account does not exist or lies outside the caller's area. */
export const readStaff = async (
  { ledger }: Pick<Core, 'ledger'>,
  caller: Principal,
  staffId: string,
): Promise<Stored<Staff>> => {
  const stored = await ledger.read(staffType, staffId);
  if (!stored) throw accessProblem('access.staff_not_found');
  admitWithin(stored.state.scope, caller);
  return stored;
};

/** @throws Problem when the scope lies outside the caller's area or is closed, or the login name is taken. */
export const openAccount = async (
  parts: AccessParts,
  command: StaffCommand,
  account: NewStaff,
): Promise<HandedOut> => {
  const { caller } = command;
  admitWithin(account.scope, caller);
  const intent = commandOf(command);
  const password = await initialPassword(parts, intent);
  const hash = await parts.passwords.hash(password);
  const staff = await createCase<Staff, AccessRefusal>({
    ledger: parts.ledger,
    type: staffType,
    command: intent,
    refuse: refused,
    idFor: (attempt) => referenceFrom(`staff ${caller.staffId} ${command.key} ${attempt}`),
    make: async (id) => ({
      ...open(account, command.now),
      companions: [
        loginNameTaken(account.loginName, id),
        newCredential(id, hash),
        nodeStands(account.scope),
        ...authorityStands(caller),
      ],
    }),
  });
  return { staff, initialPassword: password };
};

type Awaitable<T> = T | Promise<T>;

interface StaffChange {
  readonly rule: (member: Member) => Decision<Staff, AccessRefusal>;
  /** What has to be true or is written with it; `beside` has the account's credential. */
  readonly companions?: (beside: Beside, staff: Staff) => Awaitable<readonly Companion<AccessRefusal>[]>;
}

const changeStaff = (
  parts: Pick<AccessParts, 'ledger'>,
  command: StaffCommand,
  staffId: string,
  { rule, companions = () => [] }: StaffChange,
): Promise<Stored<Staff>> =>
  untilSettled(() =>
    changeCase<Staff, AccessRefusal>({
      ledger: parts.ledger,
      type: staffType,
      command: commandOf(command),
      refuse: refused,
      id: staffId,
      ifMatch: command.ifMatch,
      missing: () => accessProblem('access.staff_not_found'),
      admit: ({ state }) => admitWithin(state.scope, command.caller),
      view: staffView,
      beside: [credentialKey(staffId)],
      decide: async ({ id, state }, beside) => {
        const decision = rule({ id, staff: state });
        if ('refusal' in decision) return decision;
        return {
          ...decision,
          companions: [...(await companions(beside, state)), ...authorityStands(command.caller, staffId)],
        };
      },
    }),
  );

/** Every session ends in the transaction of the change itself. */
const sessionsEnd =
  (staffId: string, hash?: PasswordHash) =>
  (beside: Beside): readonly Companion<AccessRefusal>[] => {
    const credential = parseCredential(beside(credentialKey(staffId)));
    return credential ? endSessions(staffId, credential, hash ? { hash } : {}) : [];
  };

/** @throws Problem also when the new scope lies outside the caller's area: nobody hands on what they don't have. */
export const assignStaff = async (
  parts: AccessParts,
  command: StaffCommand,
  staffId: string,
  to: Assignment,
): Promise<Stored<Staff>> => {
  admitWithin(to.scope, command.caller);
  const ended = sessionsEnd(staffId);
  return changeStaff(parts, command, staffId, {
    rule: (member) => assign(member, command.caller, to),
    companions: (beside) => [nodeStands(to.scope), ...ended(beside)],
  });
};

export const suspendStaff = (
  parts: AccessParts,
  command: StaffCommand,
  staffId: string,
): Promise<Stored<Staff>> =>
  changeStaff(parts, command, staffId, {
    rule: (member) => suspend(member, command.caller),
    companions: sessionsEnd(staffId),
  });

export const reinstateStaff = (
  parts: AccessParts,
  command: StaffCommand,
  staffId: string,
): Promise<Stored<Staff>> => changeStaff(parts, command, staffId, { rule: reinstate });

/** A new first password; the old one and every session are void with the same write, and a lock is lifted. */
export const resetStaffPassword = async (
  parts: AccessParts,
  command: StaffCommand,
  staffId: string,
): Promise<HandedOut> => {
  const password = await initialPassword(parts, commandOf(command));
  const hash = await parts.passwords.hash(password);
  const ended = sessionsEnd(staffId, hash);
  const staff = await changeStaff(parts, command, staffId, {
    rule: (member) => resetPassword(member, command.caller),
    companions: async (beside, { loginName }) => [
      ...ended(beside),
      triesGivenBack(await failuresKey(parts, loginName)),
    ],
  });
  return { staff, initialPassword: password };
};

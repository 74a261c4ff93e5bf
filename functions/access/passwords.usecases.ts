import type { Principal } from '../platform/contract/roles.ts';
import { changeCase } from '../platform/ledger/change.ts';
import { commandOf } from '../platform/ledger/staff-command.ts';
import type { Command } from '../platform/ledger/steps.ts';
import type { Core } from '../platform/runtime/core.ts';
import { codeFrom } from '../platform/runtime/ids.ts';
import type { Instant } from '../platform/runtime/time.ts';
import type { AccessParts } from './access.parts.ts';
import { type AccessRefusal, accessProblem, refused } from './access.problems.ts';
import { limits } from './access.words.ts';
import { credentialKey, endSessions, parseCredential } from './credentials.store.ts';
import type { PasswordHash } from './password-hash.ts';
import { normalisePassword, passwordRefusal } from './passwords.rules.ts';
import { sessionIsFreed } from './sessions.store.ts';
import { failuresKey, takeTry, triesGivenBack } from './sign-in-failures.store.ts';
import { changePassword as passwordChanged } from './staff.rules.ts';
import type { Staff } from './staff.states.ts';
import { staffType, staffView } from './staff.store.ts';
import { untilSettled } from './until-settled.ts';

/**
 * The password an account is first signed in with: 16 characters that can be read out. It follows from the
 * command and a key only this system has, so a repeat shows the same one and nothing has to keep it.
 */
export const initialPassword = async (
  { keyring }: Pick<Core, 'keyring'>,
  { actor, key, request }: Command,
): Promise<string> => {
  const seed = await keyring.mac('initial-password', JSON.stringify([actor, key, request]));
  return `${codeFrom(`${seed} 1`)}-${codeFrom(`${seed} 2`)}`;
};

export interface PasswordChange {
  readonly caller: Principal;
  readonly key: string;
  readonly digest: string;
  readonly now: Instant;
  readonly oldPassword: string;
  readonly newPassword: string;
}

/**
 * Changes the caller's own password. Every other session of the account ends with the same write; the one it was
 * changed in goes on.
 * @throws Problem when the present password is wrong, the new one too weak, or too many wrong ones were tried.
 */
export const changePassword = async (parts: AccessParts, change: PasswordChange): Promise<void> => {
  const command = commandOf(change);
  let admitted: Promise<PasswordHash> | undefined;
  // Once for a request, however often it has to be decided anew, and not at all for a repeat.
  const admit = (): Promise<PasswordHash> => {
    admitted ??= takeTryAndHash(parts, change);
    return admitted;
  };
  await untilSettled(() => replacePassword(parts, change, command, admit));
};

const takeTryAndHash = async (
  parts: AccessParts,
  { caller, newPassword, now }: PasswordChange,
): Promise<PasswordHash> => {
  if (!(await takeTry(parts, `password ${caller.staffId}`, now))) {
    throw accessProblem('access.locked', { retryAfterSeconds: limits.lockMinutes * 60 });
  }
  return parts.passwords.hash(newPassword);
};

const replacePassword = async (
  parts: AccessParts,
  { caller, oldPassword, newPassword }: PasswordChange,
  command: Command,
  admit: () => Promise<PasswordHash>,
): Promise<void> => {
  const { staffId, sessionId } = caller;
  const tries = await failuresKey(parts, `password ${staffId}`);
  await changeCase<Staff, AccessRefusal>({
    ledger: parts.ledger,
    type: staffType,
    command,
    refuse: refused,
    id: staffId,
    ifMatch: undefined,
    missing: () => accessProblem('access.staff_not_found'),
    admit: () => undefined,
    view: staffView,
    beside: [credentialKey(staffId)],
    decide: async ({ state }, beside) => {
      const hash = await admit();
      const credential = parseCredential(beside(credentialKey(staffId)));
      const isRight = await parts.passwords.verify(oldPassword, credential?.hash);
      if (!credential || !isRight) throw accessProblem('access.password_wrong');
      const refusal = passwordRefusal(
        normalisePassword(newPassword),
        state.loginName,
        normalisePassword(oldPassword),
      );
      if (refusal) return { refusal };
      return {
        ...passwordChanged(state),
        companions: [
          sessionIsFreed(staffId, sessionId),
          ...endSessions(staffId, credential, { hash, keep: sessionId }),
          triesGivenBack(tries),
        ],
      };
    },
  });
};

import { randomUUID } from 'node:crypto';
import { countAttempt, takeBackAttempt } from '../platform/http/rate-limit.ts';
import { epochSeconds, type Instant } from '../platform/runtime/time.ts';
import type { AccessParts } from './access.parts.ts';
import { accessProblem, refused } from './access.problems.ts';
import { addressLimit, limits } from './access.words.ts';
import { credentialKey, parseCredential, replaceCredential } from './credentials.store.ts';
import { newToken } from './sessions.cookie.ts';
import { agentOf, withSession } from './sessions.rules.ts';
import { type Session, sessionItem, sessionKey } from './sessions.store.ts';
import { failuresKey, takeTry, triesGivenBack } from './sign-in-failures.store.ts';
import { accountUnchanged, findByLoginName, staffType } from './staff.store.ts';
import { untilSettled } from './until-settled.ts';

export interface SignIn {
  readonly loginName: string;
  readonly password: string;
  readonly sourceIp: string;
  readonly userAgent: string;
  readonly now: Instant;
}

export interface SignedIn {
  readonly staffId: string;
  /** The secret half of the cookie; kept nowhere. */
  readonly token: string;
  readonly session: Session;
}

/** Stands for a name nobody has, so that the same reads and the same hash are made for it. */
const nobody = 'NOBODY';

/**
 * An unknown name, a wrong password and a suspended account take the same steps to the same answer.
 * @throws Problem `access.credentials_wrong`, `access.locked`, `access.raced`, `request.too_many`.
 */
export const signIn = async (parts: AccessParts, attempt: SignIn): Promise<SignedIn> => {
  const { loginName, sourceIp, now } = attempt;
  await countAttempt(parts, addressLimit, sourceIp, now);
  if (!(await takeTry(parts, loginName, now))) {
    throw accessProblem('access.locked', { retryAfterSeconds: limits.lockMinutes * 60 });
  }
  const signedIn = await untilSettled(() => openSession(parts, attempt));
  await takeBackAttempt(parts, addressLimit, sourceIp, now);
  return signedIn;
};

const openSession = async (parts: AccessParts, attempt: SignIn): Promise<SignedIn> => {
  const { store, ledger, passwords } = parts;
  const { loginName, now } = attempt;
  const staffId = (await findByLoginName(store, loginName)) ?? nobody;
  // Together, but not at one instant: the write below holds only while both are what they were.
  const { stored, beside } = await ledger.readBeside(staffType, staffId, [credentialKey(staffId)]);
  const credential = parseCredential(beside(credentialKey(staffId)));
  const isRight = await passwords.verify(attempt.password, credential?.hash);
  if (!credential || !isRight || stored?.state.status !== 'active') {
    throw accessProblem('access.credentials_wrong');
  }
  const { token, digest } = newToken();
  const { name, roles, scope, mustChangePassword } = stored.state;
  const seconds = epochSeconds(now);
  const expiresAt = seconds + limits.sessionHours * 3600;
  const session: Session = {
    digest,
    name,
    roles,
    scope,
    mustChangePassword,
    createdAt: now,
    ...agentOf(attempt.userAgent),
    expiresAtEpochSeconds: expiresAt,
  };
  const { open, gone } = withSession(credential.open, { digest, expiresAt }, seconds);
  const cancelled = await store.transact(
    [
      accountUnchanged(staffId, stored.version),
      replaceCredential(staffId, credential, { hash: credential.hash, open }),
      { Put: { Item: sessionItem(staffId, session) } },
      ...gone.map((old) => ({ Delete: { Key: sessionKey(staffId, old) } })),
      triesGivenBack(await failuresKey(parts, loginName)).write,
    ],
    randomUUID(),
  );
  if (cancelled) throw refused('access.raced');
  return { staffId, token, session };
};

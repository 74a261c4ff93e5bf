import { randomUUID } from 'node:crypto';
import type { Principal } from '../platform/contract/roles.ts';
import type { Core } from '../platform/runtime/core.ts';
import { addMinutes, epochSeconds, type Instant } from '../platform/runtime/time.ts';
import type { SessionView } from './access.views.ts';
import { limits } from './access.words.ts';
import { forgetSession } from './credentials.store.ts';
import { ticketIn } from './sessions.cookie.ts';
import { principalOf, readSession, readSessions, type Session, sessionKey } from './sessions.store.ts';

/** DynamoDB removes what has expired some hours later; until then it only looks as if it were there. */
const isLive = (session: Session, now: Instant): boolean => session.expiresAtEpochSeconds > epochSeconds(now);

/** Who calls, by one strongly consistent read; none at all for a cookie that nobody can have been given. */
export const authenticate =
  ({ store }: Pick<Core, 'store'>) =>
  async (cookies: readonly string[], now: Instant): Promise<Principal | undefined> => {
    const ticket = ticketIn(cookies);
    if (!ticket) return undefined;
    const session = await readSession(store, ticket.staffId, ticket.digest);
    return session && isLive(session, now) ? principalOf(ticket.staffId, session) : undefined;
  };

/** The caller's sessions, the newest first. */
export const listSessions = async (
  { store }: Pick<Core, 'store'>,
  caller: Principal,
  now: Instant,
): Promise<SessionView[]> =>
  (await readSessions(store, caller.staffId))
    .filter((session) => isLive(session, now))
    .map(({ digest, createdAt, browser, device }) => ({
      sessionId: digest,
      createdAt,
      expiresAt: addMinutes(createdAt, limits.sessionHours * 60),
      browser,
      device,
      current: digest === caller.sessionId,
    }))
    .sort((a, b) => (a.createdAt < b.createdAt ? 1 : a.createdAt > b.createdAt ? -1 : 0));

/** Ends one session of an account; one that is not there has ended already. */
export const endSession = async (
  { store }: Pick<Core, 'store'>,
  staffId: string,
  digest: string,
): Promise<void> => {
  // Refused only when there is no such account, and so no such session either.
  await store.transact(
    [{ Delete: { Key: sessionKey(staffId, digest) } }, forgetSession(staffId, digest)],
    randomUUID(),
  );
};

/** Ends the session the cookies speak of, if they speak of one. */
export const signOut = async (core: Pick<Core, 'store'>, cookies: readonly string[]): Promise<void> => {
  const ticket = ticketIn(cookies);
  // Read first: whoever makes up a cookie should not be able to make us write to somebody's account.
  const session = ticket && (await readSession(core.store, ticket.staffId, ticket.digest));
  if (session) await endSession(core, ticket.staffId, session.digest);
};

import * as v from 'valibot';
import { type Principal, roles } from '../platform/contract/roles.ts';
import { caseKey } from '../platform/ledger/case-keys.ts';
import type { Companion } from '../platform/ledger/steps.ts';
import { expiryAttribute } from '../platform/ledger/table.ts';
import type { ItemKey, Store } from '../platform/runtime/store.ts';
import { instantSchema } from '../platform/runtime/time.schemas.ts';
import { browsers, devices } from './access.words.ts';
import { staffType } from './staff.store.ts';

const prefix = 'SESSION#';

/** A session as stored: who it speaks for, so that one read answers who calls. */
const sessionSchema = v.object({
  SK: v.string(),
  name: v.string(),
  roles: v.array(v.picklist(roles)),
  scope: v.string(),
  mustChangePassword: v.boolean(),
  createdAt: instantSchema,
  browser: v.picklist(browsers),
  device: v.picklist(devices),
  [expiryAttribute]: v.number(),
});
export type Session = Omit<v.InferOutput<typeof sessionSchema>, 'SK'> & { readonly digest: string };

/** Under the digest of its token: who reads the table cannot sign in with what is there. */
export const sessionKey = (staffId: string, digest: string): ItemKey =>
  caseKey(staffType.kind, staffId, prefix + digest);

export const sessionItem = (staffId: string, { digest, ...session }: Session) => ({
  ...sessionKey(staffId, digest),
  ...session,
});

const parseSession = (item: unknown): Session => {
  const { SK, ...session } = v.parse(sessionSchema, item);
  return { ...session, digest: SK.slice(prefix.length) };
};

export const principalOf = (staffId: string, session: Session): Principal => ({
  staffId,
  sessionId: session.digest,
  name: session.name,
  roles: session.roles,
  scope: session.scope,
  ...(session.mustChangePassword ? { mustChangePassword: true } : {}),
});

/** Access pattern 8, strongly consistent: a session that was ended does not open anything once more. */
export const readSession = async (
  store: Store,
  staffId: string,
  digest: string,
): Promise<Session | undefined> => {
  const item = await store.get(sessionKey(staffId, digest));
  return item && parseSession(item);
};

/** Access pattern 7; ten at most, and those that expired until they are removed. */
export const readSessions = async (store: Store, staffId: string): Promise<Session[]> => {
  const { items } = await store.query({
    KeyConditionExpression: 'PK = :account AND begins_with(SK, :session)',
    ExpressionAttributeValues: { ':account': `${staffType.kind}#${staffId}`, ':session': prefix },
    ConsistentRead: true,
  });
  return items.map(parseSession);
};

/** The session a password was changed in goes on, without the duty to change it; if it still is one. */
export const sessionIsFreed = (staffId: string, digest: string): Companion<'access.authority_lost'> => ({
  write: {
    Update: {
      Key: sessionKey(staffId, digest),
      UpdateExpression: 'SET mustChangePassword = :no',
      ConditionExpression: 'attribute_exists(PK)',
      ExpressionAttributeValues: { ':no': false },
    },
  },
  refusal: 'access.authority_lost',
});

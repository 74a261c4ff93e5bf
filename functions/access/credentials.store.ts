import * as v from 'valibot';
import { caseKey } from '../platform/ledger/case-keys.ts';
import type { Companion } from '../platform/ledger/steps.ts';
import type { Item, ItemKey, TransactWrite } from '../platform/runtime/store.ts';
import { type PasswordHash, passwordHashSchema } from './password-hash.ts';
import type { OpenSessions } from './sessions.rules.ts';
import { sessionKey } from './sessions.store.ts';
import { staffType } from './staff.store.ts';

const credentialSchema = v.object({
  /** Moves with every sign-in and with everything that ends sessions; whoever writes it has seen all of it. */
  revision: v.number(),
  hash: passwordHashSchema,
  open: v.record(v.string(), v.number()),
});

/**
 * What proves who somebody is, beside the account and outside of its history. It names the open sessions, so that
 * a change of password, roles or area ends them in its own transaction: there is no moment in which the change is
 * made and an old session still opens, and a sign-in that began before the change cannot end after it.
 */
export type Credential = v.InferOutput<typeof credentialSchema>;

export const credentialKey = (staffId: string): ItemKey => caseKey(staffType.kind, staffId, 'CREDENTIAL');

export const parseCredential = (item: Item | undefined): Credential | undefined =>
  item && v.parse(credentialSchema, item);

export const newCredential = (staffId: string, hash: PasswordHash): Companion<'access.raced'> => ({
  write: {
    Put: {
      Item: { ...credentialKey(staffId), revision: 1, hash, open: {} },
      ConditionExpression: 'attribute_not_exists(PK)',
    },
  },
  refusal: 'access.raced',
});

export const replaceCredential = (
  staffId: string,
  before: Credential,
  next: { readonly hash: PasswordHash; readonly open: OpenSessions },
): TransactWrite => ({
  Put: {
    Item: { ...credentialKey(staffId), revision: before.revision + 1, hash: next.hash, open: next.open },
    ConditionExpression: 'revision = :seen',
    ExpressionAttributeValues: { ':seen': before.revision },
  },
});

/** Ends every session but `keep`, and replaces the hash if there is a new one. */
export const endSessions = (
  staffId: string,
  before: Credential,
  { hash = before.hash, keep }: { readonly hash?: PasswordHash; readonly keep?: string } = {},
): readonly Companion<'access.raced'>[] => {
  const kept = Object.entries(before.open).filter(([digest]) => digest === keep);
  const gone = Object.keys(before.open).filter((digest) => digest !== keep);
  return [
    replaceCredential(staffId, before, { hash, open: Object.fromEntries(kept) }),
    ...gone.map((digest) => ({ Delete: { Key: sessionKey(staffId, digest) } })),
  ].map((write) => ({ write, refusal: 'access.raced' }));
};

/** Drops one session from those the credential names; no revision, as nothing that was seen gains by it. */
export const forgetSession = (staffId: string, digest: string): TransactWrite => ({
  Update: {
    Key: credentialKey(staffId),
    UpdateExpression: 'REMOVE #open.#digest',
    ConditionExpression: 'attribute_exists(PK)',
    ExpressionAttributeNames: { '#open': 'open', '#digest': digest },
  },
});

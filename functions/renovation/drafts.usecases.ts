import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import type { Companion } from '../platform/ledger/steps.ts';
import type { Core } from '../platform/runtime/core.ts';
import { codeFrom, referenceFrom } from '../platform/runtime/ids.ts';
import { sameSecret } from '../platform/runtime/keyring.ts';
import type { Item, ItemKey, TransactWrite } from '../platform/runtime/store.ts';
import { instantSchema } from '../platform/runtime/time.schemas.ts';
import { addDays, endOfDay, epochSeconds, type Instant, localDateOf } from '../platform/runtime/time.ts';
import { renovationProblem } from './renovation.problems.ts';
import { limits } from './renovation.words.ts';

type DraftParts = Pick<Core, 'store' | 'keyring'>;

/** A form that isn't finished: sealed, nobody's case, and gone after thirty days. It can be opened only with its code. */
const draftKey = (reference: string): ItemKey => ({ PK: `DRAFT#${reference}`, SK: 'DRAFT' });

const draftSchema = v.object({
  sealed: v.string(),
  version: v.number(),
  expiresAt: instantSchema,
  /** The key of the request that wrote this version, so that a repeat finds its own. */
  key: v.string(),
});

export interface Saved {
  readonly reference: string;
  readonly code: string;
  readonly version: number;
  readonly expiresAt: Instant;
}

/** Derived like that of a case, but by another name: the code of a form opens no application. */
const codeOfDraft = async ({ keyring }: DraftParts, reference: string): Promise<string> =>
  codeFrom(await keyring.mac('renovation-draft-code', reference));

const contextOf = (reference: string): string => `DRAFT#${reference}/answers`;

const itemOf = async (
  { keyring }: DraftParts,
  reference: string,
  draft: { readonly answers: string; readonly version: number; readonly key: string },
  now: Instant,
): Promise<{ readonly item: Item; readonly expiresAt: Instant }> => {
  const { answers, version, key } = draft;
  const expiresAt = endOfDay(addDays(localDateOf(now), limits.draftDays));
  const sealed = await keyring.seal(answers, contextOf(reference));
  return {
    item: {
      ...{ ...draftKey(reference), sealed, version, key, expiresAt },
      expiresAtEpochSeconds: epochSeconds(expiresAt),
    },
    expiresAt,
  };
};

const readDraft = async (
  { store }: DraftParts,
  reference: string,
  now: Instant,
): Promise<v.InferOutput<typeof draftSchema> | undefined> => {
  const item = await store.get(draftKey(reference));
  const draft = item && v.parse(draftSchema, item);
  // What has expired is removed some time later; until then it isn't there.
  return draft && now < draft.expiresAt ? draft : undefined;
};

const isUnmet = (reasons: readonly { readonly code: string }[], index: number): boolean =>
  reasons[index]?.code === 'ConditionalCheckFailed';

/** Saves a form for the first time; the same request again finds what the first one saved. */
export const saveDraft = async (
  deps: DraftParts,
  { key, answers, now }: { readonly key: string; readonly answers: string; readonly now: Instant },
  proof: TransactWrite,
): Promise<Saved> => {
  const reference = referenceFrom(await deps.keyring.mac('renovation-draft', key));
  const code = await codeOfDraft(deps, reference);
  const { item, expiresAt } = await itemOf(deps, reference, { answers, version: 1, key }, now);
  const saved = { reference, code, version: 1, expiresAt };
  const reasons = await deps.store.transact(
    [{ Put: { Item: item, ConditionExpression: 'attribute_not_exists(PK)' } }, proof],
    randomUUID(),
  );
  if (!reasons) return saved;
  if (!isUnmet(reasons, 0)) throw renovationProblem('renovation.proof_used');
  const earlier = await readDraft(deps, reference, now);
  if (earlier?.key !== key) throw renovationProblem('renovation.draft_changed');
  return { ...saved, expiresAt: earlier.expiresAt };
};

/** @throws Problem that is the same for an unknown form, an expired one and a wrong code. */
const admitted = async (
  deps: DraftParts,
  { reference, code, now }: { readonly reference: string; readonly code: string; readonly now: Instant },
): Promise<v.InferOutput<typeof draftSchema>> => {
  const isRight = sameSecret(await codeOfDraft(deps, reference), code);
  const draft = await readDraft(deps, reference, now);
  if (!draft || !isRight) throw renovationProblem('renovation.draft_not_found');
  return draft;
};

export const openDraft = async (
  deps: DraftParts,
  asked: { readonly reference: string; readonly code: string; readonly now: Instant },
): Promise<{ readonly answers: string; readonly version: number; readonly expiresAt: Instant }> => {
  const { sealed, version, expiresAt } = await admitted(deps, asked);
  const answers = await deps.keyring.open(sealed, contextOf(asked.reference));
  return { answers, version, expiresAt };
};

interface SavingAgain {
  readonly reference: string;
  readonly code: string;
  readonly key: string;
  /** The version it was made of. */
  readonly version: number;
  readonly answers: string;
  readonly now: Instant;
}

/** Saves it again if nobody saved it elsewhere since; the thirty days begin anew. */
export const saveDraftAgain = async (
  deps: DraftParts,
  { reference, code, key, version, answers, now }: SavingAgain,
): Promise<Saved> => {
  const found = await admitted(deps, { reference, code, now });
  const known = { reference, code, version: version + 1 };
  if (found.key === key && found.version === version + 1) return { ...known, expiresAt: found.expiresAt };
  const { item, expiresAt } = await itemOf(deps, reference, { answers, version: version + 1, key }, now);
  const reasons = await deps.store.transact(
    [
      {
        Put: {
          Item: item,
          ConditionExpression: 'version = :seen',
          ExpressionAttributeValues: { ':seen': version },
        },
      },
    ],
    randomUUID(),
  );
  if (reasons) throw renovationProblem('renovation.draft_changed');
  return { ...known, expiresAt };
};

/** What makes a saved form go when an application is made of it; nothing where the code isn't its own. */
export const forgetDraft = async (
  deps: DraftParts,
  draft: { readonly reference: string; readonly code: string } | undefined,
): Promise<Companion<never>[]> => {
  if (!draft || !sameSecret(await codeOfDraft(deps, draft.reference), draft.code)) return [];
  return [{ write: { Delete: { Key: draftKey(draft.reference) } } }];
};

import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { caseKey } from '../platform/ledger/case-keys.ts';
import { type Due, pastRetention, placeAgain } from '../platform/ledger/due.ts';
import { type CaseType, type Fields, type Stored, stepOf } from '../platform/ledger/steps.ts';
import { type PhotoId, PhotoIdSchema } from '../platform/photos/photo.contract.ts';
import type { PhotoRemoval } from '../platform/photos/photo-store.ts';
import type { Core } from '../platform/runtime/core.ts';
import type { Keyring } from '../platform/runtime/keyring.ts';
import type { Run } from '../platform/runtime/schedule-function.ts';
import type { Item, ItemKey, Store } from '../platform/runtime/store.ts';
import type { Instant } from '../platform/runtime/time.ts';
import type { Retained } from './retention.words.ts';

export interface RetentionDependencies extends Pick<Core, 'store' | 'ledger' | 'keyring' | 'log'> {
  readonly photos: PhotoRemoval;
}

interface Sealed<S> {
  readonly kind: string;
  readonly id: string;
  readonly state: S;
  readonly person: Item | undefined;
}

/** One kind of record with something personal in it. */
interface RetainedKind<S> {
  readonly item: Retained;
  readonly type: CaseType<S>;
  /** The record with nothing personal in it; what it adds to any figure is the same. */
  readonly anonymous: (state: S, at: Instant) => S;
  /** Sort keys of what is sealed beside it. */
  readonly sealed: (state: S) => readonly string[];
  /** Items under keyed hashes of the person or the home, which others may hold by now. */
  readonly leftovers?: (keyring: Keyring, record: Sealed<S>) => Promise<readonly ItemKey[]>;
}

/** The same with its type forgotten, so that all of them stand in one list. */
export interface AnyRetained {
  readonly item: Retained;
  readonly kind: string;
  /** @returns whether it was made anonymous; false when its time hasn't come, or somebody else did it. */
  readonly anonymise: (deps: RetentionDependencies, id: string, now: Instant) => Promise<boolean>;
  /** Has it wait for the end of its period by the periods as they are now. @returns whether it waited otherwise. */
  readonly placeAgain: (store: Store, image: Item) => Promise<boolean>;
}

const photosSchema = v.array(PhotoIdSchema);

/** Whatever part of the record has photos. */
const photosIn = (part: unknown): readonly PhotoId[] =>
  typeof part === 'object' && part !== null
    ? Object.entries(part).flatMap(([name, value]) =>
        name === 'photos' ? v.parse(photosSchema, value) : photosIn(value),
      )
    : [];

/** Removes an item under a keyed hash, unless another record has it. */
const removeLeftover = async (store: Store, Key: ItemKey, mine: string): Promise<void> => {
  await store.transact(
    [
      {
        Delete: {
          Key,
          ConditionExpression:
            '(attribute_not_exists(holder) OR holder = :mine) AND (attribute_not_exists(household) OR household = :mine)',
          ExpressionAttributeValues: { ':mine': mine },
        },
      },
    ],
    randomUUID(),
  );
};

/** Times a record is looked at anew when somebody else changed it in between. */
const attempts = 3;

/** What is about the person beside a record: the item itself stays, empty, as nobody may remove anything of a case. */
const emptied = (kind: string, id: string, SK: string, at: Instant) => ({
  write: { Put: { Item: { ...caseKey(kind, id, SK), anonymisedAt: at } } },
});

/**
 * Pictures and keyed hashes go first, then, in one commit, the texts in the record and what is sealed beside it: as
 * long as the commit is missing the record stays due, so a crash between leaves nothing behind that nobody comes
 * back for. Removing again what is gone is no harm.
 */
const anonymiseOnce = async <S extends Fields>(
  { store, ledger, keyring, photos }: RetentionDependencies,
  { item, type, anonymous, sealed, leftovers }: RetainedKind<S>,
  stored: Stored<S>,
  { now, keptUntil }: { readonly now: Instant; readonly keptUntil: Instant },
): Promise<'committed' | 'again'> => {
  const { id, state } = stored;
  const { kind } = type;
  if (leftovers) {
    const person = await store.get(caseKey(kind, id, 'PERSON'));
    for (const key of await leftovers(keyring, { kind, id, state, person }))
      await removeLeftover(store, key, id);
  }
  const pictures = photosIn(state);
  for (const photo of pictures) await photos.remove(photo);
  const { outcome } = await ledger.commit(
    [
      stepOf<S>(
        { key: `retention ${keptUntil}`, request: '', actor: { kind: 'schedule', name: 'retention' }, now },
        {
          ...{ type, id, before: stored, next: anonymous(state, now) },
          events: [{ type: 'anonymised', data: { item, keptUntil, photos: pictures.length } }],
        },
      ),
    ],
    sealed(state).map((SK) => emptied(kind, id, SK, now)),
  );
  return outcome === 'committed' ? 'committed' : 'again';
};

/** When a record's personal data is to go; undefined while a clock runs, and once it went. */
const keptUntilOf = <S>(type: CaseType<S>, state: S): Instant | undefined =>
  type.dueAt(state) === undefined ? type.keptUntil?.(state) : undefined;

export const anyRetained = <S extends Fields>(retained: RetainedKind<S>): AnyRetained => ({
  item: retained.item,
  kind: retained.type.kind,
  placeAgain: (store, image) => placeAgain(store, retained.type, image),
  anonymise: async (deps, id, now) => {
    for (let attempt = 1; attempt <= attempts; attempt++) {
      const stored = await deps.ledger.read(retained.type, id);
      const keptUntil = stored && keptUntilOf(retained.type, stored.state);
      if (!stored || keptUntil === undefined || keptUntil > now) return false;
      if ((await anonymiseOnce(deps, retained, stored, { now, keptUntil })) === 'committed') return true;
    }
    throw new Error('this record keeps changing');
  },
});

/** Records of one night; what is left is the most recently due, and comes with the next. */
const mostANight = 5_000;

/**
 * Makes anonymous what is past its period, the most overdue first, each once. What fails stays due and comes again
 * with the next run; it keeps no other back.
 */
export const anonymisePast = async (
  deps: RetentionDependencies,
  kinds: readonly AnyRetained[],
  now: Instant,
): Promise<Run> => {
  const due: { readonly entry: Due; readonly retained: AnyRetained }[] = [];
  for (const retained of kinds)
    for (const entry of await pastRetention(deps.store, retained.kind, now)) due.push({ entry, retained });
  due.sort((a, b) => (a.entry.dueAt < b.entry.dueAt ? -1 : a.entry.dueAt > b.entry.dueAt ? 1 : 0));
  let found = 0;
  let failed = 0;
  for (const { entry, retained } of due.slice(0, mostANight)) {
    try {
      if (await retained.anonymise(deps, entry.id, now)) found += 1;
    } catch (error) {
      failed += 1;
      deps.log.error('sweep.record_failed', { kind: retained.kind, id: entry.id }, error);
    }
  }
  const examined = Math.min(due.length, mostANight);
  const skipped = { settled: examined - found - failed, 'next-run': due.length - examined };
  return { examined, found, skipped, failed };
};

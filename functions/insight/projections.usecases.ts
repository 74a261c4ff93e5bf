import * as v from 'valibot';
import { applyProjection, type Projector } from '../platform/ledger/projections.ts';
import type { Item, Store } from '../platform/runtime/store.ts';

/** A projector with the type of its case forgotten, so that all of them stand in one list. */
export interface AnyProjector {
  readonly kind: string;
  readonly apply: (store: Store, image: Item, why: 'stream' | 'rebuild') => Promise<boolean>;
}

export const anyProjector = <S>(projector: Projector<S>): AnyProjector => ({
  kind: projector.type.kind,
  apply: (store, image, why) => applyProjection(store, projector, image, why),
});

/** What else follows from a case's new state, besides lists and figures; safe to do again. */
export type Reaction = (image: Item) => Promise<void>;

export interface ProjectionDependencies {
  readonly store: Store;
  readonly projectors: readonly AnyProjector[];
  readonly reactions: Readonly<Record<string, Reaction>>;
}

const stateSchema = v.looseObject({
  PK: v.string(),
  SK: v.literal('STATE'),
  kind: v.string(),
  version: v.number(),
});

/** The newest image of every case among the given ones: a projection is of a state, so older ones add nothing. */
export const newestImages = (images: readonly Item[]): Item[] => {
  const newest = new Map<string, v.InferOutput<typeof stateSchema>>();
  for (const image of images) {
    const parsed = v.safeParse(stateSchema, image);
    if (!parsed.success) continue;
    const { PK, version } = parsed.output;
    if (version > (newest.get(PK)?.version ?? 0)) newest.set(PK, parsed.output);
  }
  return [...newest.values()];
};

/** Brings everything that follows from one case's state up to date. */
export const followImage = async (deps: ProjectionDependencies, image: Item): Promise<void> => {
  const kind = String(image['kind']);
  for (const projector of deps.projectors) {
    if (projector.kind === kind) await projector.apply(deps.store, image, 'stream');
  }
  await deps.reactions[kind]?.(image);
};

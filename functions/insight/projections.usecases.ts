import * as v from 'valibot';
import {
  applyProjections,
  type Projected,
  type Projector,
  projectedBy,
} from '../platform/ledger/projections.ts';
import type { Item, Store } from '../platform/runtime/store.ts';

/** A projector with the type of its case forgotten, so that all of them stand in one list. */
export interface AnyProjector {
  readonly kind: string;
  /** @throws Error when the image is not a state of this kind. */
  readonly project: (image: Item) => Projected;
}

export const anyProjector = <S>(projector: Projector<S>): AnyProjector => ({
  kind: projector.type.kind,
  project: (image) => projectedBy(projector, image),
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

/** An image whose lists, figures or other consequences could not be brought up to date. */
export interface FailedImage {
  readonly image: Item;
  readonly error: unknown;
}

const projectedImages = (
  { projectors }: Pick<ProjectionDependencies, 'projectors'>,
  images: readonly Item[],
): { readonly projected: Projected[]; readonly failed: FailedImage[] } => {
  const projected: Projected[] = [];
  const failed: FailedImage[] = [];
  for (const image of images) {
    try {
      const projector = projectors.find(({ kind }) => kind === image['kind']);
      if (projector) projected.push(projector.project(image));
    } catch (error) {
      failed.push({ image, error });
    }
  }
  return { projected, failed };
};

/** Brings everything that follows from these states up to date; one that fails keeps no other back. */
export const followImages = async (
  deps: ProjectionDependencies,
  images: readonly Item[],
): Promise<readonly FailedImage[]> => {
  const { projected, failed } = projectedImages(deps, images);
  const applied = await applyProjections(deps.store, projected, 'stream');
  for (const { key, error } of applied.failed) {
    const image = images.find(({ PK }) => PK === key.PK);
    if (image) failed.push({ image, error });
  }
  for (const image of images) {
    if (failed.some((one) => one.image === image)) continue;
    try {
      await deps.reactions[String(image['kind'])]?.(image);
    } catch (error) {
      failed.push({ image, error });
    }
  }
  return failed;
};

import {
  applyProjections,
  type Projected,
  type Projector,
  projectedBy,
} from '../platform/ledger/projections.ts';
import type { Item, Store } from '../platform/runtime/store.ts';
import type { FailedImage } from './stream-function.ts';

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

/** Brings lists and figures to what these states say; one that fails keeps no other back. */
export const projectImages = async (
  store: Store,
  projectors: readonly AnyProjector[],
  images: readonly Item[],
): Promise<readonly FailedImage[]> => {
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
  for (const { key, error } of (await applyProjections(store, projected, 'stream')).failed) {
    const image = images.find(({ PK }) => PK === key.PK);
    if (image) failed.push({ image, error });
  }
  return failed;
};

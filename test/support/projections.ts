import type { AnyProjector } from '../../functions/insight/projections.usecases.ts';
import {
  applyProjections,
  type Projector,
  projectedBy,
} from '../../functions/platform/ledger/projections.ts';
import type { Item, Store } from '../../functions/platform/runtime/store.ts';

/** Applies one case's state, as the stream or a rebuild does. @returns whether anything was written. */
export const applyProjection = async <S>(
  store: Store,
  projector: Projector<S> | AnyProjector,
  image: Item,
  why: 'stream' | 'rebuild',
): Promise<boolean> => {
  const projected = 'kind' in projector ? projector.project(image) : projectedBy(projector, image);
  const { written, failed } = await applyProjections(store, [projected], why);
  if (failed[0]) throw failed[0].error;
  return written === 1;
};

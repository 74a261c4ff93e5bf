import { applyProjections } from '../platform/ledger/projections.ts';
import type { Item, Store } from '../platform/runtime/store.ts';
import type { AnyRetained } from '../retention/anonymising.usecases.ts';
import { casesOf, monthsBetween } from './cases.store.ts';
import type { AnyProjector } from './projections.usecases.ts';

/** Cases one read can ask for. */
const atOnce = 100;

export interface Rebuild {
  readonly examined: number;
  readonly written: number;
}

/** The states of every case of a kind raised from one month to another, a hundred at a time. */
async function* statesOf(
  store: Store,
  kind: string,
  first: string,
  last: string,
): AsyncGenerator<readonly Item[]> {
  for (const month of monthsBetween(first, last)) {
    for await (const keys of casesOf(store, kind, month)) {
      for (let from = 0; from < keys.length; from += atOnce)
        yield await store.getMany(keys.slice(from, from + atOnce));
    }
  }
}

/**
 * Brings lists and figures of every case raised from month `first` to month `last` (UTC) to what its state says,
 * by the rules of projection as they are now. Safe beside the stream and safe to run again: what is right already
 * stays as it is in effect, and nothing is counted twice.
 */
export const rebuildProjections = async (
  store: Store,
  projectors: readonly AnyProjector[],
  first: string,
  last: string,
): Promise<Rebuild> => {
  let examined = 0;
  let written = 0;
  for (const projector of projectors) {
    for await (const images of statesOf(store, projector.kind, first, last)) {
      const applied = await applyProjections(store, images.map(projector.project), 'rebuild');
      const [failure] = applied.failed;
      if (failure) throw failure.error;
      written += applied.written;
      examined += images.length;
    }
  }
  return { examined, written };
};

/**
 * Has every case of these kinds raised from month `first` to month `last` (UTC) wait for the end of its retention
 * period, by the periods as they are now: those that ended before there were any, and all after one was changed. Safe
 * beside everything else and safe to run again.
 */
export const placeForRetention = async (
  store: Store,
  kinds: readonly Pick<AnyRetained, 'kind' | 'placeAgain'>[],
  first: string,
  last: string,
): Promise<Rebuild> => {
  let examined = 0;
  let written = 0;
  for (const { kind, placeAgain } of kinds) {
    for await (const images of statesOf(store, kind, first, last)) {
      for (const image of images) if (await placeAgain(store, image)) written += 1;
      examined += images.length;
    }
  }
  return { examined, written };
};

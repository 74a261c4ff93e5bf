import * as v from 'valibot';
import { problemFactory } from '../platform/contract/problems.ts';
import { caseKey } from '../platform/ledger/case-keys.ts';
import { type PhotoId, PhotoIdSchema } from '../platform/photos/photo.contract.ts';
import { keepAll, type PhotoStore } from '../platform/photos/photo-store.ts';
import type { ShownPhotos } from '../platform/photos/shown-photos.ts';
import type { Core } from '../platform/runtime/core.ts';
import type { Item } from '../platform/runtime/store.ts';
import { missingProblems } from './programme-missing.problems.ts';

const missing = problemFactory(missingProblems);

/** Only the photos, and whether anybody may see them: the function that shows them stays small. */
const photographedSchema = v.object({
  state: v.object({ publishedAt: v.optional(v.string()), photos: v.array(PhotoIdSchema) }),
});

const readPhotographed = async (store: Core['store'], id: string) => {
  const item = await store.get(caseKey('ACTIVITY', id, 'STATE'));
  return item && v.parse(photographedSchema, item).state;
};

interface ShowingDependencies extends Pick<Core, 'store'> {
  readonly photos: PhotoStore;
  readonly shown: ShownPhotos;
}

/**
 * Keeps the pictures of an activity, and shows them to anybody once it was published. Asks what it says now, so that
 * news that comes late or twice puts nothing up again that was taken off.
 */
export const showActivityPhotos = async (
  { store, photos, shown }: ShowingDependencies,
  image: Item,
): Promise<void> => {
  const { id } = v.parse(v.object({ id: v.string() }), image);
  const activity = await readPhotographed(store, id);
  if (!activity) return;
  await keepAll(photos, activity.photos);
  await shown.showOnly(id, activity.publishedAt === undefined ? [] : activity.photos);
};

/** Which photos show an activity. @throws Problem `programme.not_found`. */
export const readActivityPhotos = async ({ store }: Pick<Core, 'store'>, id: string): Promise<PhotoId[]> => {
  const activity = await readPhotographed(store, id);
  if (!activity) throw missing('programme.not_found');
  return activity.photos;
};

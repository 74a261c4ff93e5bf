import * as v from 'valibot';
import { problemFactory } from '../platform/contract/problems.ts';
import { caseKey } from '../platform/ledger/case-keys.ts';
import { type PhotoId, PhotoIdSchema } from '../platform/photos/photo.contract.ts';
import { keepAll, type PhotoStore } from '../platform/photos/photo-store.ts';
import type { ShownPhotos } from '../platform/photos/shown-photos.ts';
import type { Core } from '../platform/runtime/core.ts';
import type { Item } from '../platform/runtime/store.ts';
import { missingProblems } from './venues-missing.problems.ts';

const missing = problemFactory(missingProblems);

/** Only the photos: the function that shows them stays small. */
const photographedSchema = v.object({ photos: v.array(PhotoIdSchema) });

const photosOf = (image: Item): PhotoId[] => v.parse(photographedSchema, image['state']).photos;

/** Keeps the pictures a project names from expiring. */
export const keepUpgradePhotos = (photos: PhotoStore, image: Item): Promise<void> =>
  keepAll(photos, photosOf(image));

const publicSchema = v.object({ state: v.object({ state: v.string() }) });

interface ShowingDependencies extends Pick<Core, 'store'> {
  readonly photos: PhotoStore;
  readonly shown: ShownPhotos;
}

/**
 * Keeps the pictures of a venue, and shows them to anybody while it is open to the public. Asks what it says now, so
 * that news that comes late or twice puts nothing up again that was taken off.
 */
export const showVenuePhotos = async (
  { store, photos, shown }: ShowingDependencies,
  image: Item,
): Promise<void> => {
  const { id } = v.parse(v.object({ id: v.string() }), image);
  const venue = await store.get(caseKey('VENUE', id, 'STATE'));
  if (!venue) return;
  const named = photosOf(venue);
  const isOpen = v.parse(publicSchema, venue).state.state === 'open';
  await keepAll(photos, named);
  await shown.showOnly(id, isOpen ? named : []);
};

/** Which photos show a venue. @throws Problem `venue.not_found`. */
export const readVenuePhotos = async ({ store }: Pick<Core, 'store'>, id: string): Promise<PhotoId[]> => {
  const item = await store.get(caseKey('VENUE', id, 'STATE'));
  if (!item) throw missing('venue.not_found');
  return photosOf(item);
};

/** Which photos show what a project came to. @throws Problem `upgrade.not_found`. */
export const readUpgradePhotos = async ({ store }: Pick<Core, 'store'>, id: string): Promise<PhotoId[]> => {
  const item = await store.get(caseKey('UPGRADE', id, 'STATE'));
  if (!item) throw missing('upgrade.not_found');
  return photosOf(item);
};

import * as v from 'valibot';
import { caseKey } from '../platform/ledger/case-keys.ts';
import { type PhotoId, PhotoIdSchema } from '../platform/photos/photo.contract.ts';
import { keepAll, type PhotoStore } from '../platform/photos/photo-store.ts';
import type { ShownPhotos } from '../platform/photos/shown-photos.ts';
import type { Core } from '../platform/runtime/core.ts';
import type { Item } from '../platform/runtime/store.ts';
import { venueProblem } from './venues.problems.ts';

/** Only the photos: the function that shows them stays small. */
const photographedSchema = v.object({ photos: v.array(PhotoIdSchema) });

const photosOf = (image: Item): PhotoId[] => v.parse(photographedSchema, image['state']).photos;

/** Keeps the pictures a project names from expiring. */
export const keepUpgradePhotos = (photos: PhotoStore, image: Item): Promise<void> =>
  keepAll(photos, photosOf(image));

const publicSchema = v.object({ id: v.string(), state: v.object({ state: v.string() }) });

/** Keeps the pictures of a venue, and shows them to anybody while it is open to the public. */
export const showVenuePhotos = async (
  { photos, shown }: { readonly photos: PhotoStore; readonly shown: ShownPhotos },
  image: Item,
): Promise<void> => {
  const named = photosOf(image);
  const { id, state } = v.parse(publicSchema, image);
  await keepAll(photos, named);
  await shown.showOnly(id, state.state === 'open' ? named : []);
};

/** Which photos show a venue. @throws Problem `venue.not_found`. */
export const readVenuePhotos = async ({ store }: Pick<Core, 'store'>, id: string): Promise<PhotoId[]> => {
  const item = await store.get(caseKey('VENUE', id, 'STATE'));
  if (!item) throw venueProblem('venue.not_found');
  return photosOf(item);
};

/** Which photos show what a project came to. @throws Problem `upgrade.not_found`. */
export const readUpgradePhotos = async ({ store }: Pick<Core, 'store'>, id: string): Promise<PhotoId[]> => {
  const item = await store.get(caseKey('UPGRADE', id, 'STATE'));
  if (!item) throw venueProblem('upgrade.not_found');
  return photosOf(item);
};

import { folderPhotoStore } from './photo-store.folder.ts';
import type { PhotoStore } from './photo-store.ts';

/** S3 is loaded by the first photo, so that a single machine, and a request without one, never pays for it. */
const openBucket = async (bucket: string): Promise<PhotoStore> => {
  // The module, not the SDK's package: of a package imported like this a bundle keeps every command there is.
  const { openS3PhotoStore } = await import('./photo-store.s3.ts');
  return openS3PhotoStore(bucket);
};

const lazily = (open: () => Promise<PhotoStore>): PhotoStore => {
  let opened: Promise<PhotoStore> | undefined;
  const get = (): Promise<PhotoStore> => {
    opened ??= open();
    return opened;
  };
  return {
    put: async (id, photo) => (await get()).put(id, photo),
    keep: async (id) => (await get()).keep(id),
    get: async (id) => (await get()).get(id),
  };
};

/** @param place `s3:<bucket>` or `folder:<path>`, as the environment's `PHOTOS` says. */
export const openPhotoStore = (place: string): PhotoStore => {
  const name = place.slice(place.indexOf(':') + 1);
  return place.startsWith('folder:') ? folderPhotoStore(name) : lazily(() => openBucket(name));
};

import { folderShownPhotos } from './shown-photos.folder.ts';
import type { ShownPhotos } from './shown-photos.ts';

/** S3 is loaded by the first photo, as in photo-store.open.ts. */
const openBucket = async (bucket: string): Promise<ShownPhotos> => {
  const { openS3ShownPhotos } = await import('./shown-photos.s3.ts');
  return openS3ShownPhotos(bucket);
};

const lazily = (open: () => Promise<ShownPhotos>): ShownPhotos => {
  let opened: Promise<ShownPhotos> | undefined;
  const get = (): Promise<ShownPhotos> => {
    opened ??= open();
    return opened;
  };
  return {
    showOnly: async (subject, ids) => (await get()).showOnly(subject, ids),
    get: async (subject, id) => (await get()).get(subject, id),
  };
};

/** @param place `s3:<bucket>` or `folder:<path>`, as the environment's `PHOTOS` says. */
export const openShownPhotos = (place: string): ShownPhotos => {
  const name = place.slice(place.indexOf(':') + 1);
  return place.startsWith('folder:') ? folderShownPhotos(name) : lazily(() => openBucket(name));
};

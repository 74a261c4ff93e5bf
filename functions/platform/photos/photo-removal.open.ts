import { folderPhotoStore } from './photo-store.folder.ts';
import type { PhotoRemoval } from './photo-store.ts';

/**
 * Deletes photos, and can do nothing else with them. S3 is loaded by the first.
 * @param place `s3:<bucket>` or `folder:<path>`, as the environment's `PHOTOS` says.
 */
export const openPhotoRemoval = (place: string): PhotoRemoval => {
  const name = place.slice(place.indexOf(':') + 1);
  if (place.startsWith('folder:')) return folderPhotoStore(name);
  let opened: Promise<PhotoRemoval> | undefined;
  const open = async (): Promise<PhotoRemoval> => {
    // The module, not the SDK's package: of a package imported like this a bundle keeps every command there is.
    const { openS3PhotoRemoval } = await import('./photo-removal.s3.ts');
    return openS3PhotoRemoval(name);
  };
  return {
    remove: async (id) => {
      opened ??= open();
      return (await opened).remove(id);
    },
  };
};

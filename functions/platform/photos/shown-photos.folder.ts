import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { fileName, linkOnce, readIfThere, storedPhoto, syncFolder } from './photo-store.folder.ts';
import { KEPT } from './photo-store.ts';
import { SHOWN, type ShownPhotos, subjectSchema } from './shown-photos.ts';

/** Copies beside what {@link folderPhotoStore} keeps in the same folder: a second name for the same file. */
export function folderShownPhotos(folder: string): ShownPhotos {
  const shownOf = (subject: string): string => join(folder, SHOWN, v.parse(subjectSchema, subject));
  return {
    async showOnly(subject, ids) {
      const shown = shownOf(subject);
      const names = ids.map(fileName);
      await mkdir(shown, { recursive: true });
      for (const name of names) await linkOnce(join(folder, KEPT, name), join(shown, name));
      for (const name of await readdir(shown)) {
        if (!names.includes(name)) await rm(join(shown, name), { force: true });
      }
      await syncFolder(shown);
    },

    async get(subject, id) {
      const bytes = await readIfThere(join(shownOf(subject), fileName(id)));
      return bytes === undefined ? undefined : storedPhoto(id, bytes);
    },
  };
}

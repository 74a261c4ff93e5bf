import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { type PhotoId, PhotoIdSchema } from './photo.contract.ts';
import { photoTypeOf } from './photo.rules.ts';
import { KEPT, PENDING, type PhotoRemoval, type PhotoStore, type StoredPhoto } from './photo-store.ts';

export interface FolderPhotoStore extends PhotoStore, PhotoRemoval {
  /** Removes what has waited since before `uploadedBefore`, unfinished writes included: a bucket's expiry rule, by hand. */
  expirePending(uploadedBefore: Date): Promise<void>;
}

/** Photos as files of one folder on a local disk that knows hard links; the folder is made when first needed. */
export function folderPhotoStore(folder: string): FolderPhotoStore {
  const pending = join(folder, PENDING);
  const kept = join(folder, KEPT);

  return {
    async put(id, { bytes }) {
      const name = fileName(id);
      await mkdir(pending, { recursive: true });
      await writeWhole(pending, name, bytes);
    },

    async keep(id) {
      const name = fileName(id);
      await mkdir(kept, { recursive: true });
      // A link never replaces what already has the name, so a kept photo outlives a later upload.
      const outcome = await linkOnce(join(pending, name), join(kept, name));
      if (outcome === 'source missing') return (await modifiedAt(join(kept, name))) ? 'kept' : 'missing';
      await syncFolder(kept);
      return 'kept';
    },

    async get(id) {
      const name = fileName(id);
      for (const place of [kept, pending]) {
        const bytes = await readIfThere(join(place, name));
        if (bytes !== undefined) return storedPhoto(id, bytes);
      }
      return undefined;
    },

    async remove(id) {
      const name = fileName(id);
      for (const place of [pending, kept]) await rm(join(place, name), { force: true });
    },

    async expirePending(uploadedBefore) {
      await mkdir(pending, { recursive: true });
      for (const name of await readdir(pending)) {
        const file = join(pending, name);
        const waitingSince = await modifiedAt(file);
        if (waitingSince && waitingSince < uploadedBefore) await rm(file, { force: true });
      }
    },
  };
}

/** The last line of defence: whatever the caller parsed or didn't, no name leaves the folder. */
export function fileName(id: PhotoId): string {
  return v.parse(PhotoIdSchema, id);
}

/** After this, the file is there whole or not at all, also when the power fails in between. */
async function writeWhole(folder: string, name: string, bytes: Uint8Array): Promise<void> {
  const unfinished = join(folder, `.${name}.${randomUUID()}`);
  try {
    const file = await open(unfinished, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, join(folder, name));
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  await syncFolder(folder);
}

/** A new name is safe only when the folder that holds it is on the disk too. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export function storedPhoto(id: PhotoId, bytes: Uint8Array): StoredPhoto {
  const type = photoTypeOf(bytes);
  if (type === undefined) throw new Error(`photo ${id} on the disk is not a picture any more`);
  return { bytes, type };
}

export async function readIfThere(file: string): Promise<Uint8Array | undefined> {
  try {
    return new Uint8Array(await readFile(file));
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** Undefined when the file isn't there. */
async function modifiedAt(file: string): Promise<Date | undefined> {
  try {
    return (await stat(file)).mtime;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

export async function linkOnce(from: string, to: string): Promise<'there' | 'source missing'> {
  try {
    await link(from, to);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return 'source missing';
    if (!hasCode(error, 'EEXIST')) throw error;
  }
  return 'there';
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

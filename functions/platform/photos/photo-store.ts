import type { PhotoId, PhotoType } from './photo.contract.ts';

export interface StoredPhoto {
  readonly bytes: Uint8Array;
  readonly type: PhotoType;
}

/**
 * Where photos lie. An upload waits under `pending` until the case it belongs to is committed and keeps it;
 * what no case keeps is removed after `PHOTO_PENDING_DAYS`, so an abandoned form leaves nobody's photo behind.
 * Only stripped pictures go in: see photo.rules.ts. A failing disk or service throws.
 */
export interface PhotoStore {
  /** Stores a photo to wait for its case; a repeat before it's kept replaces it. */
  put(id: PhotoId, photo: StoredPhoto): Promise<void>;
  /** Makes a waiting photo stay. May be repeated; a kept photo never changes again. */
  keep(id: PhotoId): Promise<'kept' | 'missing'>;
  /** The kept photo, or else the waiting one. */
  get(id: PhotoId): Promise<StoredPhoto | undefined>;
}

/** Apart from the store, as almost nobody may: a function that can't delete a photo doesn't carry what does. */
export interface PhotoRemoval {
  /** Removes the photo, waiting or kept; may be repeated. */
  remove(id: PhotoId): Promise<void>;
}

/** Makes the photos that a committed case names stay. */
export const keepAll = async (photos: PhotoStore, named: readonly PhotoId[]): Promise<void> => {
  for (const photo of named) await photos.keep(photo);
};

/**
 * Both stores lay photos out alike; the bucket's expiry rule names the same prefix. Keeping adds a name and
 * leaves the waiting one to expire: one step that can't be half done, and no reader finds neither.
 */
export const PENDING = 'pending';
export const KEPT = 'kept';

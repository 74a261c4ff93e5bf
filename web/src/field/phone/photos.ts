import type { IDBPObjectStore, StoreNames } from 'idb';
import { newKey } from '../../api/client.ts';
import { type PhoneSchema, phone } from './database.ts';
import type { KeptPhoto } from './kept.ts';

/** The photos of an entry, or of the form it is still. */
export const photosOf = async (entryId: string): Promise<KeptPhoto[]> =>
  (await phone()).getAllFromIndex('photos', 'owner', entryId);

type WritablePhotos = IDBPObjectStore<PhoneSchema, StoreNames<PhoneSchema>[], 'photos', 'readwrite'>;

/** Takes them off the phone, within the transaction that takes their entry or form. */
export const removePhotosOf = async (entryId: string, photos: WritablePhotos): Promise<void> => {
  for (const key of await photos.index('owner').getAllKeys(entryId)) await photos.delete(key);
};

/** One that was taken just now. @throws DOMException when the phone is full */
export const keepPhoto = async (
  owner: string,
  photo: Pick<KeptPhoto, 'of' | 'fileName' | 'jpeg' | 'thumbnail'>,
): Promise<void> => {
  const added = { ...photo, key: newKey(), owner, photoId: undefined, sentAt: undefined };
  await (await phone()).put('photos', added);
};

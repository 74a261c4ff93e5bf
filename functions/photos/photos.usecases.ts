import * as v from 'valibot';
import { platformProblem } from '../platform/contract/problems.ts';
import { type PhotoId, PhotoIdSchema } from '../platform/photos/photo.contract.ts';
import { inspectPhoto, stripMetadata } from '../platform/photos/photo.rules.ts';
import type { PhotoStore, StoredPhoto } from '../platform/photos/photo-store.ts';
import type { Core } from '../platform/runtime/core.ts';
import type { Keyring } from '../platform/runtime/keyring.ts';
import type { Instant } from '../platform/runtime/time.ts';
import { photoProblem } from './photos.problems.ts';
import { claimPhotoId } from './photos.store.ts';

export interface PhotoDependencies extends Core {
  readonly photos: PhotoStore;
}

/** One upload of one sender. */
export interface Upload {
  /** `resident`, or the id of a member of staff: nobody's key meets another's. */
  readonly sender: string;
  readonly key: string;
  /** Digest of what was sent, to tell a repeat from a key used twice. */
  readonly digest: string;
  readonly bytes: Uint8Array;
  readonly now: Instant;
}

/** 128 bits as 32 lower-case letters and digits: whoever was not given an id does not find it. */
const photoIdFor = async (keyring: Keyring, { sender, key }: Upload): Promise<PhotoId> => {
  const mac = Buffer.from(await keyring.mac('photo', `${sender} ${key}`), 'base64url');
  return v.parse(PhotoIdSchema, mac.subarray(0, 16).toString('hex'));
};

/** @throws Problem with the refusal when it isn't a picture we take. */
const cleanPhoto = (bytes: Uint8Array): StoredPhoto => {
  const facts = inspectPhoto(bytes);
  if ('refusal' in facts) throw photoProblem(facts.refusal);
  const clean = stripMetadata(bytes, facts.type);
  if ('refusal' in clean) throw photoProblem(clean.refusal);
  return { bytes: clean, type: facts.type };
};

/**
 * Takes a photo by its content, removes what could tell a place or a person, and lets it wait for the case that
 * will name it. A repeat stores the same photo under the same id.
 * @throws Problem with a code of the photo contract, or `request.key_reused` for other bytes under the same key.
 */
export const takePhoto = async (
  { keyring, store, photos }: PhotoDependencies,
  upload: Upload,
): Promise<PhotoId> => {
  const photo = cleanPhoto(upload.bytes);
  const photoId = await photoIdFor(keyring, upload);
  if (!(await claimPhotoId(store, photoId, upload.digest, upload.now))) {
    throw platformProblem('request.key_reused');
  }
  await photos.put(photoId, photo);
  return photoId;
};

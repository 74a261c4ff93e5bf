import * as v from 'valibot';
import { PHOTO_MAX_BYTES, PHOTO_REFUSALS, PhotoIdSchema } from '../platform/photos/photo.contract.ts';

/** What taking a photo is, whoever sends it: its bytes as they are in, the id to put into a form out. */
export const upload = {
  method: 'POST',
  body: v.instance(Uint8Array),
  bodyKind: 'bytes',
  bodyLimit: PHOTO_MAX_BYTES,
  response: v.object({ photoId: PhotoIdSchema }),
  status: 201,
  problems: PHOTO_REFUSALS,
} as const;

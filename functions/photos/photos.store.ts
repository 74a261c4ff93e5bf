import { PHOTO_PENDING_DAYS, type PhotoId } from '../platform/photos/photo.contract.ts';
import type { Store } from '../platform/runtime/store.ts';
import { epochSeconds, type Instant } from '../platform/runtime/time.ts';

const secondsPerDay = 24 * 60 * 60;

/**
 * Notes which request a photo id belongs to: one conditional write, so of two requests that race for one id
 * the first wins and the other is told. Gone when a photo that no case kept is gone too.
 * @returns false when the id belongs to a different request.
 */
export const claimPhotoId = async (
  store: Store,
  photoId: PhotoId,
  digest: string,
  now: Instant,
): Promise<boolean> => {
  const claimed = await store.update({
    Key: { PK: `UPLOAD#${photoId}`, SK: 'UPLOAD' },
    UpdateExpression: 'SET requestDigest = :digest, expiresAtEpochSeconds = :expiry',
    ConditionExpression: 'attribute_not_exists(requestDigest) OR requestDigest = :digest',
    ExpressionAttributeValues: {
      ':digest': digest,
      ':expiry': epochSeconds(now) + PHOTO_PENDING_DAYS * secondsPerDay,
    },
  });
  return claimed !== undefined;
};

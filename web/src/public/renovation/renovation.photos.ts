import { PHOTO_PENDING_DAYS } from '../../../../functions/platform/photos/photo.contract.ts';
import { limits } from '../../../../functions/renovation/renovation.words.ts';
import { createPhotoTray, type Photo } from '../photos/photo-tray.ts';

/** The photos of the application being filled in. */
export const homePhotos = createPhotoTray('renovation.photos', limits.photos);

/** Days for which the service surely still has a photo that no application names yet. */
export const photoDays = PHOTO_PENDING_DAYS - 1;

/** Whether the service still has a photo that was sent some time ago. */
export const isThere = ({ at }: Pick<Photo, 'at'>, now: number): boolean =>
  now - Date.parse(at) < photoDays * 86_400_000;

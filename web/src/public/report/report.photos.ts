import { limits } from '../../../../functions/issues/issues.words.ts';
import { createPhotoTray } from '../photos/photo-tray.ts';

/** The photos of the form being filled in. */
export const reportPhotos = createPhotoTray('report.photos', limits.photos);

import * as v from 'valibot';
import type { PhotoId } from '../platform/photos/photo.contract.ts';
import { keepAll, type PhotoStore } from '../platform/photos/photo-store.ts';
import type { Item } from '../platform/runtime/store.ts';
import { checkSchema } from './checks.states.ts';
import { type Rectification, rectificationSchema } from './rectifications.states.ts';

/** What was sent back keeps its photos. */
export const photosOfRectification = (rectification: Rectification): readonly PhotoId[] => [
  ...rectification.returns.flatMap(({ done }) => done.photos),
  ...('done' in rectification ? rectification.done.photos : []),
];

/** Keeps the pictures a committed check names from expiring. */
export const keepCheckPhotos = (photos: PhotoStore, image: Item): Promise<void> =>
  keepAll(photos, v.parse(checkSchema, image['state']).findings?.photos ?? []);

export const keepRectificationPhotos = (photos: PhotoStore, image: Item): Promise<void> =>
  keepAll(photos, photosOfRectification(v.parse(rectificationSchema, image['state'])));

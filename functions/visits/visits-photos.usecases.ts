import * as v from 'valibot';
import { keepAll, type PhotoStore } from '../platform/photos/photo-store.ts';
import type { Item } from '../platform/runtime/store.ts';
import { visitSchema } from './visits.states.ts';

/** Keeps the pictures of a visit from expiring; those of the issues raised at it are kept with them. */
export const keepVisitPhotos = (photos: PhotoStore, image: Item): Promise<void> =>
  keepAll(photos, v.parse(visitSchema, image['state']).photos);

import * as v from 'valibot';
import type { PhotoStore } from '../platform/photos/photo-store.ts';
import type { Item } from '../platform/runtime/store.ts';
import { issueSchema } from './issues.states.ts';

/** Keeps the pictures an issue names from expiring; only what a committed issue names is ever kept. */
export const keepIssuePhotos = async (photos: PhotoStore, image: Item): Promise<void> => {
  const issue = v.parse(issueSchema, image['state']);
  const named = [...issue.photos, ...('resolution' in issue ? issue.resolution.photos : [])];
  for (const photo of named) await photos.keep(photo);
};

import * as v from 'valibot';
import type { PhotoId } from '../platform/photos/photo.contract.ts';
import { keepAll, type PhotoStore } from '../platform/photos/photo-store.ts';
import type { Item } from '../platform/runtime/store.ts';
import { type Issue, issueSchema } from './issues.states.ts';

/** From its report, and from its resolution. */
export const photosOfIssue = (issue: Issue): readonly PhotoId[] => [
  ...issue.photos,
  ...('resolution' in issue ? issue.resolution.photos : []),
];

/** Keeps the pictures an issue names from expiring; only what a committed issue names is ever kept. */
export const keepIssuePhotos = (photos: PhotoStore, image: Item): Promise<void> =>
  keepAll(photos, photosOfIssue(v.parse(issueSchema, image['state'])));

import * as v from 'valibot';
import { referenceSchema } from '../platform/contract/reference.ts';
import { PhotoIdSchema } from '../platform/photos/photo.contract.ts';
import { venueReaders } from './venues.actions.ts';
import { missingProblems } from './venues-missing.problems.ts';

/** What of venues and their projects the function that shows photos needs to know, and no more: it stays small. */
export const venuePhotos = {
  problems: missingProblems,
  ofVenue: {
    mayCall: venueReaders,
    params: v.object({ venue: referenceSchema, photoId: PhotoIdSchema }),
    problems: ['venue.not_found'],
  },
  ofUpgrade: {
    mayCall: venueReaders,
    params: v.object({ upgrade: referenceSchema, photoId: PhotoIdSchema }),
    problems: ['upgrade.not_found'],
  },
} as const;

import * as v from 'valibot';
import { referenceSchema } from '../platform/contract/reference.ts';
import { PhotoIdSchema } from '../platform/photos/photo.contract.ts';
import { programmeReaders } from './programme.actions.ts';
import { missingProblems } from './programme-missing.problems.ts';

/** What of activities the function that shows photos needs to know, and no more: it stays small. */
export const activityPhotos = {
  problems: missingProblems,
  ofActivity: {
    mayCall: programmeReaders,
    params: v.object({ activity: referenceSchema, photoId: PhotoIdSchema }),
    problems: ['programme.not_found'],
  },
} as const;

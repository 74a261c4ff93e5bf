import * as v from 'valibot';
import { referenceSchema } from '../platform/contract/reference.ts';
import { PhotoIdSchema } from '../platform/photos/photo.contract.ts';
import { readers } from './renovation.roles.ts';
import { missingProblems } from './renovation-missing.problems.ts';

/** What of an application the function that shows photos needs to know, and no more: it stays small. */
export const renovationPhotos = {
  problems: missingProblems,
  ofRenovation: {
    mayCall: readers,
    params: v.object({ reference: referenceSchema, photoId: PhotoIdSchema }),
    problems: ['renovation.not_found'],
  },
} as const;

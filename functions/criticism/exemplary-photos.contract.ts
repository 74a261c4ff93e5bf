import * as v from 'valibot';
import { referenceSchema } from '../platform/contract/reference.ts';
import { PhotoIdSchema } from '../platform/photos/photo.contract.ts';
import { criticismReaders } from './criticism.actions.ts';
import { missingProblems } from './criticism-missing.problems.ts';

/** What of an exemplary site the function that shows photos needs to know, and no more: it stays small. */
export const exemplaryPhotos = {
  problems: missingProblems,
  ofSite: {
    mayCall: criticismReaders,
    params: v.object({ site: referenceSchema, photoId: PhotoIdSchema }),
    problems: ['criticism.not_found'],
  },
} as const;

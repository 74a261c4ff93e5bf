import * as v from 'valibot';
import { longIdSchema } from '../platform/contract/reference.ts';
import { PhotoIdSchema } from '../platform/photos/photo.contract.ts';
import { visitReaders } from './visits.actions.ts';
import { visitProblems } from './visits.problems.ts';

/** What of a visit the function that shows photos needs to know, and no more: it stays small. */
export const visitPhotos = {
  problems: visitProblems,
  ofVisit: {
    mayCall: visitReaders,
    params: v.object({ visit: longIdSchema, photoId: PhotoIdSchema }),
    problems: ['visit.not_found'],
  },
} as const;

import * as v from 'valibot';
import { referenceSchema } from '../platform/contract/reference.ts';
import { PhotoIdSchema } from '../platform/photos/photo.contract.ts';
import { checkNumberSchema } from './checks.states.ts';
import { inspectionReaders, rectificationReaders } from './inspections.actions.ts';
import { missingProblems } from './inspections-missing.problems.ts';

/** What of an inspection the function that shows photos needs to know, and no more: it stays small. */
export const inspectionPhotos = {
  problems: missingProblems,
  ofCheck: {
    mayCall: inspectionReaders,
    params: v.object({ inspection: referenceSchema, n: checkNumberSchema, photoId: PhotoIdSchema }),
    problems: ['inspection.check_not_found'],
  },
  ofRectification: {
    mayCall: rectificationReaders,
    params: v.object({ rectification: referenceSchema, photoId: PhotoIdSchema }),
    problems: ['rectification.not_found'],
  },
} as const;

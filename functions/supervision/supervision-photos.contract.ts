import * as v from 'valibot';
import { referenceSchema } from '../platform/contract/reference.ts';
import { PhotoIdSchema } from '../platform/photos/photo.contract.ts';
import { localDateSchema } from '../platform/runtime/time.schemas.ts';
import { supervisionReaders } from './supervision.actions.ts';
import { missingProblems } from './supervision-missing.problems.ts';

/** What of a supervision list the function that shows photos needs to know, and no more: it stays small. */
export const supervisionPhotos = {
  problems: missingProblems,
  ofSupervision: {
    mayCall: supervisionReaders,
    params: v.object({ date: localDateSchema, issue: referenceSchema, photoId: PhotoIdSchema }),
    problems: ['supervision.not_found', 'supervision.item_not_found'],
  },
} as const;

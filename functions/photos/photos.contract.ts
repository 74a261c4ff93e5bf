import * as v from 'valibot';
import { issuesContract } from '../issues/issues.contract.ts';
import { defineProblems } from '../platform/contract/problems.ts';
import { referenceSchema } from '../platform/contract/reference.ts';
import { defineContract } from '../platform/contract/route.ts';
import { PhotoIdSchema } from '../platform/photos/photo.contract.ts';
import { upload } from './photos.fields.ts';
import { photoProblems } from './photos.problems.ts';

const { read: readIssue } = issuesContract.routes;

export const photosContract = defineContract({
  function: 'photos',
  problems: defineProblems({ ...issuesContract.problems, ...photoProblems }),
  routes: {
    upload: {
      ...upload,
      path: '/api/photos',
      summary: 'Send a photo that a command then names; place, time and device are removed from it',
      mayCall: 'every',
    },
    ofIssue: {
      method: 'GET',
      path: '/api/issues/{reference}/photos/{photoId}',
      summary: 'A photo of an issue, as a picture, for whoever may read the issue',
      mayCall: readIssue.mayCall,
      params: v.object({ reference: referenceSchema, photoId: PhotoIdSchema }),
      response: v.instance(Uint8Array),
      status: 200,
      problems: [...readIssue.problems, 'photo.not_found'],
    },
  },
});

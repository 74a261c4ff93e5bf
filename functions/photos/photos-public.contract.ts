import * as v from 'valibot';
import { referenceSchema } from '../platform/contract/reference.ts';
import { defineContract } from '../platform/contract/route.ts';
import { PhotoIdSchema } from '../platform/photos/photo.contract.ts';
import { upload } from './photos.fields.ts';
import { photoProblems } from './photos.problems.ts';

export const photosPublicContract = defineContract({
  function: 'photos-public',
  problems: photoProblems,
  routes: {
    upload: {
      ...upload,
      path: '/api/public/photos',
      summary: 'Send a photo that a form then names; place, time and device are removed from it',
      mayCall: 'anyone',
    },
    ofVenue: {
      method: 'GET',
      path: '/api/public/venues/{venue}/photos/{photoId}',
      summary: 'A photo of a venue that is open to the public',
      mayCall: 'anyone',
      params: v.object({ venue: referenceSchema, photoId: PhotoIdSchema }),
      response: v.instance(Uint8Array),
      status: 200,
      problems: ['photo.not_found'],
    },
    ofActivity: {
      method: 'GET',
      path: '/api/public/activities/{activity}/photos/{photoId}',
      summary: 'A photo of an activity that was published',
      mayCall: 'anyone',
      params: v.object({ activity: referenceSchema, photoId: PhotoIdSchema }),
      response: v.instance(Uint8Array),
      status: 200,
      problems: ['photo.not_found'],
    },
  },
});

import * as v from 'valibot';
import { inspectionPhotos } from '../inspections/inspections-photos.contract.ts';
import { issuePhotos } from '../issues/issues-photos.contract.ts';
import { defineProblems } from '../platform/contract/problems.ts';
import { referenceSchema } from '../platform/contract/reference.ts';
import { defineContract } from '../platform/contract/route.ts';
import { PhotoIdSchema } from '../platform/photos/photo.contract.ts';
import { venuePhotos } from '../venues/venues-photos.contract.ts';
import { visitPhotos } from '../visits/visits-photos.contract.ts';
import { upload } from './photos.fields.ts';
import { photoProblems } from './photos.problems.ts';

export const photosContract = defineContract({
  function: 'photos',
  problems: defineProblems({
    ...issuePhotos.problems,
    ...inspectionPhotos.problems,
    ...visitPhotos.problems,
    ...venuePhotos.problems,
    ...photoProblems,
  }),
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
      mayCall: issuePhotos.ofIssue.mayCall,
      params: v.object({ reference: referenceSchema, photoId: PhotoIdSchema }),
      response: v.instance(Uint8Array),
      status: 200,
      problems: [...issuePhotos.ofIssue.problems, 'photo.not_found'],
    },
    ofVisit: {
      method: 'GET',
      path: '/api/visits/{visit}/photos/{photoId}',
      summary: 'A photo of a visit, as a picture, for whoever may read the visit',
      mayCall: visitPhotos.ofVisit.mayCall,
      params: visitPhotos.ofVisit.params,
      response: v.instance(Uint8Array),
      status: 200,
      problems: [...visitPhotos.ofVisit.problems, 'photo.not_found'],
    },
    ofCheck: {
      method: 'GET',
      path: '/api/inspections/{inspection}/checks/{n}/photos/{photoId}',
      summary: 'A photo of a check, as a picture, for whoever may read the check',
      mayCall: inspectionPhotos.ofCheck.mayCall,
      params: inspectionPhotos.ofCheck.params,
      response: v.instance(Uint8Array),
      status: 200,
      problems: [...inspectionPhotos.ofCheck.problems, 'photo.not_found'],
    },
    ofRectification: {
      method: 'GET',
      path: '/api/rectifications/{rectification}/photos/{photoId}',
      summary: 'A photo of what was put right, as a picture, for whoever may read the rectification',
      mayCall: inspectionPhotos.ofRectification.mayCall,
      params: inspectionPhotos.ofRectification.params,
      response: v.instance(Uint8Array),
      status: 200,
      problems: [...inspectionPhotos.ofRectification.problems, 'photo.not_found'],
    },
    ofVenue: {
      method: 'GET',
      path: '/api/venues/{venue}/photos/{photoId}',
      summary: 'A photo of a venue, as a picture',
      mayCall: venuePhotos.ofVenue.mayCall,
      params: venuePhotos.ofVenue.params,
      response: v.instance(Uint8Array),
      status: 200,
      problems: [...venuePhotos.ofVenue.problems, 'photo.not_found'],
    },
    ofUpgrade: {
      method: 'GET',
      path: '/api/upgrades/{upgrade}/photos/{photoId}',
      summary: 'A photo of what a project came to, as a picture',
      mayCall: venuePhotos.ofUpgrade.mayCall,
      params: venuePhotos.ofUpgrade.params,
      response: v.instance(Uint8Array),
      status: 200,
      problems: [...venuePhotos.ofUpgrade.problems, 'photo.not_found'],
    },
  },
});

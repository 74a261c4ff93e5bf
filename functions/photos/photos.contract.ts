import * as v from 'valibot';
import { exemplaryPhotos } from '../criticism/exemplary-photos.contract.ts';
import { inspectionPhotos } from '../inspections/inspections-photos.contract.ts';
import { issuePhotos } from '../issues/issues-photos.contract.ts';
import { defineProblems } from '../platform/contract/problems.ts';
import { referenceSchema } from '../platform/contract/reference.ts';
import { defineContract, type RouteRow } from '../platform/contract/route.ts';
import { PhotoIdSchema } from '../platform/photos/photo.contract.ts';
import { activityPhotos } from '../programme/programme-photos.contract.ts';
import { renovationPhotos } from '../renovation/renovation-photos.contract.ts';
import { supervisionPhotos } from '../supervision/supervision-photos.contract.ts';
import { venuePhotos } from '../venues/venues-photos.contract.ts';
import { visitPhotos } from '../visits/visits-photos.contract.ts';
import { upload } from './photos.fields.ts';
import { photoProblems } from './photos.problems.ts';

/** A photo of something, for whoever may read that. */
const picture = <
  const P extends RouteRow['path'],
  S extends NonNullable<RouteRow['params']>,
  const W extends {
    readonly mayCall: RouteRow['mayCall'];
    readonly params: S;
    readonly problems: readonly string[];
  },
>(
  path: P,
  of: string,
  { mayCall, params, problems }: W & { readonly params: S },
) =>
  ({
    method: 'GET',
    path,
    summary: `A photo of ${of}, as a picture, for whoever may read it`,
    mayCall,
    params,
    response: v.instance(Uint8Array),
    status: 200,
    problems: [...problems, 'photo.not_found'],
  }) as const;

export const photosContract = defineContract({
  function: 'photos',
  problems: defineProblems({
    ...issuePhotos.problems,
    ...inspectionPhotos.problems,
    ...visitPhotos.problems,
    ...venuePhotos.problems,
    ...activityPhotos.problems,
    ...renovationPhotos.problems,
    ...supervisionPhotos.problems,
    ...exemplaryPhotos.problems,
    ...photoProblems,
  }),
  routes: {
    upload: {
      ...upload,
      path: '/api/photos',
      summary: 'Send a photo that a command then names; place, time and device are removed from it',
      mayCall: 'every',
    },
    ofIssue: picture('/api/issues/{reference}/photos/{photoId}', 'an issue', {
      ...issuePhotos.ofIssue,
      params: v.object({ reference: referenceSchema, photoId: PhotoIdSchema }),
    }),
    ofVisit: picture('/api/visits/{visit}/photos/{photoId}', 'a visit', visitPhotos.ofVisit),
    ofCheck: picture(
      '/api/inspections/{inspection}/checks/{n}/photos/{photoId}',
      'a check',
      inspectionPhotos.ofCheck,
    ),
    ofRectification: picture(
      '/api/rectifications/{rectification}/photos/{photoId}',
      'what was put right',
      inspectionPhotos.ofRectification,
    ),
    ofVenue: picture('/api/venues/{venue}/photos/{photoId}', 'a venue', venuePhotos.ofVenue),
    ofActivity: picture(
      '/api/activities/{activity}/photos/{photoId}',
      'an activity',
      activityPhotos.ofActivity,
    ),
    ofUpgrade: picture(
      '/api/upgrades/{upgrade}/photos/{photoId}',
      'what a project came to',
      venuePhotos.ofUpgrade,
    ),
    ofRenovation: picture(
      '/api/renovations/{reference}/photos/{photoId}',
      'an application for an accessible home, or of its works',
      renovationPhotos.ofRenovation,
    ),
    ofSupervision: picture(
      '/api/supervision-lists/{date}/items/{issue}/photos/{photoId}',
      'what supervision found on the spot',
      supervisionPhotos.ofSupervision,
    ),
    ofSite: picture(
      '/api/exemplary-sites/{site}/photos/{photoId}',
      'an exemplary site',
      exemplaryPhotos.ofSite,
    ),
  },
});

import * as v from 'valibot';
import { criticismContract } from '../../functions/criticism/criticism.contract.ts';
import type { photosContract } from '../../functions/photos/photos.contract.ts';
import type { photosPublicContract } from '../../functions/photos/photos-public.contract.ts';
import { PhotoIdSchema } from '../../functions/platform/photos/photo.contract.ts';
import type { PhotoStore } from '../../functions/platform/photos/photo-store.ts';
import type { ShownPhotos } from '../../functions/platform/photos/shown-photos.ts';
import { referenceFrom } from '../../functions/platform/runtime/ids.ts';
import { supervisionContract } from '../../functions/supervision/supervision.contract.ts';
import { callRow } from '../support/call.ts';
import { noticeAbout } from '../support/criticism.ts';
import { type District, places } from '../support/district.ts';
import type { Functions } from '../support/functions.ts';
import { textIn } from '../support/issues.ts';
import { jpeg } from '../support/pictures.ts';
import { listOf } from '../support/supervision.ts';
import type { Plays } from './units.plays.ts';

const photoId = v.parse(PhotoIdSchema, 'ad'.repeat(16));

/** Photos of supervision and of exemplary sites, each in a record of its own. */
export const supervisedPhotoPlays = (
  { accounts, parts }: District,
  { supervision, criticism }: Pick<Functions, 'supervision' | 'criticism'>,
  photos: PhotoStore,
): Pick<Plays<typeof photosContract>, 'ofSupervision' | 'ofSite'> => {
  const { cookie } = accounts.supervisor;
  const stored = () => photos.put(photoId, { bytes: jpeg(4, 4), type: 'image/jpeg' });
  // Apart from the days of the plays of supervision itself.
  let daysAgo = 400;
  return {
    ofSupervision: async () => {
      await stored();
      daysAgo += 1;
      const issue = referenceFrom('supervised on the spot');
      const params = { date: await listOf(parts, issue, daysAgo), issue };
      const { taking, entry } = supervisionContract.routes;
      await callRow(supervision, taking, { cookie, params, body: {} });
      const body = { way: 'site', verdict: 'resolved', text: '路灯亮了。', photos: [photoId] };
      await callRow(supervision, entry, { cookie, params, body });
      return { cookie, params: { ...params, photoId } };
    },
    ofSite: async () => {
      await stored();
      const asked = { ...noticeAbout(parts, places.village), title: '台账观摩点', place: '村委会' };
      const { body } = await callRow(criticism, criticismContract.routes.propose, {
        ...{ cookie, body: { ...asked, photos: [photoId] } },
      });
      return { cookie, params: { site: textIn(body, 'site') ?? '', photoId } };
    },
  };
};

/** A photo residents see: it comes from the bucket alone, so the table is not asked. */
export const shownPhotoPlays = (
  photos: PhotoStore,
  shown: ShownPhotos,
): Pick<Plays<typeof photosPublicContract>, 'ofVenue' | 'ofActivity'> => {
  const subject = referenceFrom('what a photo shows');
  const seen = async () => {
    await photos.put(photoId, { bytes: jpeg(4, 4), type: 'image/jpeg' });
    await photos.keep(photoId);
    await shown.showOnly(subject, [photoId]);
    return photoId;
  };
  return {
    ofVenue: async () => ({ params: { venue: subject, photoId: await seen() } }),
    ofActivity: async () => ({ params: { activity: subject, photoId: await seen() } }),
  };
};

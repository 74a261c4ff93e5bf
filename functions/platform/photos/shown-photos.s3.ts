import {
  CopyObjectCommand,
  DeleteObjectCommand,
  ListObjectsV2Command,
  type S3Client,
} from '@aws-sdk/client-s3';
import * as v from 'valibot';
import { type PhotoId, PhotoIdSchema } from './photo.contract.ts';
import { keyOf, openS3Client, readObject, unlessMissing } from './photo-store.s3.ts';
import { KEPT } from './photo-store.ts';
import { SHOWN, type ShownPhotos, subjectSchema } from './shown-photos.ts';

/** Copies under a prefix of their own in the bucket where cases keep theirs. */
export function s3ShownPhotos(client: S3Client, bucket: string): ShownPhotos {
  const prefixOf = (subject: string): string => `${SHOWN}/${v.parse(subjectSchema, subject)}/`;
  const shownKey = (subject: string, id: PhotoId): string =>
    `${prefixOf(subject)}${v.parse(PhotoIdSchema, id)}`;
  return {
    async showOnly(subject, ids) {
      // One page: nothing has a thousand photos.
      const listing = new ListObjectsV2Command({ Bucket: bucket, Prefix: prefixOf(subject) });
      const there = ((await client.send(listing)).Contents ?? []).flatMap(({ Key }) => Key ?? []);
      for (const id of ids) {
        const Key = shownKey(subject, id);
        if (there.includes(Key)) continue;
        const CopySource = `${bucket}/${keyOf(KEPT, id)}`;
        await unlessMissing(client.send(new CopyObjectCommand({ Bucket: bucket, CopySource, Key })));
      }
      const wanted = ids.map((id) => shownKey(subject, id));
      for (const Key of there.filter((key) => !wanted.includes(key))) {
        await client.send(new DeleteObjectCommand({ Bucket: bucket, Key }));
      }
    },

    get: async (subject, id) => readObject(client, bucket, shownKey(subject, id)),
  };
}

/** The copies in a bucket in the function's own region, with the function's own rights. */
export const openS3ShownPhotos = (bucket: string): ShownPhotos => s3ShownPhotos(openS3Client(), bucket);

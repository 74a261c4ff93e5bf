import { DeleteObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { keyOf, openS3Client } from './photo-store.s3.ts';
import { KEPT, PENDING, type PhotoRemoval } from './photo-store.ts';

/** Deletes the objects of a bucket; the role needs Delete on the prefixes. */
export const s3PhotoRemoval = (client: S3Client, bucket: string): PhotoRemoval => ({
  remove: async (id) => {
    for (const key of [keyOf(PENDING, id), keyOf(KEPT, id)])
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
  },
});

/** The same in the function's own region, with its own rights. */
export const openS3PhotoRemoval = (bucket: string): PhotoRemoval => s3PhotoRemoval(openS3Client(), bucket);

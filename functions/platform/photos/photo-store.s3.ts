import {
  CopyObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import * as v from 'valibot';
import { PHOTO_TYPES, type PhotoId, PhotoIdSchema } from './photo.contract.ts';
import { KEPT, PENDING, type PhotoStore, type StoredPhoto } from './photo-store.ts';

/** Reading back is a boundary like any other: an object put there by hand is no photo of ours. */
const ContentTypeSchema = v.picklist(PHOTO_TYPES);

/**
 * Photos as objects of one bucket; encryption at rest is the bucket's default. The role needs Get and
 * Put on the prefixes and `s3:ListBucket` on the bucket: without it S3 answers 403 where 404 is meant.
 * Source: https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html
 */
export function s3PhotoStore(client: S3Client, bucket: string): PhotoStore {
  const read = (key: string): Promise<StoredPhoto | undefined> => readObject(client, bucket, key);

  async function isKept(id: PhotoId): Promise<boolean> {
    const head = new HeadObjectCommand({ Bucket: bucket, Key: keyOf(KEPT, id) });
    return (await unlessMissing(client.send(head))) !== undefined;
  }

  return {
    async put(id, { bytes, type }) {
      const object = { Bucket: bucket, Key: keyOf(PENDING, id), Body: bytes, ContentType: type };
      await client.send(new PutObjectCommand(object));
    },

    async keep(id) {
      const copy = new CopyObjectCommand({
        Bucket: bucket,
        CopySource: `${bucket}/${keyOf(PENDING, id)}`,
        Key: keyOf(KEPT, id),
        IfNoneMatch: '*', // a kept photo outlives a later upload
      });
      try {
        const copied = await unlessMissing(client.send(copy));
        return copied !== undefined || (await isKept(id)) ? 'kept' : 'missing';
      } catch (error) {
        if (hasName(error, 'PreconditionFailed')) return 'kept';
        throw error;
      }
    },

    async get(id) {
      return (await read(keyOf(KEPT, id))) ?? (await read(keyOf(PENDING, id)));
    },
  };
}

export async function readObject(
  client: S3Client,
  bucket: string,
  key: string,
): Promise<StoredPhoto | undefined> {
  const object = await unlessMissing(client.send(new GetObjectCommand({ Bucket: bucket, Key: key })));
  if (object?.Body === undefined) return undefined;
  const type = v.parse(ContentTypeSchema, object.ContentType);
  return { bytes: await object.Body.transformToByteArray(), type };
}

/** A client with the function's own rights, in its own region. */
export function openS3Client(): S3Client {
  // As for the table: a call that hangs must not take the whole function with it.
  // Without the third, the second only warns.
  const requestHandler = { connectionTimeout: 1_000, requestTimeout: 4_000, throwOnRequestTimeout: true };
  return new S3Client({ maxAttempts: 3, requestHandler });
}

/** The store on a bucket in the function's own region, with the function's own rights. */
export const openS3PhotoStore = (bucket: string): PhotoStore => s3PhotoStore(openS3Client(), bucket);

/** The last line of defence: whatever the caller parsed or didn't, no key leaves its prefix. */
export function keyOf(prefix: typeof PENDING | typeof KEPT, id: PhotoId): string {
  return `${prefix}/${v.parse(PhotoIdSchema, id)}`;
}

export async function unlessMissing<Output>(answer: Promise<Output>): Promise<Output | undefined> {
  try {
    return await answer;
  } catch (error) {
    // A HEAD has no body that could name the code, so its 404 goes by another name.
    if (hasName(error, 'NoSuchKey') || hasName(error, 'NotFound')) return undefined;
    throw error;
  }
}

function hasName(error: unknown, name: string): boolean {
  return error instanceof S3ServiceException && error.name === name;
}

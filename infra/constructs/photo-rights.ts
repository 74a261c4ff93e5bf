import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Rights } from '../../functions/functions.ts';
import { KEPT, PENDING } from '../../functions/platform/photos/photo-store.ts';
import { SHOWN } from '../../functions/platform/photos/shown-photos.ts';

/** The prefixes, as wildcards. */
const photoObjects = (bucket: Bucket) => ({
  pending: bucket.arnForObjects(`${PENDING}/*`),
  kept: bucket.arnForObjects(`${KEPT}/*`),
  shown: bucket.arnForObjects(`${SHOWN}/*`),
});

/**
 * Residents send photos and see those that are shown to anybody; officers also look at what cases keep; the reactions
 * keep what a case names, and show or take down copies. A photo that a case keeps is removed by retention alone, which
 * in turn sees and writes none.
 */
export const photoStatements = (row: Rights, bucket: Bucket): PolicyStatement[] => {
  const { pending, kept, shown } = photoObjects(bucket);
  const allow = (action: string, ...resources: string[]) =>
    new PolicyStatement({ actions: [`s3:${action}`], resources });
  // Without it S3 answers "forbidden" where "not found" is meant.
  const list = allow('ListBucket', bucket.bucketArn);
  if ('removesPhotos' in row) return [allow('DeleteObject', pending, kept)];
  switch (row.rights) {
    case 'public':
      return [allow('PutObject', pending), allow('GetObject', shown), list];
    case 'staff':
      return [allow('PutObject', pending), allow('GetObject', pending, kept), list];
    case 'system':
      return [
        ...[allow('PutObject', kept, shown), allow('GetObject', pending, kept), list],
        allow('DeleteObject', shown),
      ];
  }
};

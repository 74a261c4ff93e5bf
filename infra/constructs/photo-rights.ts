import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Rights } from '../../functions/functions.ts';
import { KEPT, PENDING } from '../../functions/platform/photos/photo-store.ts';

/** The two prefixes, as wildcards. */
const photoObjects = (bucket: Bucket) => ({
  pending: bucket.arnForObjects(`${PENDING}/*`),
  kept: bucket.arnForObjects(`${KEPT}/*`),
});

/** Residents send photos, officers also look at them, the projections keep what a case names. None removes any. */
export const photoStatements = ({ rights }: Rights, bucket: Bucket): PolicyStatement[] => {
  const { pending, kept } = photoObjects(bucket);
  const put = (resource: string) => new PolicyStatement({ actions: ['s3:PutObject'], resources: [resource] });
  if (rights === 'public') return [put(pending)];
  return [
    put(rights === 'system' ? kept : pending),
    new PolicyStatement({ actions: ['s3:GetObject'], resources: [pending, kept] }),
    // Without it S3 answers "forbidden" where "not found" is meant.
    new PolicyStatement({ actions: ['s3:ListBucket'], resources: [bucket.bucketArn] }),
  ];
};

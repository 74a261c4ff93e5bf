import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, CfnBucket, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { PHOTO_PENDING_DAYS } from '../../functions/platform/photos/photo.contract.ts';
import { PENDING } from '../../functions/platform/photos/photo-store.ts';

/** Days in which a photo removed or overwritten by mistake can be had back; after them it is gone for good. */
const regretDays = 30;

/** Photos. Versioned for the sake of mistakes only: a person who asks for removal is not kept for ever. */
export class PhotoBucket extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, key: IKey) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Bucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: BucketEncryption.KMS,
      encryptionKey: key,
      // One KMS request for many photos instead of one each.
      bucketKeyEnabled: true,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      versioned: true,
      removalPolicy: RemovalPolicy.RETAIN,
      lifecycleRules: [
        {
          id: 'photos-nobody-kept',
          prefix: `${PENDING}/`,
          expiration: Duration.days(PHOTO_PENDING_DAYS),
          noncurrentVersionExpiration: Duration.days(1),
        },
        { id: 'past-regret', noncurrentVersionExpiration: Duration.days(regretDays) },
        {
          id: 'leftovers',
          expiredObjectDeleteMarker: true,
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
      ],
    });
    const resource = this.bucket.node.defaultChild;
    if (resource instanceof CfnBucket) resource.overrideLogicalId('PhotoBucket');
    Validations.of(this.bucket).acknowledge({
      id: 'AwsSolutions-S1',
      reason:
        'Only our functions can read the bucket, and they leave a line for each request; a second log would need a second bucket that nobody reads.',
    });
  }
}

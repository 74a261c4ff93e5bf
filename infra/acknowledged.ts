import { Stack, Validations } from 'aws-cdk-lib';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { IConstruct } from 'constructs';
import { KEPT, PENDING } from '../functions/platform/photos/photo-store.ts';
import { SHOWN } from '../functions/platform/photos/shown-photos.ts';

/** Findings of cdk-nag that several places share, each with its reason. Those of one place stand in that place. */

/** @param scope the role whose policy names the prefixes of the photo bucket. */
export const acknowledgePhotoWildcards = (scope: IConstruct, photos: Bucket): void => {
  // What the data stack hands over goes by this name, hash and all, as long as the bucket is where it is.
  const arn = `${Stack.of(photos).stackName}:ExportsOutputFnGetAttPhotoBucketArnAAA3DE29`;
  const reason = 'Photos have ids of their own; a role has some of the prefixes, and one action on each.';
  Validations.of(scope).acknowledge(
    { id: `AwsSolutions-IAM5[Resource::${arn}/${PENDING}/*]`, reason },
    { id: `AwsSolutions-IAM5[Resource::${arn}/${KEPT}/*]`, reason },
    { id: `AwsSolutions-IAM5[Resource::${arn}/${SHOWN}/*]`, reason },
  );
};

export const acknowledgeMailServer = (scope: IConstruct): void => {
  Validations.of(scope).acknowledge({
    id: 'AwsSolutions-SMG4',
    reason: "The password is the mail provider's; whoever changes it there puts it in here.",
  });
};

export const acknowledgeListStreams = (scope: IConstruct): void => {
  Validations.of(scope).acknowledge({
    id: 'AwsSolutions-IAM5[Resource::*]',
    reason: 'dynamodb:ListStreams is the only action on it, and takes no resource.',
  });
};

import { Duration, Validations } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

/** Where work goes that failed for good, until a person has looked; kept as long as a queue can. */
export const failedQueue = (scope: Construct): Queue => {
  const queue = new Queue(scope, 'Failed', {
    // Not with our key: what lies here are ids and instants.
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });
  Validations.of(queue).acknowledge({
    id: 'AwsSolutions-SQS3',
    reason: 'This is the dead-letter queue.',
  });
  return queue;
};

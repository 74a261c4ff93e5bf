import { Duration } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { tableKeys } from '../../functions/platform/ledger/table.ts';
import { acknowledgeListStreams } from '../acknowledged.ts';
import type { ServiceFunction } from './service-function.ts';

/** Has a function follow the table's stream; what it can't do goes to the queue and holds nobody else up. */
export const followStream = (
  { lambda, role }: ServiceFunction,
  kinds: readonly string[] | 'every',
  streamArn: string,
  failed: Queue,
): void => {
  role.addToPolicy(
    new PolicyStatement({
      actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
      resources: [streamArn],
    }),
  );
  role.addToPolicy(new PolicyStatement({ actions: ['dynamodb:ListStreams'], resources: ['*'] }));
  acknowledgeListStreams(role);
  const mapping = new EventSourceMapping(lambda, 'Stream', {
    target: lambda,
    eventSourceArn: streamArn,
    startingPosition: StartingPosition.TRIM_HORIZON,
    batchSize: 100,
    // Lists follow at once; a longer wait would make batches fuller and desks staler.
    maxBatchingWindow: Duration.seconds(0),
    // Projections are of states; events, sessions, counters and the projections' own writes say nothing to them.
    filters: [
      FilterCriteria.filter({
        eventName: FilterRule.or('INSERT', 'MODIFY'),
        dynamodb: {
          Keys: {
            [tableKeys.sort]: { S: FilterRule.isEqual('STATE') },
            ...(kinds === 'every'
              ? {}
              : { [tableKeys.partition]: { S: kinds.flatMap((kind) => FilterRule.beginsWith(`${kind}#`)) } }),
          },
        },
      }),
    ],
    reportBatchItemFailures: true,
    bisectBatchOnError: true,
    retryAttempts: 10,
    // The stream itself forgets after 24 hours; what is left for a person is in the queue well before.
    maxRecordAge: Duration.hours(6),
    onFailure: new SqsDlq(failed),
  });
  // Whether the stream may be read is checked when the mapping is made.
  mapping.node.addDependency(role);
};

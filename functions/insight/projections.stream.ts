import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import type { Log } from '../platform/runtime/log.ts';
import type { Item } from '../platform/runtime/store.ts';
import { followImages, newestImages, type ProjectionDependencies } from './projections.usecases.ts';

const imageOf = (record: DynamoDBRecord): Item[] => {
  const image = record.dynamodb?.NewImage;
  // The stream's own typing of the same JSON; both come from the service's model.
  return image ? [unmarshall(image as Record<string, AttributeValue>)] : [];
};

const keyOf = (item: Item): string => `${String(item['PK'])} ${String(item['SK'])}`;

/**
 * Follows the table's stream. Records that fail are named in the answer and come again; the others of the batch
 * are done, so one bad record doesn't hold up the rest.
 */
export const streamFunction =
  (deps: ProjectionDependencies & { readonly log: Log }) =>
  async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const failed = new Set<string>();
    const images = newestImages(event.Records.flatMap(imageOf));
    for (const { image, error } of await followImages(deps, images)) {
      failed.add(keyOf(image));
      deps.log.error('projection.failed', { kind: String(image['kind']), id: String(image['id']) }, error);
    }
    deps.log.info('projection.applied', {
      records: event.Records.length,
      cases: images.length,
      failed: failed.size,
    });
    const batchItemFailures = event.Records.filter((record) =>
      imageOf(record).some((image) => failed.has(keyOf(image))),
    ).map((record) => ({ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' }));
    return { batchItemFailures };
  };

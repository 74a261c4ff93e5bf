import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import * as v from 'valibot';
import type { Log } from '../platform/runtime/log.ts';
import type { Item } from '../platform/runtime/store.ts';

/** An image whose consequences could not be brought up to date. */
export interface FailedImage {
  readonly image: Item;
  readonly error: unknown;
}

const stateSchema = v.looseObject({
  PK: v.string(),
  SK: v.literal('STATE'),
  kind: v.string(),
  version: v.number(),
});

/** The newest image of every case among the given ones: a projection is of a state, so older ones add nothing. */
export const newestImages = (images: readonly Item[]): Item[] => {
  const newest = new Map<string, v.InferOutput<typeof stateSchema>>();
  for (const image of images) {
    const parsed = v.safeParse(stateSchema, image);
    if (!parsed.success) continue;
    const { PK, version } = parsed.output;
    if (version > (newest.get(PK)?.version ?? 0)) newest.set(PK, parsed.output);
  }
  return [...newest.values()];
};

const imageOf = (record: DynamoDBRecord): Item[] => {
  const image = record.dynamodb?.NewImage;
  // The stream's own typing of the same JSON; both come from the service's model.
  return image ? [unmarshall(image as Record<string, AttributeValue>)] : [];
};

const keyOf = (item: Item): string => `${String(item['PK'])} ${String(item['SK'])}`;

/**
 * Follows the table's stream. Records that fail are named in the answer and come again; the others of the batch
 * are done, so one bad record doesn't hold up the rest.
 * @param follow what to do with the newest states of a batch; answers with those that failed.
 */
export const streamFunction =
  ({ log }: { readonly log: Log }, follow: (images: readonly Item[]) => Promise<readonly FailedImage[]>) =>
  async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const failed = new Set<string>();
    const images = newestImages(event.Records.flatMap(imageOf));
    for (const { image, error } of await follow(images)) {
      failed.add(keyOf(image));
      log.error('projection.failed', { kind: String(image['kind']), id: String(image['id']) }, error);
    }
    log.info('projection.applied', {
      records: event.Records.length,
      cases: images.length,
      failed: failed.size,
    });
    const batchItemFailures = event.Records.filter((record) =>
      imageOf(record).some((image) => failed.has(keyOf(image))),
    ).map((record) => ({ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' }));
    return { batchItemFailures };
  };

import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as v from 'valibot';

export interface Metered {
  /** The SDK's name of the request, such as `QueryCommand`. */
  readonly command: string;
  /** Request units the engine says it took; read and write units alike. */
  readonly units: number;
  /** Items it gave back. */
  readonly items: number;
}

const consumed = v.object({ CapacityUnits: v.number() });
const outputSchema = v.looseObject({
  ConsumedCapacity: v.optional(v.union([consumed, v.array(consumed)])),
  Items: v.optional(v.array(v.unknown())),
  Item: v.optional(v.unknown()),
});

const unitsOf = (capacity: v.InferOutput<typeof outputSchema>['ConsumedCapacity']): number => {
  const parts = capacity === undefined ? [] : Array.isArray(capacity) ? capacity : [capacity];
  return parts.reduce((sum, { CapacityUnits }) => sum + CapacityUnits, 0);
};

/**
 * Has the engine say what every request of this client consumes.
 * @returns what runs a task and gives the requests it made, in order.
 */
export const meter = (client: DynamoDBClient): ((task: () => Promise<unknown>) => Promise<Metered[]>) => {
  let calls: Metered[] = [];
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const result = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: 'TOTAL' } });
      const output = v.parse(outputSchema, result.output);
      calls.push({
        command: context.commandName ?? '',
        units: unitsOf(output.ConsumedCapacity),
        items: output.Items?.length ?? (output.Item === undefined ? 0 : 1),
      });
      return result;
    },
    { step: 'serialize', priority: 'high', name: 'meter' },
  );
  return async (task) => {
    calls = [];
    await task();
    return calls;
  };
};

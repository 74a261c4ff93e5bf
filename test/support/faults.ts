import {
  type DynamoDBClient,
  type ServiceOutputTypes,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import * as v from 'valibot';

/** What the cloud answers now and then and an engine on the same machine never does. */
export const faultKinds = [
  'conflict',
  'in-progress',
  'throttled',
  'exceeded',
  'time-out before',
  'time-out after',
  'stale',
] as const;
export type FaultKind = (typeof faultKinds)[number];

/** The same numbers from the same seed, from 0 up to 1 (mulberry32). */
export const randomFrom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

const inputSchema = v.looseObject({
  TransactItems: v.optional(v.array(v.unknown())),
  ConsistentRead: v.optional(v.boolean()),
});

const named = (name: string): Error => Object.assign(new Error(name), { name });

const conflictAmong = (items: number, at: number): Error =>
  new TransactionCanceledException({
    message: 'Transaction cancelled',
    $metadata: {},
    CancellationReasons: Array.from({ length: items }, (_, index) => ({
      Code: index === at ? 'TransactionConflict' : 'None',
    })),
  });

export interface Faults {
  readonly seed: number;
  /** From 0, never, to 1, always. */
  readonly rate: number;
  readonly kinds?: readonly FaultKind[];
}

export interface FaultLog {
  /** Requests that left for the engine or were answered in its place. */
  sent: number;
  /** How often each kind was met. */
  readonly met: Map<FaultKind, number>;
}

/** Makes a client as unreliable as the network and the cloud can be, decided by the seed alone. */
export const makeFaulty = (client: DynamoDBClient, { seed, rate, kinds = faultKinds }: Faults): FaultLog => {
  const random = randomFrom(seed);
  const log: FaultLog = { sent: 0, met: new Map() };
  const earlierAnswers = new Map<string, { response: unknown; output: ServiceOutputTypes }>();
  client.middlewareStack.add(
    (next, context) => async (args) => {
      log.sent += 1;
      const command = context.commandName ?? '';
      const { TransactItems, ConsistentRead } = v.parse(inputSchema, args.input);
      const isEventual = /^(Query|GetItem)/.test(command) && ConsistentRead !== true;
      const possible = kinds.filter((kind) => {
        if (kind === 'conflict' || kind === 'in-progress') return TransactItems !== undefined;
        return kind !== 'stale' || isEventual;
      });
      const kind = random() < rate ? possible[Math.floor(random() * possible.length)] : undefined;
      if (kind) log.met.set(kind, (log.met.get(kind) ?? 0) + 1);
      const question = `${command} ${JSON.stringify(args.input)}`;
      switch (kind) {
        case 'conflict': {
          const items = TransactItems?.length ?? 1;
          throw conflictAmong(items, Math.floor(random() * items));
        }
        case 'in-progress':
          throw named('TransactionInProgressException');
        case 'throttled':
          throw named('ThrottlingException');
        case 'exceeded':
          throw named('ProvisionedThroughputExceededException');
        case 'time-out before':
          throw named('TimeoutError');
        case 'time-out after':
          await next(args);
          throw named('TimeoutError');
        case 'stale': {
          const earlier = earlierAnswers.get(question);
          if (earlier) return earlier;
          break;
        }
        case undefined:
          break;
      }
      const result = await next(args);
      if (isEventual) earlierAnswers.set(question, result);
      return result;
    },
    { step: 'serialize', priority: 'high', name: 'faults' },
  );
  return log;
};

import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as v from 'valibot';

const key = v.object({ PK: v.string(), SK: v.string() });
const write = v.object({ Item: v.optional(key), Key: v.optional(key) });
type Write = v.InferOutput<typeof write>;
const inputSchema = v.object({
  ...write.entries,
  TransactItems: v.optional(
    v.array(v.object({ Put: v.optional(write), Update: v.optional(write), Delete: v.optional(write) })),
  ),
});

const keyOf = ({ Item, Key }: Write): string[] => {
  const found = Item ?? Key;
  return found ? [`${found.PK} ${found.SK}`] : [];
};

/** Remembers the keys of everything this client has written; what was refused is not among them. */
export const writesOf = (client: DynamoDBClient): { readonly taken: () => string[] } => {
  let keys: string[] = [];
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const result = await next(args);
      const command = context.commandName ?? '';
      if (!/^(Put|Update|Delete|Transact)/.test(command)) return result;
      const { TransactItems, ...single } = v.parse(inputSchema, args.input);
      const writes: Write[] = TransactItems?.flatMap(
        ({ Put, Update, Delete }) => Put ?? Update ?? Delete ?? [],
      ) ?? [single];
      keys.push(...writes.flatMap(keyOf));
      return result;
    },
    { step: 'serialize', priority: 'high', name: 'writes' },
  );
  return {
    taken: () => {
      const taken = keys;
      keys = [];
      return taken;
    },
  };
};

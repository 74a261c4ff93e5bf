import type { Item, ItemKey, Store, TransactWrite } from '../../functions/platform/runtime/store.ts';
import type { Statement } from './synthesise.ts';

const matches = (pattern: unknown, key: string): boolean =>
  typeof pattern === 'string' &&
  (pattern.endsWith('*') ? key.startsWith(pattern.slice(0, -1)) : key === pattern);

/** Whether a role's statements let it do this in this partition, as the service would decide it. */
const allows = (statements: readonly Statement[], action: string, partition: string): boolean =>
  statements.some(({ actions, condition }) => {
    if (!actions.includes(action)) return false;
    const held = condition['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'];
    return held === undefined || (Array.isArray(held) && held.some((pattern) => matches(pattern, partition)));
  });

const partitionOf = (write: TransactWrite): [action: string, partition: unknown] => {
  if ('Put' in write) return ['dynamodb:PutItem', write.Put.Item?.['PK']];
  if ('Update' in write) return ['dynamodb:UpdateItem', write.Update.Key?.['PK']];
  if ('Delete' in write) return ['dynamodb:DeleteItem', write.Delete.Key?.['PK']];
  return ['dynamodb:ConditionCheckItem', write.ConditionCheck.Key?.['PK']];
};

/** A store that refuses what the role may not do, and remembers what it did. */
export const guardedStore = (store: Store, statements: readonly Statement[], did: Set<string>): Store => {
  const check = (action: string, partition: unknown): void => {
    const name = String(partition);
    did.add(`${action.slice('dynamodb:'.length)} ${name.slice(0, name.indexOf('#') + 1)}`);
    if (!allows(statements, action, name)) throw new Error(`the role may not ${action} in ${name}`);
  };
  const key = (action: string, { PK }: ItemKey | Item): void => check(action, PK);
  return {
    get: async (wanted, consistency) => {
      key('dynamodb:GetItem', wanted);
      return store.get(wanted, consistency);
    },
    getMany: async (keys) => {
      for (const wanted of keys) key('dynamodb:BatchGetItem', wanted);
      return store.getMany(keys);
    },
    query: async (input) => {
      if (input.IndexName !== undefined) throw new Error(`the role may not query ${input.IndexName}`);
      const name = /PK = (:\w+)/.exec(input.KeyConditionExpression ?? '')?.[1] ?? '';
      check('dynamodb:Query', input.ExpressionAttributeValues?.[name]);
      return store.query(input);
    },
    put: async (item) => {
      key('dynamodb:PutItem', item);
      return store.put(item);
    },
    putNew: async (item) => {
      key('dynamodb:PutItem', item);
      return store.putNew(item);
    },
    remove: async (wanted) => {
      key('dynamodb:DeleteItem', wanted);
      return store.remove(wanted);
    },
    update: async (input) => {
      check('dynamodb:UpdateItem', input.Key?.['PK']);
      return store.update(input);
    },
    transact: async (items, token) => {
      for (const item of items) check(...partitionOf(item));
      return store.transact(items, token);
    },
    metered: store.metered,
  };
};

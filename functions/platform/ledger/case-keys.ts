import type { ItemKey } from '../runtime/store.ts';

export const caseKey = (kind: string, id: string, SK: string): ItemKey => ({ PK: `${kind}#${id}`, SK });
export const eventSortKey = (n: number): string => `EVENT#${String(n).padStart(8, '0')}`;

/** Few enough for a sweep to ask each, many enough that one day's deadlines don't meet on one partition. */
export const dueShards = 4;

export const shardOf = (id: string): number => {
  let sum = 0;
  for (const character of id) sum = (sum * 31 + character.charCodeAt(0)) % 9973;
  return sum % dueShards;
};

export const dueKey = (kind: string, shard: number): string => `DUE#${kind}#${shard}`;
/** Where ended cases wait for their personal data to go: apart, so that no other sweep sees them. */
export const retentionKind = (kind: string): string => `${kind}-RETENTION`;

export const monthKey = (kind: string, month: string): string => `CASE#${kind}#${month}`;

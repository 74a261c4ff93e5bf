import type { Companion } from '../platform/ledger/steps.ts';
import type { ItemKey } from '../platform/runtime/store.ts';

/**
 * Moves amounts of a counter in the commit of the command that needs it: nobody reads it before. What is taken away
 * has to be there, where a refusal is named for it.
 * @param by what is added to each field; at least one of them.
 */
export const moved = <R extends string>(
  Key: ItemKey,
  by: Readonly<Record<string, number>>,
  refusal?: R,
): Companion<R> => {
  const parts = Object.entries(by).filter(([, amount]) => amount !== 0);
  const taken = parts.flatMap(([, amount], i) => (amount < 0 ? [`#f${i} >= :m${i}`] : []));
  const isGuarded = refusal !== undefined && taken.length > 0;
  return {
    write: {
      Update: {
        Key,
        UpdateExpression: `ADD ${parts.map((_, i) => `#f${i} :n${i}`).join(', ')}`,
        ...(isGuarded ? { ConditionExpression: taken.join(' AND ') } : {}),
        ExpressionAttributeNames: Object.fromEntries(parts.map(([field], i) => [`#f${i}`, field])),
        ExpressionAttributeValues: Object.fromEntries(
          parts.flatMap(([, amount], i) => [
            [`:n${i}`, amount],
            ...(isGuarded && amount < 0 ? [[`:m${i}`, -amount]] : []),
          ]),
        ),
      },
    },
    ...(isGuarded ? { refusal } : {}),
  };
};

/** Takes something only one record may have at a time; refused where another has it. */
export const claimed = <R extends string>(key: ItemKey, holder: string, refusal: R): Companion<R> => ({
  write: {
    Put: { Item: { ...key, holder }, ConditionExpression: 'attribute_not_exists(holder)' },
  },
  refusal,
});

/** Held by nobody. Not removed: the functions have no right to remove anything that belongs to a record. */
export const freed = (key: ItemKey): Companion<never> => ({ write: { Put: { Item: { ...key } } } });

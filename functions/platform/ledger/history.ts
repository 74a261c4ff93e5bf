import type * as v from 'valibot';
import type { historySchema } from '../contract/history.ts';
import { type Link, verifyChain } from './chain.ts';
import type { Ledger } from './ledger.ts';
import type { Fields, Stored } from './steps.ts';

type History = v.InferInput<typeof historySchema>;

const nameOf = (actor: Link['actor']): string =>
  typeof actor['name'] === 'string' ? actor['name'] : String(actor['kind']);

/** A case's history with the verdict on its chain. One query. */
export const readHistory = async (
  ledger: Pick<Ledger, 'history'>,
  kind: string,
  stored: Stored<Fields>,
): Promise<History> => {
  const links = await ledger.history(kind, stored.id);
  const verdict = verifyChain(kind, stored.id, links, stored);
  return {
    events: links.map(({ n, type, at, actor, data }) => ({ n, type, at, by: nameOf(actor), data })),
    whole: verdict.whole,
    brokenAt: verdict.whole ? undefined : verdict.brokenAt,
  };
};

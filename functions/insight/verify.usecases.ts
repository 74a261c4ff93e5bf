import { type Link, type Verdict, verifyChain } from '../platform/ledger/chain.ts';
import type { Ledger } from '../platform/ledger/ledger.ts';
import type { Store } from '../platform/runtime/store.ts';
import { casesOf, monthsBetween } from './cases.store.ts';

export interface Verification {
  readonly examined: number;
  readonly broken: readonly { readonly kind: string; readonly id: string; readonly verdict: Verdict }[];
}

/** Walks the whole history of one case and compares its end with the state beside it. */
export const verifyCase = async (
  { store, ledger }: { readonly store: Store; readonly ledger: Ledger },
  kind: string,
  id: string,
): Promise<Verdict> => {
  const item = await store.get({ PK: `${kind}#${id}`, SK: 'STATE' });
  const links: Link[] = await ledger.history(kind, id);
  if (!item) return { whole: false, brokenAt: 0, why: 'there is no state' };
  return verifyChain(kind, id, links, {
    version: Number(item['version']),
    head: String(item['head']),
    state: Object(item['state']),
  });
};

/** Every case of the kinds raised from month `first` to `last`; "12,431 examined, 0 broken" is the result. */
export const verifyCases = async (
  parts: { readonly store: Store; readonly ledger: Ledger },
  kinds: readonly string[],
  first: string,
  last: string,
): Promise<Verification> => {
  const broken: Verification['broken'][number][] = [];
  let examined = 0;
  for (const kind of kinds) {
    for (const month of monthsBetween(first, last)) {
      for await (const keys of casesOf(parts.store, kind, month)) {
        for (const { PK } of keys) {
          const id = PK.slice(kind.length + 1);
          const verdict = await verifyCase(parts, kind, id);
          examined += 1;
          if (!verdict.whole) broken.push({ kind, id, verdict });
        }
      }
    }
  }
  return { examined, broken };
};

import type { ApiProblem } from '../../api/client.ts';
import type { KeptEntry, Refusal, SentEntry } from '../phone/kept.ts';
import type { VisitResult } from '../service.ts';

/** What an answer of the service makes of an entry. */
export type Settled = { readonly sent: SentEntry } | { readonly refusal: Refusal } | undefined;

/** @returns undefined when the answer settles nothing: the entry then waits as before */
export const settle = (entry: KeptEntry, result: VisitResult | undefined, now: string): Settled => {
  if (result?.result === 'refused') {
    const { code, errors } = result.problem ?? { code: 'service.failed', errors: [] };
    return { refusal: { code, errors } };
  }
  // Without the id of a visit nothing is acknowledged, whatever else the answer says.
  if (result?.visit === undefined) return undefined;
  const { entryId, staffId, stop, address, head, seen, visit } = entry;
  return {
    sent: {
      ...{ entryId, staffId, stop, address, head, sentAt: now },
      ...{ at: visit.at, outcome: visit.outcome, seen },
      visit: result.visit,
      issues: result.issues ?? [],
      conflict: result.conflict,
    },
  };
};

/**
 * What a refusal of a whole request says about its entries. `passing`: nothing about them, it is tried again.
 * `apart`: one of several is at fault, each is to be sent by itself.
 */
export const verdictOf = (problem: ApiProblem, count: number): 'passing' | 'apart' | Refusal => {
  const { status, code, errors } = problem;
  // 401 and 403 are about who sends, 408 and 429 about when.
  if (status === 0 || status === 401 || status === 403 || status === 408 || status === 429) return 'passing';
  if (count > 1) return 'apart';
  if (status >= 500) return 'passing';
  return { code, errors: errors.map((each) => ({ ...each, path: each.path.replace(/^entries\.0\.?/, '') })) };
};

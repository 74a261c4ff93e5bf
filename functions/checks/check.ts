import { findingId, type Verdict } from '../findings/findings.states.ts';
import { allOfCheck } from '../findings/findings.store.ts';
import type { CheckName } from '../findings/findings.words.ts';
import type { Judgement } from '../findings/judge.ts';
import { type FindingDependencies, settleJudgements } from '../findings/settling.usecases.ts';
import type { Run } from '../platform/runtime/schedule-function.ts';
import { epochSeconds, type Instant } from '../platform/runtime/time.ts';

/** One thing a check looks at: the record it is about, and what is found there, if anything. */
export interface Seen {
  readonly record: Judgement['record'];
  readonly verdict: Verdict | undefined;
}

/**
 * A check of what no single record says by itself: figures against a plan, or something that isn't there. It looks at
 * all it is about each time, or at all that is due.
 */
export interface Check<Dependencies> {
  readonly name: CheckName;
  readonly look: (deps: Dependencies, now: Instant) => Promise<readonly Seen[]>;
  /** What it finds has no moment of its own: it is broken since it was first found so. */
  readonly sinceFound?: true;
}

/** Judgements settled in one read. */
const atOnce = 50;

/**
 * Runs a check: what is found is found once, what no longer is found or no longer is looked at is cleared. Run twice,
 * or twice at once, nothing happens twice; broken off half-way, the next run looks at everything again.
 */
export const runCheck = async <Dependencies extends FindingDependencies>(
  deps: Dependencies,
  { name, look, sinceFound }: Check<Dependencies>,
  now: Instant,
): Promise<Run> => {
  const seen = await look(deps, now);
  const known = new Set(seen.map(({ record }) => findingId(name, record)));
  const before = await allOfCheck(deps.store, name);
  // What was found of something that is gone.
  const gone = before.filter(({ finding }) => !known.has(finding));
  const stands = new Map(before.map(({ finding, since }) => [finding, since]));
  const dated = ({ record, verdict }: Seen): Verdict[] => {
    if (!verdict) return [];
    const since = (sinceFound && stands.get(findingId(name, record))) ?? verdict.since;
    return [{ ...verdict, since }];
  };
  const asOf = epochSeconds(now);
  const judgements: Judgement[] = [
    ...seen.map((each) => ({ record: each.record, asOf, checks: [name], verdicts: dated(each) })),
    ...gone.map(({ record }) => ({ record, asOf, checks: [name], verdicts: [] })),
  ];
  let failed = 0;
  let cleared = 0;
  for (let from = 0; from < judgements.length; from += atOnce) {
    const part = judgements.slice(from, from + atOnce);
    try {
      cleared += (await settleJudgements(deps, { kind: 'schedule', name }, part)).cleared;
    } catch (error) {
      failed += part.length;
      deps.log.error('sweep.record_failed', { id: name }, error);
    }
  }
  return { examined: seen.length, found: seen.filter(({ verdict }) => verdict).length, cleared, failed };
};

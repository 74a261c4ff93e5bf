import type { Calendars } from '../calendar/calendar.usecases.ts';
import { parseStored, readCases } from '../platform/ledger/ledger.ts';
import { type Actor, type Command, type Stored, stepOf } from '../platform/ledger/steps.ts';
import type { Core } from '../platform/runtime/core.ts';
import type { Item } from '../platform/runtime/store.ts';
import type { Instant } from '../platform/runtime/time.ts';
import { type Circumstances, type FindingDecision, settle } from './findings.rules.ts';
import { type Finding, findingId } from './findings.states.ts';
import { findingType } from './findings.store.ts';
import type { Judge, Judgement } from './judge.ts';

export interface FindingDependencies extends Pick<Core, 'store' | 'ledger' | 'clock' | 'log'> {
  readonly calendars: Pick<Calendars, 'current'>;
}

export interface Settled {
  readonly found: number;
  readonly cleared: number;
}

/** Times a finding is decided anew when somebody else changed it in between. */
const attempts = 4;

type Decide = (finding: Finding | undefined) => FindingDecision | undefined;

/** @returns what became of the finding; undefined when it was left alone. */
const change = async (
  { ledger }: FindingDependencies,
  id: string,
  known: Stored<Finding> | undefined,
  command: Command,
  decide: Decide,
): Promise<Finding | undefined> => {
  let before = known;
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const decision = decide(before?.state);
    if (!decision) return undefined;
    if ('refusal' in decision) throw new Error(`finding ${id}: ${decision.refusal}`);
    const { outcome } = await ledger.commit([
      stepOf<Finding>(command, { type: findingType, id, before, ...decision }),
    ]);
    if (outcome === 'committed') return decision.next;
    if (outcome === 'repeated') return undefined;
    before = await ledger.read(findingType, id);
  }
  throw new Error(`finding ${id} keeps changing`);
};

const commandFor = (actor: Actor, { record, asOf }: Judgement, now: Instant): Command => ({
  key: `look ${record.kind} ${record.id} ${asOf}`,
  request: '',
  actor,
  now,
});

/**
 * Brings the findings about these records to what the judgements say: found, changed, found again, cleared. The same
 * judgement again, or an older one, changes nothing. One read for all, and a transaction for each that changes.
 */
export const settleJudgements = async (
  deps: FindingDependencies,
  actor: Actor,
  judgements: readonly Judgement[],
): Promise<Settled> => {
  const now = deps.clock.now();
  const ids = judgements.flatMap(({ record, checks }) => checks.map((check) => findingId(check, record)));
  const known = new Map((await readCases(deps.store, findingType, ids)).map((stored) => [stored.id, stored]));
  const pending = judgements.flatMap((judgement) =>
    judgement.checks.map((check) => ({
      judgement,
      id: findingId(check, judgement.record),
      verdict: judgement.verdicts.find((verdict) => verdict.check === check),
    })),
  );
  let found = 0;
  let cleared = 0;
  let circumstances: Circumstances | undefined;
  for (const { judgement, id, verdict } of pending) {
    const before = known.get(id);
    // Most changes of most records concern no promise: nothing found before, nothing now.
    if (!verdict && (!before || before.state.state === 'cleared')) continue;
    circumstances ??= { now, calendar: await deps.calendars.current(now) };
    const around = circumstances;
    const after = await change(deps, id, before, commandFor(actor, judgement, now), (finding) =>
      settle(finding, verdict, judgement, around),
    );
    if (after?.state === 'cleared') cleared += 1;
    else if (after && before?.state.state !== after.state) found += 1;
  }
  return { found, cleared };
};

/** A judge with the type of its case forgotten, so that all of them stand in one list. */
export interface AnyJudge {
  readonly kind: string;
  /** @throws Error when the item is not a state of this kind. */
  readonly judge: (item: Item) => readonly Judgement[];
  /** The same of the case as it is at this moment; nothing when there is none. */
  readonly look: (ledger: Core['ledger'], id: string) => Promise<readonly Judgement[]>;
}

export const anyJudge = <S>({ type, judge }: Judge<S>): AnyJudge => ({
  kind: type.kind,
  judge: (item) => judge(parseStored(type, item)),
  look: async (ledger, id) => {
    const stored = await ledger.read(type, id);
    return stored ? judge(stored) : [];
  },
});

/**
 * What follows for the findings from a case's new state. What it says is acted on only as the case is at this moment,
 * because an image may come late: a promise kept since is not found broken.
 */
export const followCase = async (
  deps: FindingDependencies,
  judges: readonly AnyJudge[],
  image: Item,
): Promise<void> => {
  const judge = judges.find(({ kind }) => kind === image['kind']);
  if (!judge) return;
  const said = judge.judge(image);
  const current = said.some(({ verdicts }) => verdicts.length > 0)
    ? await judge.look(deps.ledger, String(image['id']))
    : said;
  await settleJudgements(deps, { kind: 'schedule', name: 'findings' }, current);
};

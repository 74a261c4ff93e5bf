import { type Problem, platformProblem } from '../contract/problems.ts';
import type { ItemKey } from '../runtime/store.ts';
import type { Beside, Ledger, Outcome } from './ledger.ts';
import type { CaseType, Command, Companion, Fields, LedgerEvent, Step, Stored } from './steps.ts';
import { mayHaveChanged, stepOf } from './steps.ts';

/** What a pure rule answers: the next state with the events that lead to it, or why not. */
export type Decision<S, R extends string = string> =
  | { readonly next: S; readonly events: readonly [LedgerEvent, ...LedgerEvent[]] }
  | { readonly refusal: R; readonly detail?: string };

export interface Accepted<S, R extends string = never> {
  readonly next: S;
  readonly events: readonly [LedgerEvent, ...LedgerEvent[]];
  readonly companions?: readonly Companion<R>[];
  /** Other cases that change in the same commit. */
  readonly alongside?: readonly Step<unknown>[];
}

type Decided<S, R extends string> = Accepted<S, R> | Extract<Decision<S, R>, { refusal: R }>;

interface Attempt<S, R extends string> {
  readonly ledger: Ledger;
  readonly type: CaseType<S>;
  readonly command: Command;
  /** Makes the noun's problem for a refusal of its rule or companion. */
  readonly refuse: (refusal: R, detail?: string) => Problem;
}

const throwIfFinal = <S, R extends string>({ refuse }: Attempt<S, R>, result: Outcome<R>): void => {
  if (result.outcome === 'key-reused') throw platformProblem('request.key_reused');
  if (result.outcome === 'refused') throw refuse(result.refusal);
};

interface ChangeCase<S, R extends string> extends Attempt<S, R> {
  readonly id: string;
  /** The version the caller decided on; undefined only for the schedule, whose rules look at the state alone. */
  readonly ifMatch: number | undefined;
  readonly missing: () => Problem;
  /** Whether this caller may touch this case at all; throws before anything else is said about it. */
  readonly admit: (stored: Stored<S>) => void;
  /** The representation a caller whose version is stale is shown. */
  readonly view: (stored: Stored<S>) => unknown;
  /** What else the decision is made on, read in the same call as the case but not at the same instant: see {@link Ledger.readBeside}. */
  readonly beside?: readonly ItemKey[];
  /** Undefined when there is nothing to change. */
  readonly decide: (
    stored: Stored<S>,
    beside: Beside,
  ) => Decided<S, R> | undefined | Promise<Decided<S, R> | undefined>;
}

/** A schedule that keeps losing to people's changes gives up and comes back with its next run. */
const attempts = 4;

const repeated = async <S, R extends string>(
  { ledger, type, command }: Attempt<S, R>,
  id: string,
): Promise<Stored<S> | undefined> => {
  const earlier = await ledger.earlier(type, id, command);
  if (earlier === 'key-reused') throw platformProblem('request.key_reused');
  return earlier;
};

/** One round of read, decide and commit; undefined when somebody else committed in between. */
const changeOnce = async <S extends Fields, R extends string>(
  change: ChangeCase<S, R>,
): Promise<Stored<S> | undefined> => {
  const { ledger, type, id, command, ifMatch } = change;
  const { stored, beside } = await ledger.readBeside(type, id, change.beside ?? []);
  if (!stored) throw change.missing();
  // Before anything else: what this command did may have taken the case out of its caller's sight.
  const done = mayHaveChanged(stored, command) ? await repeated(change, id) : undefined;
  if (done) return done;
  change.admit(stored);
  if (ifMatch !== undefined && ifMatch !== stored.version) {
    const earlier = await repeated(change, id);
    if (earlier) return earlier;
    throw platformProblem('request.stale', { current: change.view(stored), version: stored.version });
  }
  if (stored.state['anonymisedAt'] !== undefined) throw platformProblem('record.anonymised');
  const decided = await change.decide(stored, beside);
  if (!decided) return stored;
  if ('refusal' in decided) throw change.refuse(decided.refusal, decided.detail);
  const { next, events, alongside = [], companions } = decided;
  const step = stepOf(command, { type, id, before: stored, next, events });
  const result = await ledger.commit([step, ...alongside], companions);
  if (result.outcome === 'committed') return step.after;
  if (result.outcome === 'missing') throw change.missing();
  throwIfFinal(change, result);
  return result.outcome === 'repeated' ? repeated(change, id) : undefined;
};

/**
 * Changes one case by a pure rule: read, decide, commit; the commit holds only if nobody changed the case in
 * between. A repeat of the same command gets the answer the first one got. One read and one transaction.
 * @throws Problem `request.stale`, `request.key_reused`, `record.anonymised`, `service.busy`, `missing()`, or what `admit` and the rule refuse.
 */
export const changeCase = async <S extends Fields, R extends string>(
  change: ChangeCase<S, R>,
): Promise<Stored<S>> => {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    // With If-Match, a second round finds the newer version and answers with it.
    const changed = await changeOnce(change);
    if (changed) return changed;
  }
  throw platformProblem('service.busy', { retryAfterSeconds: 1 });
};

interface CreateCase<S, R extends string> extends Attempt<S, R> {
  /** The id for this key; the second, third … only when an id fell on another case. */
  readonly idFor: (attempt: number) => string;
  /** For ids people give, such as an administrative code: what to say when another case has it. */
  readonly occupied?: () => Problem;
  readonly make: (id: string) => Promise<Accepted<S, R>>;
}

/**
 * Creates a case whose id is decided by the caller's key, so that however often the request arrives, one case is
 * there. Where another case of the same commit moved on since it was read, it is made again under the same id: with
 * a new one, a repeat would find the first id free. No read at all, one transaction.
 */
export const createCase = async <S extends Fields, R extends string>(
  create: CreateCase<S, R>,
): Promise<Stored<S>> => {
  const { ledger, type, command } = create;
  let idsTaken = 0;
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const id = create.idFor(idsTaken + 1);
    const made = await create.make(id);
    const step = stepOf(command, { type, id, before: undefined, next: made.next, events: made.events });
    const result = await ledger.commit([step, ...(made.alongside ?? [])], made.companions);
    if (result.outcome === 'committed') return step.after;
    throwIfFinal(create, result);
    const earlier = await repeated(create, id);
    if (earlier) return earlier;
    if (result.outcome !== 'occupied') continue;
    if (create.occupied) throw create.occupied();
    idsTaken += 1;
  }
  throw platformProblem('service.busy', { retryAfterSeconds: 1 });
};

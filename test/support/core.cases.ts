import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { Problem, platformProblem } from '../../functions/platform/contract/problems.ts';
import { digestOf } from '../../functions/platform/ledger/chain.ts';
import { changeCase, createCase } from '../../functions/platform/ledger/change.ts';
import type { CaseType, Command, Companion, Step, Stored } from '../../functions/platform/ledger/steps.ts';
import type { Core } from '../../functions/platform/runtime/core.ts';
import { referenceFrom } from '../../functions/platform/runtime/ids.ts';
import { instantSchema } from '../../functions/platform/runtime/time.schemas.ts';
import type { Instant } from '../../functions/platform/runtime/time.ts';

/** The smallest case there can be: the platform's tests know no noun of the district's. */
const lampSchema = v.object({
  lit: v.boolean(),
  repairs: v.number(),
  note: v.optional(v.string()),
  raisedAt: instantSchema,
  checkBy: v.optional(instantSchema),
});
export type Lamp = v.InferOutput<typeof lampSchema>;

export const lampType: CaseType<Lamp> = {
  kind: 'LAMP',
  schema: lampSchema,
  raisedAt: ({ raisedAt }) => raisedAt,
  dueAt: ({ checkBy }) => checkBy,
};

const actor = { kind: 'staff', id: 'keeper', name: '李看灯' } as const;

const lampMissing = (): Problem => platformProblem('request.not_found');
const refuse = (refusal: string): Problem => new Problem(refusal, { status: 409, title: refusal }, {});

export const commandFor = (core: Core, asked: unknown, key: string = randomUUID()): Command => ({
  key,
  request: digestOf(asked),
  actor,
  now: core.clock.now(),
});

interface Setting {
  readonly key?: string;
  readonly note?: string;
  readonly checkBy?: Instant;
  readonly companions?: readonly Companion[];
}

/** Sets up a lamp; the same key and note is the same lamp, however often. */
export const setUpLamp = (
  core: Core,
  { key = randomUUID(), note, checkBy, companions = [] }: Setting = {},
): Promise<Stored<Lamp>> =>
  createCase<Lamp, string>({
    ledger: core.ledger,
    type: lampType,
    command: commandFor(core, { note }, key),
    refuse,
    idFor: (attempt) => referenceFrom(`${key} ${attempt}`),
    make: async () => ({
      next: { lit: true, repairs: 0, note, raisedAt: core.clock.now(), checkBy },
      events: [{ type: 'set-up', data: { note: note ?? '' } }],
      companions,
    }),
  });

interface Repair {
  readonly ifMatch?: number | undefined;
  readonly key?: string;
  readonly note?: string;
  readonly companions?: readonly Companion[];
  /** Other lamps repaired in the same commit. */
  readonly alongside?: (command: Command) => readonly Step<unknown>[];
}

export const repaired = (lamp: Lamp, note: string): Lamp => ({ ...lamp, repairs: lamp.repairs + 1, note });

/** Repairs a lamp; refused for one that was repaired nine times. */
export const repairLamp = (
  core: Core,
  id: string,
  { ifMatch, key, note = 'new bulb', companions = [], alongside }: Repair,
): Promise<Stored<Lamp>> => {
  const command = commandFor(core, { id, note }, key);
  return changeCase<Lamp, string>({
    ledger: core.ledger,
    type: lampType,
    id,
    command,
    ifMatch,
    missing: lampMissing,
    refuse,
    admit: () => undefined,
    view: ({ state }) => state,
    decide: ({ state }) =>
      state.repairs >= 9
        ? { refusal: 'lamp.worn_out' }
        : {
            next: repaired(state, note),
            events: [{ type: 'repaired', data: { note } }],
            companions,
            ...(alongside ? { alongside: alongside(command) } : {}),
          },
  });
};

/** The code and details of the problem a task ends with. @throws Error when it ends otherwise. */
export const problemOf = async (task: Promise<unknown>): Promise<Problem> => {
  try {
    await task;
  } catch (thrown) {
    if (thrown instanceof Problem) return thrown;
    throw thrown;
  }
  throw new Error('it was not refused');
};

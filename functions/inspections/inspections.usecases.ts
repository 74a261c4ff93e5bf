import type { Calendars } from '../calendar/calendar.usecases.ts';
import { officerOf } from '../platform/contract/officer.ts';
import { type Problem, platformProblem } from '../platform/contract/problems.ts';
import type { Principal } from '../platform/contract/roles.ts';
import { changeCase, createCase } from '../platform/ledger/change.ts';
import type { Beside } from '../platform/ledger/ledger.ts';
import { parseStored } from '../platform/ledger/ledger.ts';
import { admitNode, commandOf, type StaffCommand } from '../platform/ledger/staff-command.ts';
import { type Stored, stepOf } from '../platform/ledger/steps.ts';
import type { Core } from '../platform/runtime/core.ts';
import { referenceFrom } from '../platform/runtime/ids.ts';
import type { Instant } from '../platform/runtime/time.ts';
import type { Check } from './checks.states.ts';
import { checkId, checkKeys, checkType, checkUnchanged } from './checks.store.ts';
import { isInspectorOf, mayKnowOf, villagesSeen } from './inspections.actions.ts';
import { inspectionView } from './inspections.presentation.ts';
import { type InspectionRefusal, inspectionProblem } from './inspections.problems.ts';
import * as rules from './inspections.rules.ts';
import type { Inspection } from './inspections.states.ts';
import { inspectionType } from './inspections.store.ts';
import { type Area, type PopulationDependencies, populationNow } from './population.usecases.ts';

export interface InspectionDependencies extends Core, PopulationDependencies {
  readonly calendars: Pick<Calendars, 'current'>;
  /** A new seed that nobody can foresee or choose, at least 128 bits of it. */
  readonly newSeed: () => string;
}

/** An inspection with its checks, as they were read together. */
export interface WholeInspection {
  readonly stored: Stored<Inspection>;
  readonly checks: readonly Stored<Check>[];
}

export interface InspectionCommand extends StaffCommand {
  readonly params: { readonly inspection: string };
}

const missing = (): Problem => inspectionProblem('inspection.not_found');
const refuse = (refusal: InspectionRefusal): Problem => inspectionProblem(refusal);

export const actOf = ({ caller, now }: { readonly caller: Principal; readonly now: Instant }): rules.Act => ({
  by: officerOf(caller),
  now,
});

/** @throws Problem `inspection.not_found` for what the caller must not know of, `access.scope` for others'. */
const admitReader = ({ state }: Stored<Inspection>, caller: Principal): void => {
  if (!mayKnowOf(state, caller)) throw missing();
  if (villagesSeen(state, caller).length === 0) throw platformProblem('access.scope');
};

/** @throws Problem as for a reader, and `access.scope` unless the inspector answers for the whole of it. */
const admitInspector = (stored: Stored<Inspection>, caller: Principal): void => {
  admitReader(stored, caller);
  if (!isInspectorOf(stored.state.node, caller)) throw platformProblem('access.scope');
};

const checksAmong = (inspection: string, beside: Beside): Stored<Check>[] =>
  checkKeys(inspection).flatMap((key) => {
    const item = beside(key);
    return item ? [parseStored(checkType, item)] : [];
  });

/** Two reads: a drawn one has no checks, and most have fewer than there could be. */
export const readInspection = async (
  { ledger, store }: Pick<Core, 'ledger' | 'store'>,
  id: string,
  caller: Principal,
): Promise<WholeInspection> => {
  const stored = await ledger.read(inspectionType, id);
  if (!stored) throw missing();
  admitReader(stored, caller);
  if (stored.state.state === 'drawn') return { stored, checks: [] };
  const items = await store.getMany(checkKeys(id).slice(0, stored.state.sample.length));
  return { stored, checks: items.map((item) => parseStored(checkType, item)) };
};

/** What is said of an inspection as a whole is for those who answer for all of it. */
export const readWholeInspection = async (
  deps: Pick<Core, 'ledger'>,
  id: string,
  caller: Principal,
): Promise<Stored<Inspection>> => {
  const stored = await deps.ledger.read(inspectionType, id);
  if (!stored) throw missing();
  admitReader(stored, caller);
  admitNode(stored.state.node, caller);
  return stored;
};

interface Drawing extends Area {
  readonly size: number;
  readonly note?: string | undefined;
}

/** Draws a sample; the seed is new with every draw, and the same command again gives the first one's. */
export const drawInspection = async (
  deps: InspectionDependencies,
  command: StaffCommand,
  drawing: Drawing,
): Promise<Stored<Inspection>> => {
  const { caller, key, now } = command;
  const { villages, until } = await populationNow(deps, drawing, caller, now);
  const asked = { ...drawing, populationUntil: until };
  return createCase<Inspection, InspectionRefusal>({
    ledger: deps.ledger,
    type: inspectionType,
    command: commandOf(command),
    refuse,
    idFor: (attempt) => referenceFrom(`inspection ${caller.staffId} ${key} ${attempt}`),
    make: async () => {
      const decision = rules.draw({ ...asked, seed: deps.newSeed() }, villages, actOf(command));
      if ('refusal' in decision) throw refuse(decision.refusal);
      return decision;
    },
  });
};

const changing = (deps: Pick<Core, 'ledger'>, request: InspectionCommand) => ({
  ledger: deps.ledger,
  type: inspectionType,
  id: request.params.inspection,
  command: commandOf(request),
  ifMatch: request.ifMatch,
  missing,
  refuse,
  admit: (stored: Stored<Inspection>) => admitInspector(stored, request.caller),
  view: (stored: Stored<Inspection>) => inspectionView(stored, [], request.caller),
});

/** A repeat is answered without deciding anything; the checks are then read as they are now. */
const orRead = async (
  deps: Pick<Core, 'ledger' | 'store'>,
  { params, caller }: InspectionCommand,
  checks: readonly Stored<Check>[],
): Promise<readonly Stored<Check>[]> =>
  checks.length > 0 ? checks : (await readInspection(deps, params.inspection, caller)).checks;

/** Starts an inspection: those inspected see it from this commit on, and every visit of the sample has its check. */
export const startInspection = async (
  deps: Pick<Core, 'ledger' | 'store'>,
  request: InspectionCommand,
): Promise<WholeInspection> => {
  const command = commandOf(request);
  const { inspection } = request.params;
  let checks: Stored<Check>[] = [];
  const stored = await changeCase<Inspection, InspectionRefusal>({
    ...changing(deps, request),
    decide: ({ state }) => {
      const act = actOf(request);
      const decision = rules.start(state, act);
      if ('refusal' in decision) return decision;
      const steps = state.sample.map((visit, index) => {
        const n = index + 1;
        const opened = rules.openCheck(inspection, n, visit, act);
        return stepOf<Check>(command, {
          type: checkType,
          id: checkId(inspection, n),
          before: undefined,
          ...opened,
        });
      });
      checks = steps.map(({ after }) => after);
      return { ...decision, alongside: steps };
    },
  });
  return { stored, checks: await orRead(deps, request, checks) };
};

/** Ends an inspection on the checks as they are at that very moment; none of them changes any more. */
export const finishInspection = async (
  deps: Pick<Core, 'ledger' | 'store'>,
  request: InspectionCommand & { readonly body: { readonly conclusion?: string | undefined } },
): Promise<WholeInspection> => {
  const { inspection } = request.params;
  let checks: Stored<Check>[] = [];
  const stored = await changeCase<Inspection, InspectionRefusal>({
    ...changing(deps, request),
    beside: checkKeys(inspection),
    decide: ({ state }, beside) => {
      checks = checksAmong(inspection, beside);
      const recorded = checks.map((check) => check.state);
      const decision = rules.finish(state, recorded, request.body.conclusion, actOf(request));
      if ('refusal' in decision) return decision;
      return { ...decision, companions: checks.map(({ id, version }) => checkUnchanged(id, version)) };
    },
  });
  return { stored, checks: await orRead(deps, request, checks) };
};

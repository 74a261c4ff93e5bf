import { nodeStands } from '../access/organisations.store.ts';
import { officerOf } from '../platform/contract/officer.ts';
import { holdsOneOf, type Principal } from '../platform/contract/roles.ts';
import { changeCase, createCase } from '../platform/ledger/change.ts';
import { admitNode, commandOf, type StaffCommand } from '../platform/ledger/staff-command.ts';
import type { Stored } from '../platform/ledger/steps.ts';
import type { Core } from '../platform/runtime/core.ts';
import { referenceFrom } from '../platform/runtime/ids.ts';
import { type Instant, localDateOf } from '../platform/runtime/time.ts';
import type { Done, OfYear } from './reached.ts';
import { keepersOf } from './targets.actions.ts';
import type { NewTarget } from './targets.fields.ts';
import { targetsProblem } from './targets.problems.ts';
import { budgetStandsOf, changeFigure, progressOf, setTarget } from './targets.rules.ts';
import type { Target } from './targets.states.ts';
import { readTargets, targetRow, targetType } from './targets.store.ts';
import type { BudgetProgress, TargetProgress, Targets } from './targets.views.ts';
import type { TargetSubject } from './targets.words.ts';

export interface TargetsDependencies extends Core {
  readonly done: Done;
}

const admitKeeper = (subject: TargetSubject, caller: Principal): void => {
  if (!holdsOneOf(caller, keepersOf(subject))) throw targetsProblem('target.not_yours');
};

/**
 * One for each place, year, subject and unit.
 * @throws Problem `access.scope`, `target.not_yours`, `target.exists`, `target.node_unknown`.
 */
export const createTarget = async (
  { ledger }: Pick<Core, 'ledger'>,
  command: StaffCommand,
  fields: NewTarget,
): Promise<Stored<Target>> => {
  const { caller, now } = command;
  const { node, year, subject, unit } = fields;
  admitNode(node, caller);
  admitKeeper(subject, caller);
  return createCase<Target, 'access.node_unknown'>({
    ledger,
    type: targetType,
    command: commandOf(command),
    refuse: () => targetsProblem('target.node_unknown'),
    idFor: () => referenceFrom(`target ${node} ${year} ${subject} ${unit}`),
    occupied: () => targetsProblem('target.exists'),
    make: async () => ({
      ...setTarget(fields, { by: officerOf(caller), now }),
      companions: [nodeStands(node)],
    }),
  });
};

interface Figuring extends StaffCommand {
  readonly params: { readonly target: string };
  readonly body: { readonly figure: number; readonly reason: string };
}

/** @throws Problem `target.not_found`, `access.scope`, `target.not_yours`, `target.percent`. */
export const changeTarget = (
  { ledger }: Pick<Core, 'ledger'>,
  command: Figuring,
): Promise<Stored<Target>> => {
  const { caller, now, body } = command;
  return changeCase<Target, 'target.percent'>({
    ledger,
    type: targetType,
    id: command.params.target,
    command: commandOf(command),
    ifMatch: command.ifMatch,
    missing: () => targetsProblem('target.not_found'),
    refuse: (refusal) => targetsProblem(refusal),
    admit: ({ state }) => {
      admitNode(state.node, caller);
      admitKeeper(state.subject, caller);
    },
    view: targetRow,
    decide: ({ state }) => changeFigure(state, body, { by: officerOf(caller), now }),
  });
};

type Reading = Pick<TargetsDependencies, 'store' | 'done'>;

/** How every target of a place stands. One query, and what is read of each noun something is aimed at for. */
export const targetProgress = async (
  { store, done }: Reading,
  { node, year }: OfYear,
  now: Instant,
): Promise<TargetProgress[]> => {
  const targets = await readTargets(store, node, year);
  const parts = await Promise.all(
    done.reached.map(async ({ subjects, reached }) => {
      const aims = targets.filter(({ subject }) => subjects.includes(subject));
      return { subjects, of: aims.length > 0 ? await reached({ node, year }, aims, now) : undefined };
    }),
  );
  const today = localDateOf(now);
  return targets.map((target) => {
    const { subject, unit } = target;
    const part = parts.find(({ subjects }) => subjects.includes(subject));
    return { ...target, ...progressOf(target, part?.of?.(subject, unit), today) };
  });
};

/** How far the money of a place and of those below it is given away; one read. */
export const budgetProgress = async (
  { done }: Pick<Reading, 'done'>,
  of: OfYear,
  now: Instant,
): Promise<BudgetProgress[]> =>
  (await done.budgets(of, now)).map((budget) => ({ ...budget, stands: budgetStandsOf(budget) }));

/** Targets of a place with the budgets there. @throws Problem `access.scope`. */
export const readTargetProgress = async (
  deps: Reading,
  asked: OfYear,
  caller: Principal,
  now: Instant,
): Promise<Targets> => {
  admitNode(asked.node, caller);
  const [rows, budgets] = await Promise.all([
    targetProgress(deps, asked, now),
    budgetProgress(deps, asked, now),
  ]);
  return { year: asked.year, rows, budgets, asOf: now };
};

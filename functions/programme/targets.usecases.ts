import { nodeStands } from '../access/organisations.store.ts';
import { officerOf } from '../platform/contract/officer.ts';
import { changeCase, createCase } from '../platform/ledger/change.ts';
import { admitNode, commandOf, type StaffCommand } from '../platform/ledger/staff-command.ts';
import type { Stored } from '../platform/ledger/steps.ts';
import type { Core } from '../platform/runtime/core.ts';
import { referenceFrom } from '../platform/runtime/ids.ts';
import type { NewTarget } from './figures.fields.ts';
import { figuresProblem } from './figures.problems.ts';
import { changeFigure, setTarget } from './figures.rules.ts';
import type { Target } from './figures.states.ts';
import { targetRow, targetType } from './figures.store.ts';

/** One for each place, year, subject and unit. @throws Problem `access.scope`, `target.exists`, `target.node_unknown`. */
export const createTarget = async (
  { ledger }: Pick<Core, 'ledger'>,
  command: StaffCommand,
  fields: NewTarget,
): Promise<Stored<Target>> => {
  const { caller, now } = command;
  const { node, year, subject, unit } = fields;
  admitNode(node, caller);
  return createCase<Target, 'access.node_unknown'>({
    ledger,
    type: targetType,
    command: commandOf(command),
    refuse: () => figuresProblem('target.node_unknown'),
    idFor: () => referenceFrom(`target ${node} ${year} ${subject} ${unit}`),
    occupied: () => figuresProblem('target.exists'),
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

/** @throws Problem `target.not_found`, `access.scope`. */
export const changeTarget = (
  { ledger }: Pick<Core, 'ledger'>,
  command: Figuring,
): Promise<Stored<Target>> => {
  const { caller, now, body } = command;
  return changeCase<Target, never>({
    ledger,
    type: targetType,
    id: command.params.target,
    command: commandOf(command),
    ifMatch: command.ifMatch,
    missing: () => figuresProblem('target.not_found'),
    refuse: (refusal) => refusal,
    admit: ({ state }) => admitNode(state.node, caller),
    view: targetRow,
    decide: ({ state }) => changeFigure(state, body, { by: officerOf(caller), now }),
  });
};

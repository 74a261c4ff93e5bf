import { platformProblem } from '../platform/contract/problems.ts';
import type { Principal } from '../platform/contract/roles.ts';
import type { Stored } from '../platform/ledger/steps.ts';
import type { Core } from '../platform/runtime/core.ts';
import { mayReadVisit } from './visits.actions.ts';
import { visitProblem } from './visits.problems.ts';
import type { Visit } from './visits.states.ts';
import { visitType } from './visits.store.ts';

/** @throws Problem `visit.not_found`, or `access.scope` when it is neither the caller's own nor in their area. */
export const readVisit = async (
  { ledger }: Pick<Core, 'ledger'>,
  id: string,
  caller: Principal,
): Promise<Stored<Visit>> => {
  const stored = await ledger.read(visitType, id);
  if (!stored) throw visitProblem('visit.not_found');
  if (!mayReadVisit(stored.state, caller)) throw platformProblem('access.scope');
  return stored;
};

import { platformProblem } from '../platform/contract/problems.ts';
import type { Principal } from '../platform/contract/roles.ts';
import type { Stored } from '../platform/ledger/steps.ts';
import type { Core } from '../platform/runtime/core.ts';
import { rectificationType } from './checks.store.ts';
import { mayReadRectification } from './inspections.actions.ts';
import { rectificationMissing } from './inspections-missing.problems.ts';
import type { Rectification } from './rectifications.states.ts';

/** @throws Problem when it is neither the caller's own nor in the area they answer for. */
export const readRectification = async (
  { ledger }: Pick<Core, 'ledger'>,
  id: string,
  caller: Principal,
): Promise<Stored<Rectification>> => {
  const stored = await ledger.read(rectificationType, id);
  if (!stored) throw rectificationMissing();
  if (!mayReadRectification(stored.state, caller)) throw platformProblem('access.scope');
  return stored;
};

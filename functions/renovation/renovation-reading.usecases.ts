import { platformProblem } from '../platform/contract/problems.ts';
import type { Principal } from '../platform/contract/roles.ts';
import type { Stored } from '../platform/ledger/steps.ts';
import type { Core } from '../platform/runtime/core.ts';
import { mayRead } from './renovation.actions.ts';
import { seesArea } from './renovation.roles.ts';
import type { Renovation } from './renovation.states.ts';
import { renovationType } from './renovation.store.ts';
import { renovationMissing } from './renovation-missing.problems.ts';

/**
 * @throws Problem when this caller may not see it. To a contractor what isn't their job isn't there: nobody finds out
 * by guessing which homes others build.
 */
export const admitReader = ({ state }: Pick<Stored<Renovation>, 'state'>, caller: Principal): void => {
  if (mayRead(state, caller)) return;
  throw seesArea(caller) ? platformProblem('access.scope') : renovationMissing();
};

export const readRenovation = async (
  { ledger }: Pick<Core, 'ledger'>,
  reference: string,
  caller: Principal,
): Promise<Stored<Renovation>> => {
  const stored = await ledger.read(renovationType, reference);
  if (!stored) throw renovationMissing();
  admitReader(stored, caller);
  return stored;
};

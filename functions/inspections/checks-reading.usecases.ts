import type { Principal } from '../platform/contract/roles.ts';
import { admitNode } from '../platform/ledger/staff-command.ts';
import type { Stored } from '../platform/ledger/steps.ts';
import type { Core } from '../platform/runtime/core.ts';
import type { Check } from './checks.states.ts';
import { checkId, checkType } from './checks.store.ts';
import { checkMissing } from './inspections-missing.problems.ts';

/** One check of an inspection the caller may see. */
export const readCheck = async (
  { ledger }: Pick<Core, 'ledger'>,
  { inspection, n }: { readonly inspection: string; readonly n: string },
  caller: Principal,
): Promise<Stored<Check>> => {
  const stored = await ledger.read(checkType, checkId(inspection, Number(n)));
  if (!stored) throw checkMissing();
  admitNode(stored.state.village, caller);
  return stored;
};

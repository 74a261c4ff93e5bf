import { platformProblem } from '../platform/contract/problems.ts';
import type { Principal } from '../platform/contract/roles.ts';
import type { Stored } from '../platform/ledger/steps.ts';
import type { Core } from '../platform/runtime/core.ts';
import { mayRead } from './issues.actions.ts';
import type { Issue } from './issues.states.ts';
import { issueType } from './issues.store.ts';
import { issueMissing } from './issues-missing.problems.ts';

/** @throws Problem when this caller may not see this issue. */
export const admitReader = (stored: Stored<Issue>, caller: Principal): void => {
  if (!mayRead(stored.state, caller)) throw platformProblem('access.scope');
};

/** @throws Problem `issue.not_found`, or when this caller may not see this issue. */
export const readIssue = async (
  { ledger }: Pick<Core, 'ledger'>,
  reference: string,
  caller: Principal,
): Promise<Stored<Issue>> => {
  const stored = await ledger.read(issueType, reference);
  if (!stored) throw issueMissing();
  admitReader(stored, caller);
  return stored;
};

import { officerOf } from '../platform/contract/officer.ts';
import { type Problem, platformProblem } from '../platform/contract/problems.ts';
import { isWithin, type Principal } from '../platform/contract/roles.ts';
import { changeCase } from '../platform/ledger/change.ts';
import { commandOf, type StaffCommand } from '../platform/ledger/staff-command.ts';
import type { Stored } from '../platform/ledger/steps.ts';
import { mayExcept, maySee } from './findings.actions.ts';
import { findingView } from './findings.presentation.ts';
import { type FindingRefusal, findingProblem } from './findings.problems.ts';
import { type ExceptionAsked, except } from './findings.rules.ts';
import type { Finding } from './findings.states.ts';
import { findingType } from './findings.store.ts';
import type { FindingDependencies } from './settling.usecases.ts';

export const findingMissing = (): Problem => findingProblem('finding.not_found');

/** @throws Problem when there is none, or the caller is neither concerned by it nor oversees its place. */
export const readFinding = async (
  { ledger }: Pick<FindingDependencies, 'ledger'>,
  id: string,
  caller: Principal,
): Promise<Stored<Finding>> => {
  const stored = await ledger.read(findingType, id);
  if (!stored) throw findingMissing();
  if (!maySee(stored.state, caller)) throw platformProblem('access.scope');
  return stored;
};

const admitGranter = (finding: Finding, caller: Principal): void => {
  if (!isWithin(finding.node, caller.scope)) throw platformProblem('access.scope');
  if (!mayExcept(finding, caller)) throw findingProblem('finding.own');
};

export const exceptFinding = (
  { ledger }: Pick<FindingDependencies, 'ledger'>,
  request: StaffCommand & { readonly params: { readonly finding: string } },
  asked: ExceptionAsked,
): Promise<Stored<Finding>> => {
  const { caller, now } = request;
  return changeCase<Finding, FindingRefusal>({
    ...{ ledger, type: findingType, id: request.params.finding },
    command: commandOf(request),
    ifMatch: request.ifMatch,
    missing: findingMissing,
    refuse: (refusal) => findingProblem(refusal),
    admit: ({ state }) => admitGranter(state, caller),
    view: (stored) => findingView(stored, caller),
    decide: ({ state }) => except(state, asked, { by: officerOf(caller), now }),
  });
};

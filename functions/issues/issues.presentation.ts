import type { Principal } from '../platform/contract/roles.ts';
import type { ResponseInputOf } from '../platform/contract/route.ts';
import type { Stored } from '../platform/ledger/steps.ts';
import type { Instant } from '../platform/runtime/time.ts';
import { allowedActions } from './issues.actions.ts';
import { runningClock } from './issues.clock.rules.ts';
import type { issuesContract } from './issues.contract.ts';
import type { Issue } from './issues.states.ts';
import type { issuesPublicContract } from './issues-public.contract.ts';

type CaseView = ResponseInputOf<typeof issuesContract.routes.read>;
type Progress = ResponseInputOf<typeof issuesPublicContract.routes.lookUp>;

export const caseView = (
  { id, version, state: issue }: Stored<Issue>,
  caller: Principal,
  now: Instant,
): CaseView => ({
  ...issue,
  reference: id,
  version,
  actions: issue.anonymisedAt === undefined ? allowedActions(issue, caller, now) : [],
});

/** The resident's view: what was promised and done, in words and times, without names. */
export const progressOf = (
  { id, version, state: issue }: Stored<Issue>,
  names: Pick<Progress, 'village' | 'department'>,
  now: Instant,
): Progress => {
  const clock = issue.clock;
  const running = runningClock(issue);
  const step = (name: Progress['steps'][number]['step'], at: Instant | undefined): Progress['steps'] =>
    at ? [{ step: name, at }] : [];
  const extension = 'extension' in issue ? issue.extension : undefined;
  return {
    reference: id,
    version,
    state: issue.state,
    category: issue.category,
    what: issue.what,
    village: names.village,
    place: issue.place.text,
    raisedAt: issue.raisedAt,
    department: names.department,
    dueAt: clock?.dueAt,
    provisional: clock?.provisional,
    overdue: running !== undefined && now >= running.dueAt,
    extendedBecause: extension?.decision?.approved ? extension.reason : undefined,
    outcome: 'resolution' in issue ? issue.resolution.outcome : undefined,
    plan: 'resolution' in issue ? issue.resolution.plan : undefined,
    answer: 'answer' in issue ? issue.answer.text : undefined,
    photos: 'resolution' in issue ? issue.resolution.photos : [],
    anonymisedAt: issue.anonymisedAt,
    steps: [
      ...step('raised', issue.raisedAt),
      ...step('transferred', 'assignment' in issue ? issue.assignment.at : undefined),
      ...step('claimed', 'claimedAt' in issue ? issue.claimedAt : undefined),
      ...step('resolved', 'resolution' in issue ? issue.resolution.at : undefined),
      ...step('answered', 'answer' in issue ? issue.answer.at : undefined),
      ...step('closed', 'followUp' in issue ? issue.followUp.at : undefined),
    ],
  };
};

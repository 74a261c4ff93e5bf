import type { WorkingCalendar } from '../calendar/calendar.rules.ts';
import { parentOf } from '../platform/contract/node-path.ts';
import { officerOf } from '../platform/contract/officer.ts';
import { platformProblem } from '../platform/contract/problems.ts';
import { isWithin, type Principal } from '../platform/contract/roles.ts';
import { caseKey } from '../platform/ledger/case-keys.ts';
import { changeCase, type Decision } from '../platform/ledger/change.ts';
import { type Beside, parseStored } from '../platform/ledger/ledger.ts';
import { admitPersonal, commandOf, type StaffCommand } from '../platform/ledger/staff-command.ts';
import type { Command, Step, Stored } from '../platform/ledger/steps.ts';
import { stepOf } from '../platform/ledger/steps.ts';
import type { Core } from '../platform/runtime/core.ts';
import type { ItemKey } from '../platform/runtime/store.ts';
import type { Instant } from '../platform/runtime/time.ts';
import { hindrance, type IssueAction } from './issues.actions.ts';
import { caseView } from './issues.presentation.ts';
import { type IssueRefusal, issueProblem } from './issues.problems.ts';
import { type Act, from, type Rule } from './issues.rules.ts';
import type { Issue, Resolved } from './issues.states.ts';
import { issueType, type Person, readWithPerson, recordOpening } from './issues.store.ts';
import { gainDuplicate, linkTo, openStates, resolveLinked } from './issues-linking.rules.ts';
import { issueMissing } from './issues-missing.problems.ts';
import { admitReader } from './issues-reading.usecases.ts';

/** A place or department of the organisation tree, as issues need it. */
export interface Node {
  readonly path: string;
  readonly kind: 'district' | 'town' | 'village' | 'department';
  readonly name: { readonly zh: string; readonly en: string };
  readonly active: boolean;
}

export interface IssueDependencies extends Core {
  readonly calendars: { readonly current: (now: Instant) => Promise<WorkingCalendar> };
  readonly nodes: { readonly at: (path: string, now: Instant) => Promise<Node | undefined> };
}

/** What a request brings to a change of one issue. */
export interface IssueCommand extends StaffCommand {
  readonly params: { readonly reference: string };
}

/** @throws Problem saying why this caller may not do this with this issue; its state is left to the rule. */
const admitActor = (action: IssueAction, stored: Stored<Issue>, caller: Principal): void => {
  const why = hindrance(action, stored.state, caller);
  if (why === 'role') throw platformProblem('access.role');
  if (why === 'scope') throw platformProblem('access.scope');
  if (why === 'department') throw issueProblem('issue.not_your_department');
};

interface Decided {
  readonly decision: Decision<Issue, IssueRefusal>;
  readonly alongside?: readonly Step<unknown>[];
}

const change = (
  deps: IssueDependencies,
  action: IssueAction,
  request: IssueCommand,
  decide: (stored: Stored<Issue>, act: Act, command: Command, beside: Beside) => Decided | Promise<Decided>,
  keys: readonly ItemKey[] = [],
): Promise<Stored<Issue>> => {
  const { caller, now } = request;
  const command = commandOf(request);
  return changeCase<Issue, IssueRefusal>({
    ledger: deps.ledger,
    type: issueType,
    id: request.params.reference,
    command,
    ifMatch: request.ifMatch,
    missing: issueMissing,
    refuse: (refusal, detail) => issueProblem(refusal, detail === undefined ? {} : { detail }),
    admit: (stored) => admitActor(action, stored, caller),
    view: (stored) => caseView(stored, caller, now),
    beside: keys,
    decide: async (stored, beside) => {
      const calendar = await deps.calendars.current(now);
      const act = { by: officerOf(caller), now, calendar };
      const { decision, alongside } = await decide(stored, act, command, beside);
      return 'refusal' in decision ? decision : { ...decision, ...(alongside ? { alongside } : {}) };
    },
  });
};

/** Changes an issue by one rule. */
export const actOnIssue = (
  deps: IssueDependencies,
  action: IssueAction,
  request: IssueCommand,
  rule: Rule,
): Promise<Stored<Issue>> =>
  change(deps, action, request, (stored, act) => ({ decision: rule(stored.state, act) }));

/** @throws Problem unless the department exists and belongs to the issue's town or to the district above it. */
export const checkDepartment = async (
  deps: IssueDependencies,
  issue: Issue,
  path: string,
  now: Instant,
): Promise<void> => {
  const node = await deps.nodes.at(path, now);
  const parent = parentOf(path);
  const isAbove = parent !== undefined && isWithin(issue.place.path, parent);
  if (!node?.active || node.kind !== 'department' || !isAbove) throw issueProblem('issue.department_unknown');
};

/** To a department that has to exist: the rule is pure, so the tree is asked first. */
export const sendIssue = (
  deps: IssueDependencies,
  action: 'transfer' | 'arbitration',
  request: IssueCommand & { readonly body: { readonly department: string } },
  rule: Rule,
): Promise<Stored<Issue>> =>
  change(deps, action, request, async (stored, act) => {
    await checkDepartment(deps, stored.state, request.body.department, request.now);
    return { decision: rule(stored.state, act) };
  });

/** Ends an issue and, in the same commit, every issue linked to it. */
export const resolveIssue = (
  deps: IssueDependencies,
  request: IssueCommand,
  rule: Rule,
): Promise<Stored<Issue>> =>
  change(deps, 'resolution', request, async (stored, act, command) => {
    const decision = rule(stored.state, act);
    if ('refusal' in decision || decision.next.state !== 'resolved') return { decision };
    const master: Resolved = decision.next;
    // The one command that may read twice: which issues are linked to this one stands in its state.
    const linked = await deps.store.getMany(
      master.duplicates.map((id) => caseKey(issueType.kind, id, 'STATE')),
    );
    const alongside = linked.flatMap((item) => {
      const duplicate = parseStored(issueType, item);
      if (duplicate.state.state !== 'linked') return [];
      const { next, events } = accepted(resolveLinked(duplicate.state, master, act));
      return [stepOf<Issue>(command, { type: issueType, id: duplicate.id, before: duplicate, next, events })];
    });
    return { decision, alongside };
  });

/** Links an issue to one that says the same: both histories say so, in one commit. */
export const linkIssue = (
  deps: IssueDependencies,
  request: IssueCommand & { readonly body: { readonly to: string } },
): Promise<Stored<Issue>> => {
  const { to } = request.body;
  const masterKey = caseKey(issueType.kind, to, 'STATE');
  const decide = (stored: Stored<Issue>, act: Act, command: Command, beside: Beside): Decided => {
    if (to === stored.id) return { decision: { refusal: 'issue.link_to_itself' } };
    const item = beside(masterKey);
    if (!item) throw issueMissing();
    const master = parseStored(issueType, item);
    admitReader(master, request.caller);
    const gained = gainDuplicate(master.state, stored.id);
    if ('refusal' in gained) return { decision: gained };
    const { next, events } = gained;
    const decision = from(openStates, (issue) => linkTo(issue, to))(stored.state, act);
    return {
      decision,
      alongside: [stepOf<Issue>(command, { type: issueType, id: to, before: master, next, events })],
    };
  };
  return change(deps, 'link', request, decide, [masterKey]);
};

const accepted = <S, R extends string>(decision: Decision<S, R>): Extract<Decision<S, R>, { next: S }> => {
  if ('refusal' in decision) throw new Error(`unexpected refusal ${decision.refusal}`);
  return decision;
};

/** The plain name and phone of the resident, for somebody who has to reach them; the opening is recorded first. */
export const openContact = async (
  deps: IssueDependencies,
  request: Omit<IssueCommand, 'ifMatch'> & { readonly body: { readonly reason: string } },
): Promise<Person> => {
  const { caller, now, params, body } = request;
  const found = await readWithPerson(deps, params.reference);
  if (!found) throw issueMissing();
  admitReader(found.stored, caller);
  admitActor('contact', found.stored, caller);
  admitPersonal(found.stored.state);
  await recordOpening(deps.store, found.stored.id, {
    at: now,
    staffId: caller.staffId,
    name: caller.name,
    reason: body.reason,
  });
  return found.open();
};

import { allOfCheck } from '../findings/findings.store.ts';
import { readCases } from '../platform/ledger/ledger.ts';
import type { StaffCommand } from '../platform/ledger/staff-command.ts';
import type { Core } from '../platform/runtime/core.ts';
import type { Instant } from '../platform/runtime/time.ts';
import { type IssueList, orderOf } from './issues.lists.ts';
import { comment, from } from './issues.rules.ts';
import { issuePage, issueType, listName } from './issues.store.ts';
import { actOnIssue, type IssueDependencies } from './issues.usecases.ts';
import type { IssueRow } from './issues.views.ts';
import { reopen } from './issues-handling.rules.ts';
import { readIssue } from './issues-reading.usecases.ts';

/** An issue supervision may look at: nothing of what its resident wrote. */
interface Supervisable {
  readonly issue: string;
  readonly place: string;
  readonly department?: string;
  readonly dueAt?: Instant;
}

/** Issues by why supervision should look at them; `random` is what a few are drawn from. */
type IssuesToSupervise = Readonly<
  Record<'overdue' | 'unowned' | 'returned' | 'dissatisfied' | 'random', readonly Supervisable[]>
>;

const dissatisfiedTo = 2;
const returnedFrom = 2;

const candidateOf = ({ reference, place, department, dueAt }: IssueRow): Supervisable => ({
  ...{ issue: reference, place },
  ...(department === undefined ? {} : { department }),
  ...(dueAt === undefined ? {} : { dueAt }),
});

const dissatisfiedOf = async (
  { store }: Pick<Core, 'store'>,
  closed: readonly IssueRow[],
): Promise<ReadonlySet<string>> => {
  const cases = await readCases(
    store,
    issueType,
    closed.map(({ reference }) => reference),
  );
  return new Set(
    cases.flatMap(({ id, state: issue }) => {
      if (issue.state !== 'closed') return [];
      const { satisfaction, solved } = issue.followUp;
      const bad = solved === 'no' || (satisfaction !== undefined && satisfaction <= dissatisfiedTo);
      return bad ? [id] : [];
    }),
  );
};

/** Out of lists and findings there are: one page of each list, the most urgent or the latest. */
export const issuesToSupervise = async (
  deps: Pick<Core, 'store'>,
  node: string,
): Promise<IssuesToSupervise> => {
  const rowsOf = async (list: IssueList): Promise<readonly IssueRow[]> =>
    (await issuePage(deps.store, listName(node, list), orderOf(list), undefined)).rows;
  const [late, open, arbitration, resolved, answered, closed, unclaimed] = await Promise.all([
    rowsOf('late'),
    rowsOf('open'),
    rowsOf('arbitration'),
    rowsOf('resolved'),
    rowsOf('answered'),
    rowsOf('closed'),
    allOfCheck(deps.store, 'issue-unclaimed'),
  ]);
  const dissatisfied = await dissatisfiedOf(deps, closed);
  const known = new Map([...late, ...open].map((row) => [row.reference, row]));
  return {
    overdue: late.map(candidateOf),
    unowned: unclaimed.flatMap(({ state, record, node: place }) => {
      if (state !== 'open') return [];
      const row = known.get(record.id);
      return [row ? candidateOf(row) : { issue: record.id, place }];
    }),
    returned: [...arbitration, ...open, ...late]
      .filter(({ returns }) => returns >= returnedFrom)
      .map(candidateOf),
    dissatisfied: closed.filter(({ reference }) => dissatisfied.has(reference)).map(candidateOf),
    // What is said to be done: whether it truly is can only be seen there.
    random: [...resolved, ...answered, ...closed].map(candidateOf),
  };
};

/**
 * What supervision found not truly resolved goes into the issue's history: a closed issue is taken up again, any other
 * is commented on; under keys of the caller's, so that it is said once however often it is tried.
 */
export const saySupervised = async (
  deps: IssueDependencies,
  request: StaffCommand,
  { reference, text }: { readonly reference: string; readonly text: string },
): Promise<void> => {
  const { state } = await readIssue(deps, reference, request.caller);
  const asked = { ...request, params: { reference }, ifMatch: undefined };
  if (state.state === 'closed') {
    const rule = from(['closed'], (issue, act) => reopen(issue, act, text));
    await actOnIssue(deps, 'reopening', { ...asked, key: `${request.key} reopening` }, rule);
  } else {
    const rule: Parameters<typeof actOnIssue>[3] = (issue) => comment(issue, text);
    await actOnIssue(deps, 'comment', { ...asked, key: `${request.key} comment` }, rule);
  }
};

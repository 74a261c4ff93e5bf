import { trailOf } from '../platform/contract/node-path.ts';
import { nowPeriod } from '../platform/ledger/counters.ts';
import { type Page, readListPage, readWholeList } from '../platform/ledger/lists.ts';
import type { Count, ListEntry, Projector } from '../platform/ledger/projections.ts';
import type { CaseType, Stored } from '../platform/ledger/steps.ts';
import type { ItemKey, Store } from '../platform/runtime/store.ts';
import { localDateOf } from '../platform/runtime/time.ts';
import { dueAtOf } from './findings.rules.ts';
import { type Finding, findingSchema } from './findings.states.ts';
import { type FindingRow, findingRowSchema } from './findings.views.ts';
import type { CheckName } from './findings.words.ts';

export const findingType: CaseType<Finding> = {
  kind: 'FINDING',
  schema: findingSchema,
  raisedAt: ({ foundAt }) => foundAt,
  dueAt: dueAtOf,
};

export const findingList = (
  node: string,
  { check, state }: { readonly check?: CheckName | undefined; readonly state: Finding['state'] },
): string => `findings/${node}/${check ?? 'all'}/${state}`;

/** What stands open of a check in the whole table, wherever it counts. */
export const openOfCheck = (check: CheckName): string => `findings-of/${check}`;

/** What one person answers for. */
export const findingsOf = (staffId: string): string => `findings-of-officer/${staffId}`;

export const findingsSubject = (node: string): string => `findings/${node}`;

export const findingRow = ({ id, version, state: finding }: Stored<Finding>): FindingRow => {
  const { state, check, record, node, answers, severity, since, foundAt, facts, times, level } = finding;
  return {
    ...{ finding: id, version, state, check, record, node, answers, severity, since, foundAt, facts, times },
    level,
    ...(finding.state === 'excepted' ? { until: finding.exception.until } : {}),
    ...(finding.state === 'cleared' ? { clearedAt: finding.clearedAt } : {}),
  };
};

/** The organisations that see it: those it counts for, and those above who answers for it. */
const nodesOf = ({ node, answers }: Finding): string[] => [
  ...new Set([...trailOf(node), ...trailOf(answers.node)]),
];

/** Lists and figures; what is open stands where it has stood longest, cleared by the day it was cleared. */
export const findingProjector: Projector<Finding> = {
  type: findingType,
  project: (stored) => {
    const { state: finding } = stored;
    const { state, check, severity, since, answers, level } = finding;
    const row = findingRow(stored);
    const sort = finding.state === 'cleared' ? finding.clearedAt : since;
    const nodes = nodesOf(finding);
    const { officer } = answers;
    const entries = nodes.flatMap((node): ListEntry[] => [
      { list: findingList(node, { state }), sort, row },
      { list: findingList(node, { check, state }), sort, row },
    ]);
    const open: ListEntry[] =
      state === 'cleared'
        ? []
        : [
            { list: openOfCheck(check), sort: since, row },
            ...(officer ? [{ list: findingsOf(officer.id), sort: since, row }] : []),
          ];
    const nowFields =
      state === 'open'
        ? [check, `${check}.${severity}`, `level.${level}`, ...(officer ? [] : ['unowned'])]
        : state === 'excepted'
          ? [`${check}.excepted`]
          : [];
    const ofDay = (at: Finding['since'], field: string) => ({
      ...{ period: localDateOf(at).slice(0, 7), field, by: 1 },
    });
    const monthly = [
      ofDay(finding.foundAt, `${check}.found`),
      ...(finding.state === 'cleared' ? [ofDay(finding.clearedAt, `${check}.cleared`)] : []),
    ];
    return {
      entries: [...entries, ...open],
      counts: nodes.flatMap((node): Count[] => [
        ...nowFields.map((field) => ({ subject: findingsSubject(node), period: nowPeriod, field, by: 1 })),
        ...monthly.map((count) => ({ subject: findingsSubject(node), ...count })),
      ]),
    };
  },
};

const pageSize = 50;

/** Access pattern 5: a page of 50; open ones with the longest broken first, cleared ones with the latest. */
export const findingPage = (
  store: Store,
  list: string,
  state: Finding['state'],
  cursor: ItemKey | undefined,
): Promise<Page<FindingRow>> =>
  readListPage(store, findingRowSchema, {
    ...{ list, cursor, size: pageSize },
    order: state === 'cleared' ? 'newest first' : 'oldest first',
  });

/** Everything of a check that was found and not cleared, excepted ones too. */
export const allOfCheck = (store: Store, check: CheckName): Promise<FindingRow[]> =>
  readWholeList(store, findingRowSchema, { list: openOfCheck(check) });

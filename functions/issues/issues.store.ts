import * as v from 'valibot';
import { caseKey } from '../platform/ledger/case-keys.ts';
import { type Counts, nowPeriod, readCounters } from '../platform/ledger/counters.ts';
import { parseStored } from '../platform/ledger/ledger.ts';
import { type ListOrder, type Page, readListPage } from '../platform/ledger/lists.ts';
import type { CaseType, Companion, Stored } from '../platform/ledger/steps.ts';
import type { Keyring } from '../platform/runtime/keyring.ts';
import type { ItemKey, Store } from '../platform/runtime/store.ts';
import { addDays, type Instant, parseLocalDate, startOfDay } from '../platform/runtime/time.ts';
import { dueAtOf } from './issues.clock.rules.ts';
import type { IssueList } from './issues.lists.ts';
import { issueKeptUntil } from './issues.retention.ts';
import { type Issue, issueSchema } from './issues.states.ts';
import { type IssueRow, rowSchema } from './issues.views.ts';
import type { CountedFigure } from './issues.words.ts';

export const issueType: CaseType<Issue> = {
  kind: 'ISSUE',
  schema: issueSchema,
  raisedAt: (issue) => issue.raisedAt,
  dueAt: dueAtOf,
  keptUntil: issueKeptUntil,
};

export interface Person {
  readonly name: string;
  readonly phone: string;
}

const personSchema = v.object({ name: v.string(), phone: v.string() });
const contextOf = (id: string, field: string): string => `${issueType.kind}#${id}/${field}`;

/** The resident's name and phone, sealed, to be written with the issue; and their digest for its history. */
export const sealPerson = async (
  keyring: Keyring,
  id: string,
  { name, phone }: Person,
): Promise<{ readonly companion: Companion<never>; readonly digest: string }> => {
  const [sealedName, sealedPhone, digest] = await Promise.all([
    keyring.seal(name, contextOf(id, 'name')),
    keyring.seal(phone, contextOf(id, 'phone')),
    keyring.mac('issue-person', `${name}\n${phone}`),
  ]);
  const Item = { ...caseKey(issueType.kind, id, 'PERSON'), name: sealedName, phone: sealedPhone };
  return { companion: { write: { Put: { Item } } }, digest };
};

/** An issue and what opens its resident's name and phone, in one read; nothing is opened yet. */
export const readWithPerson = async (
  { store, keyring }: { readonly store: Store; readonly keyring: Keyring },
  id: string,
): Promise<{ readonly stored: Stored<Issue>; readonly open: () => Promise<Person> } | undefined> => {
  const items = await store.getMany(['STATE', 'PERSON'].map((SK) => caseKey(issueType.kind, id, SK)));
  const state = items.find(({ SK }) => SK === 'STATE');
  const person = items.find(({ SK }) => SK === 'PERSON');
  if (!state || !person) return undefined;
  return {
    stored: parseStored(issueType, state),
    open: async () => {
      const sealed = v.parse(personSchema, person);
      return {
        name: await keyring.open(sealed.name, contextOf(id, 'name')),
        phone: await keyring.open(sealed.phone, contextOf(id, 'phone')),
      };
    },
  };
};

/** Leaves who opened the personal data of an issue, when and why. */
export const recordOpening = (
  store: Store,
  id: string,
  opening: { readonly at: Instant; readonly staffId: string; readonly name: string; readonly reason: string },
): Promise<void> =>
  store.put({ ...caseKey(issueType.kind, id, `OPENED#${opening.at}#${opening.staffId}`), ...opening });

export const listName = (node: string, list: IssueList): string => `issues:${node}:${list}`;
/** Issues raised at a venue. */
export const venueIssues = (venue: string): string => `issues-of-venue/${venue}`;
export const figuresSubject = (node: string): string => `issues:${node}`;

/** Months such as `2026-11`, both in it. */
export interface Months {
  readonly from: string;
  readonly to: string;
}

const pageSize = 50;

/** Access pattern 5: one page of 50. */
export const issuePage = (
  store: Store,
  list: string,
  order: ListOrder,
  cursor: ItemKey | undefined,
): Promise<Page<IssueRow>> => readListPage(store, rowSchema, { list, order, cursor, size: pageSize });

/** Rows one page of issues behind a figure looks through, some 150 kB. */
const lookedThrough = 500;

/**
 * Access pattern 5, within months: the issues raised in months `from` to `to` that a figure of theirs counts, the
 * latest first. One query; what it doesn't count is left out after it, so that a page may have few rows or none and
 * another after it, and no figure costs a list of its own with every event of every issue.
 */
export const countedIssues = async (
  store: Store,
  { node, figure, from, to }: { readonly node: string; readonly figure: CountedFigure } & Months,
  cursor: ItemKey | undefined,
): Promise<Page<IssueRow>> => {
  const lastDay = addDays(parseLocalDate(`${to}-28`), 4);
  const within = {
    from: startOfDay(parseLocalDate(`${from}-01`)),
    before: startOfDay(parseLocalDate(`${lastDay.slice(0, 7)}-01`)),
  };
  const page = await readListPage(store, rowSchema, {
    ...{ list: listName(node, 'all'), order: 'newest first', within, cursor, size: lookedThrough },
  });
  return { ...page, rows: page.rows.filter(({ counted }) => counted?.includes(figure)) };
};

/** Access pattern 6: the counts of a node in months `from` to `to`, and how many stand in each list now. */
export const issueCounts = async (
  store: Store,
  node: string,
  from: string,
  to: string,
): Promise<{ readonly months: Counts; readonly now: Counts }> => {
  const months: Record<string, number> = {};
  const now: Record<string, number> = {};
  // 'now' sorts after every month, so one query brings both.
  for (const [period, counts] of await readCounters(store, figuresSubject(node), { from })) {
    const target = period === nowPeriod ? now : period <= to ? months : {};
    for (const [field, count] of Object.entries(counts)) target[field] = (target[field] ?? 0) + count;
  }
  return { months, now };
};

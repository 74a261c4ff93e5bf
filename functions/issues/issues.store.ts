import * as v from 'valibot';
import { caseKey } from '../platform/ledger/case-keys.ts';
import { parseStored } from '../platform/ledger/ledger.ts';
import { countKey, listKey } from '../platform/ledger/projections.ts';
import type { CaseType, Companion, Stored } from '../platform/ledger/steps.ts';
import type { Keyring } from '../platform/runtime/keyring.ts';
import type { Item, ItemKey, Store } from '../platform/runtime/store.ts';
import type { Instant } from '../platform/runtime/time.ts';
import { dueAtOf } from './issues.clock.rules.ts';
import type { IssueList } from './issues.lists.ts';
import { type Issue, issueSchema } from './issues.states.ts';
import { type IssueRow, rowSchema } from './issues.views.ts';

export const issueType: CaseType<Issue> = {
  kind: 'ISSUE',
  schema: issueSchema,
  raisedAt: (issue) => issue.raisedAt,
  dueAt: dueAtOf,
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
  const sealed = v.parse(personSchema, person);
  return {
    stored: parseStored(issueType, state),
    open: async () => ({
      name: await keyring.open(sealed.name, contextOf(id, 'name')),
      phone: await keyring.open(sealed.phone, contextOf(id, 'phone')),
    }),
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
export const figuresSubject = (node: string): string => `issues:${node}`;

/** Period of the figures that say how many stand in a list now; the others are months. */
export const nowPeriod = 'now';

const entrySchema = v.object({ row: rowSchema });
const pageSize = 50;

/** Access pattern 5: one page of 50, one query, eventually consistent. */
export const issuePage = async (
  store: Store,
  list: string,
  newestFirst: boolean,
  from: ItemKey | undefined,
): Promise<{ readonly rows: IssueRow[]; readonly last: Item | undefined }> => {
  const page = await store.query({
    KeyConditionExpression: 'PK = :list',
    ExpressionAttributeValues: { ':list': listKey(list) },
    ScanIndexForward: !newestFirst,
    Limit: pageSize,
    ExclusiveStartKey: from,
  });
  return { rows: page.items.map((item) => v.parse(entrySchema, item).row), last: page.last };
};

const countsSchema = v.objectWithRest({ PK: v.string(), SK: v.string() }, v.number());

/** Access pattern 6: the counts of a node in months `from` to `to`, and how many stand in each list now. */
export const issueCounts = async (
  store: Store,
  node: string,
  from: string,
  to: string,
): Promise<{
  readonly months: Readonly<Record<string, number>>;
  readonly now: Readonly<Record<string, number>>;
}> => {
  const months: Record<string, number> = {};
  const now: Record<string, number> = {};
  // 'now' sorts after every month, so one query brings both.
  const { items } = await store.query({
    KeyConditionExpression: 'PK = :subject AND SK >= :from',
    ExpressionAttributeValues: { ':subject': countKey(figuresSubject(node)), ':from': from },
  });
  for (const item of items) {
    const { PK: _, SK: period, ...counts } = v.parse(countsSchema, item);
    const target = period === nowPeriod ? now : period <= to ? months : {};
    for (const [field, count] of Object.entries(counts)) target[field] = (target[field] ?? 0) + count;
  }
  return { months, now };
};

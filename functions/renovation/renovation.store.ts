import * as v from 'valibot';
import { caseKey } from '../platform/ledger/case-keys.ts';
import { type Counts, nowPeriod, readCounters } from '../platform/ledger/counters.ts';
import { type ListOrder, type Page, readListPage } from '../platform/ledger/lists.ts';
import type { CaseType, Companion } from '../platform/ledger/steps.ts';
import { codeFrom, longIdFrom } from '../platform/runtime/ids.ts';
import type { Keyring } from '../platform/runtime/keyring.ts';
import type { Item, ItemKey, Store } from '../platform/runtime/store.ts';
import type { Instant } from '../platform/runtime/time.ts';
import { itemClaims, openClaims } from './claims.store.ts';
import { fundChanges, queueChanges } from './funds.store.ts';
import { dueAtOf } from './renovation.clock.rules.ts';
import type { RenovationList } from './renovation.lists.ts';
import type { RenovationRefusal } from './renovation.problems.ts';
import { renovationKeptUntil } from './renovation.retention.ts';
import { type Renovation, renovationSchema } from './renovation.states.ts';
import {
  type AssessmentRow,
  assessmentRowSchema,
  type JobRow,
  jobRowSchema,
  type NoticeRow,
  noticeRowSchema,
  type RenovationRow,
  rowSchema,
} from './renovation.views.ts';

export const renovationType: CaseType<Renovation> = {
  kind: 'RENOVATION',
  schema: renovationSchema,
  raisedAt: ({ appliedAt }) => appliedAt,
  dueAt: dueAtOf,
  keptUntil: renovationKeptUntil,
};

export const renovationKey = (reference: string, SK = 'STATE'): ItemKey =>
  caseKey(renovationType.kind, reference, SK);

/** The code that belongs to a reference: derived, so it is stored nowhere and a repeat gives the same. */
export const codeOf = async (keyring: Keyring, reference: string): Promise<string> =>
  codeFrom(await keyring.mac('renovation-code', reference));

const personSchema = v.object({
  applicant: v.object({ name: v.string(), phone: v.string(), certificate: v.string() }),
  address: v.object({
    text: v.string(),
    building: v.optional(v.string()),
    unit: v.optional(v.string()),
    room: v.optional(v.string()),
  }),
  proxy: v.optional(v.object({ name: v.string(), phone: v.string(), relation: v.string() })),
});
export type Person = v.InferOutput<typeof personSchema>;

const objectorSchema = v.object({ name: v.string(), phone: v.string() });
export type Objector = v.InferOutput<typeof objectorSchema>;

export const objectorSort = (no: number): string => `OBJECTOR#${String(no).padStart(3, '0')}`;
const contextOf = ({ PK, SK }: ItemKey): string => `${PK}/${SK}`;

const sealed = async (
  keyring: Keyring,
  key: ItemKey,
  value: unknown,
): Promise<{ readonly companion: Companion<never>; readonly digest: string }> => {
  const text = JSON.stringify(value);
  const [content, digest] = await Promise.all([
    keyring.seal(text, contextOf(key)),
    keyring.mac('renovation-person', `${contextOf(key)}\n${text}`),
  ]);
  return { companion: { write: { Put: { Item: { ...key, sealed: content } } } }, digest };
};

/** Who it is and where, sealed, to be written with the case; and a digest for its history. */
export const sealPerson = (keyring: Keyring, reference: string, person: Person) =>
  sealed(keyring, renovationKey(reference, 'PERSON'), person);

/** Who objects, sealed beside the case. */
export const sealObjector = (keyring: Keyring, reference: string, no: number, objector: Objector) =>
  sealed(keyring, renovationKey(reference, objectorSort(no)), objector);

const openSealed = async <T>(
  keyring: Keyring,
  key: ItemKey,
  schema: v.GenericSchema<unknown, T>,
  item: Item | undefined,
): Promise<T> => {
  const { sealed: content } = v.parse(v.object({ sealed: v.string() }), item);
  return v.parse(schema, JSON.parse(await keyring.open(content, contextOf(key))));
};

/** The plain values of a case and of those who objected; every opening is recorded by its caller first. */
export const openPeople = async (
  { store, keyring }: { readonly store: Store; readonly keyring: Keyring },
  reference: string,
  objections: number,
): Promise<Person & { readonly objectors: readonly (Objector & { readonly no: number })[] }> => {
  const personAt = renovationKey(reference, 'PERSON');
  const numbers = Array.from({ length: objections }, (_, index) => index + 1);
  const keys = numbers.map((no) => ({ no, key: renovationKey(reference, objectorSort(no)) }));
  const items = await store.getMany([personAt, ...keys.map(({ key }) => key)]);
  const at = (key: ItemKey): Item | undefined => items.find(({ SK }) => SK === key.SK);
  return {
    ...(await openSealed(keyring, personAt, personSchema, at(personAt))),
    objectors: await Promise.all(
      keys.map(async ({ no, key }) => ({ no, ...(await openSealed(keyring, key, objectorSchema, at(key))) })),
    ),
  };
};

/** Leaves who opened the personal data of a case, when and why. */
export const recordOpening = (
  store: Store,
  reference: string,
  opening: { readonly at: Instant; readonly staffId: string; readonly name: string; readonly reason: string },
): Promise<void> =>
  store.put({ ...renovationKey(reference, `OPENED#${opening.at}#${opening.staffId}`), ...opening });

const noticeKey = (notice: string): ItemKey => ({ PK: `NOTICE#${notice}`, SK: 'NOTICE' });

/** What a public notice is called: it leads to the case, and from it nobody learns the case's reference. */
export const noticeIdOf = async (keyring: Keyring, reference: string): Promise<string> =>
  longIdFrom(await keyring.mac('renovation-notice', reference));

const noticeChanges = (
  reference: string,
  before: Renovation | undefined,
  after: Renovation,
): Companion<never>[] =>
  after.state === 'noticed' && before?.state !== 'noticed'
    ? [{ write: { Put: { Item: { ...noticeKey(after.notice.id), reference } } } }]
    : [];

/** The application behind a public notice. */
export const readNotice = async (store: Store, notice: string): Promise<string | undefined> => {
  const item = await store.get(noticeKey(notice));
  return item && v.parse(v.object({ reference: v.string() }), item).reference;
};

/** Everything that has to be true or written together with a change of a case, whatever the command was. */
export const companionsOf = (
  reference: string,
  before: Renovation | undefined,
  after: Renovation,
): Companion<RenovationRefusal>[] => [
  ...openClaims(reference, before, after),
  ...itemClaims(reference, before, after),
  // Before the money: whoever has to wait is told that others wait, whether or not there is money.
  ...queueChanges(reference, before, after),
  ...fundChanges(before, after),
  ...noticeChanges(reference, before, after),
];

export const listName = (node: string, list: RenovationList): string => `renovations:${node}:${list}`;
export const jobsList = (staffId: string, done: boolean): string =>
  `renovation-jobs:${staffId}:${done ? 'done' : 'open'}`;
export const assessmentsList = (staffId: string): string => `renovation-assessments:${staffId}`;
export const noticesList = (node: string): string => `renovation-notices/${node}`;
export const figuresSubject = (node: string): string => `renovations:${node}`;

const pageSize = 50;

/** Access pattern 5: one page of 50 applications. */
export const renovationPage = (
  store: Store,
  list: string,
  order: ListOrder,
  cursor: ItemKey | undefined,
): Promise<Page<RenovationRow>> => readListPage(store, rowSchema, { list, order, cursor, size: pageSize });

/** Access pattern 5: one page of what an account is named for. */
export const jobPage = (
  store: Store,
  list: string,
  order: ListOrder,
  cursor: ItemKey | undefined,
): Promise<Page<JobRow>> => readListPage(store, jobRowSchema, { list, order, cursor, size: pageSize });

/** Access pattern 5: the homes an account is to assess, by their day; as many as a phone takes along. */
export const assessmentPage = (store: Store, staffId: string): Promise<Page<AssessmentRow>> =>
  readListPage(store, assessmentRowSchema, {
    list: assessmentsList(staffId),
    cursor: undefined,
    size: pageSize,
  });

/** Access pattern 5: notices that are not over at this instant, whether or not a schedule has ended them. */
export const noticePage = (
  store: Store,
  node: string,
  now: Instant,
  cursor: ItemKey | undefined,
): Promise<Page<NoticeRow>> =>
  readListPage(store, noticeRowSchema, {
    list: noticesList(node),
    // `~` sorts after the `#` and the id that follow an instant: at its end a notice is over.
    within: { from: `${now}~`, before: '9999' },
    cursor,
    size: pageSize,
  });

/** Access pattern 6: the counts of a node in months `from` to `to`, and how many stand in each list now. */
export const renovationCounts = async (
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

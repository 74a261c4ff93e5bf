import * as v from 'valibot';
import { caseKey } from '../platform/ledger/case-keys.ts';
import { countKey, listKey } from '../platform/ledger/projections.ts';
import type { CaseType, Stored } from '../platform/ledger/steps.ts';
import type { Item, ItemKey, Store } from '../platform/runtime/store.ts';
import { categoriesOf, hasPhone } from './households.rules.ts';
import { type Household, householdSchema } from './households.states.ts';
import {
  type HouseholdRow,
  householdRowSchema,
  type TimelineRow,
  timelineRowSchema,
} from './households.views.ts';
import { limits } from './households.words.ts';

export const householdType: CaseType<Household> = {
  kind: 'HOUSEHOLD',
  schema: householdSchema,
  raisedAt: ({ createdAt }) => createdAt,
  dueAt: () => undefined,
};

export const householdKey = (id: string, SK: string): ItemKey => caseKey(householdType.kind, id, SK);

/** Households of a village, or of one of its areas (`-`: those without one), by the order of their doors. */
export const householdList = (
  village: string,
  area: string | undefined = undefined,
  status: Household['status'] = 'active',
): string =>
  [status === 'active' ? 'households' : 'households-gone', village, area].filter(Boolean).join('/');

export const timelineList = (household: string): string => `timeline/${household}`;
export const householdSubject = (node: string): string => `households/${node}`;

/** Figures of how many there are now, not of a month. */
export const nowPeriod = 'now';

/** Digits so wide that 2 comes before 10. */
const natural = (text: string | undefined): string =>
  (text ?? '').normalize('NFKC').replace(/\d+/g, (digits) => digits.padStart(6, '0'));

/** Text whose order is the order in which somebody walks past the doors. */
export const doorOrder = ({ area, address: { text, building, unit, room } }: Household): string =>
  [area ?? '-', ...[text, building, unit, room].map(natural)].join('#');

export const householdRow = ({ id, version, state }: Stored<Household>): HouseholdRow => ({
  household: id,
  version,
  status: state.status,
  kind: state.kind,
  village: state.village,
  area: state.area,
  address: state.address,
  shopName: state.shopName,
  head: state.members[0]?.name ?? '',
  members: state.members.length,
  categories: categoriesOf(state),
  hasPhone: hasPhone(state),
});

export interface Page<R> {
  readonly rows: R[];
  readonly last: Item | undefined;
}

const pageOf = async <R>(
  store: Store,
  schema: v.GenericSchema<unknown, R>,
  list: string,
  { from, size, newestFirst = false }: { from: ItemKey | undefined; size: number; newestFirst?: boolean },
): Promise<Page<R>> => {
  const page = await store.query({
    KeyConditionExpression: 'PK = :list',
    ExpressionAttributeValues: { ':list': listKey(list) },
    ScanIndexForward: !newestFirst,
    Limit: size,
    ExclusiveStartKey: from,
  });
  return { rows: page.items.map(({ row }) => v.parse(schema, row)), last: page.last };
};

/** Access pattern 5: one page of the register, one query, eventually consistent. */
export const householdPage = (
  store: Store,
  list: string,
  from: ItemKey | undefined,
  size: number = limits.perPage,
): Promise<Page<HouseholdRow>> => pageOf(store, householdRowSchema, list, { from, size });

/** Access pattern 5: what happened at a household, the newest first. */
export const timelinePage = (
  store: Store,
  household: string,
  from: ItemKey | undefined,
): Promise<Page<TimelineRow>> =>
  pageOf(store, timelineRowSchema, timelineList(household), {
    ...{ from, size: limits.perPage, newestFirst: true },
  });

/** Access pattern 5: the whole register of a village or area, page by page, in the order of the doors. */
export async function* householdsOf(
  store: Store,
  village: string,
  area?: string,
  status: Household['status'] = 'active',
): AsyncGenerator<HouseholdRow[]> {
  let from: ItemKey | undefined;
  do {
    const { rows, last } = await householdPage(store, householdList(village, area, status), from, 500);
    yield rows;
    from = last && { PK: String(last['PK']), SK: String(last['SK']) };
  } while (from);
}

const countsSchema = v.objectWithRest({ PK: v.string(), SK: v.string() }, v.number());

/** Access pattern 6: how many households a node has now. */
export const householdCounts = async (
  store: Store,
  node: string,
): Promise<Readonly<Record<string, number>>> => {
  const item = await store.get({ PK: countKey(householdSubject(node)), SK: nowPeriod }, 'eventual');
  if (!item) return {};
  const { PK: _, SK: __, ...counts } = v.parse(countsSchema, item);
  return counts;
};

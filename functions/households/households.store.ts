import { caseKey } from '../platform/ledger/case-keys.ts';
import { type Counts, nowPeriod, readCounter } from '../platform/ledger/counters.ts';
import { type Page, readListPage, readWholeList } from '../platform/ledger/lists.ts';
import type { CaseType, Stored } from '../platform/ledger/steps.ts';
import type { ItemKey, Store } from '../platform/runtime/store.ts';
import { householdKeptUntil } from './households.retention.ts';
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
  keptUntil: householdKeptUntil,
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

/** Access pattern 5: one page of the register. */
export const householdPage = (
  store: Store,
  list: string,
  cursor: ItemKey | undefined,
  size: number = limits.perPage,
): Promise<Page<HouseholdRow>> => readListPage(store, householdRowSchema, { list, cursor, size });

/** Access pattern 5: what happened at a household, the newest first. */
export const timelinePage = (
  store: Store,
  household: string,
  cursor: ItemKey | undefined,
): Promise<Page<TimelineRow>> =>
  readListPage(store, timelineRowSchema, {
    ...{ list: timelineList(household), order: 'newest first', cursor, size: limits.perPage },
  });

/** Access pattern 5: the whole register of a village, in the order of the doors. */
export const householdsOf = (store: Store, village: string): Promise<HouseholdRow[]> =>
  readWholeList(store, householdRowSchema, { list: householdList(village) });

/** Access pattern 6: how many households a node has now. */
export const householdCounts = (store: Store, node: string): Promise<Counts> =>
  readCounter(store, householdSubject(node), nowPeriod);

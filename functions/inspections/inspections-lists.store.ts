import * as v from 'valibot';
import { listKey } from '../platform/ledger/projections.ts';
import type { Item, ItemKey, Store } from '../platform/runtime/store.ts';
import { endOfDay, type LocalDate, startOfDay } from '../platform/runtime/time.ts';
import {
  type InspectionRow,
  inspectionRowSchema,
  type RectificationRow,
  rectificationRowSchema,
} from './inspections.views.ts';
import { type InspectionList, limits } from './inspections.words.ts';

export const inspectionList = (node: string, list: InspectionList): string => `inspections/${node}/${list}`;
/** By due instant while it is open, by when it happened otherwise. */
export const rectificationList = (node: string, list: 'open' | 'done' | 'all'): string =>
  `rectifications/${node}/${list}`;
/** What a person has to put right, by due instant. */
export const ownRectifications = (staffId: string): string => `rectifications-of/${staffId}`;

interface Page<Row> {
  readonly rows: Row[];
  readonly last: Item | undefined;
}

interface PageQuery {
  readonly list: string;
  readonly order: 'newest first' | 'oldest first';
  /** Only what stands before this in the order of the list. */
  readonly before?: string;
  readonly from: ItemKey | undefined;
}

const rowsOf = <Row>(items: readonly Item[], row: v.GenericSchema<unknown, Row>): Row[] => {
  const entry = v.object({ row });
  return items.map((item) => v.parse(entry, item).row);
};

/** Access pattern 5: one page, one query, eventually consistent. */
const page = async <Row>(
  store: Store,
  row: v.GenericSchema<unknown, Row>,
  { list, order, before, from }: PageQuery,
): Promise<Page<Row>> => {
  const { items, last } = await store.query({
    KeyConditionExpression: before === undefined ? 'PK = :list' : 'PK = :list AND SK < :before',
    ExpressionAttributeValues: {
      ':list': listKey(list),
      ...(before === undefined ? {} : { ':before': before }),
    },
    ScanIndexForward: order === 'oldest first',
    Limit: limits.page,
    ExclusiveStartKey: from,
  });
  return { rows: rowsOf(items, row), last };
};

export const inspectionPage = (store: Store, query: PageQuery): Promise<Page<InspectionRow>> =>
  page(store, inspectionRowSchema, query);

export const rectificationPage = (store: Store, query: PageQuery): Promise<Page<RectificationRow>> =>
  page(store, rectificationRowSchema, query);

/** The inspections of an organisation that were started on these days; one query for some hundreds of them. */
export const inspectionsStarted = async (
  store: Store,
  node: string,
  from: LocalDate,
  to: LocalDate,
): Promise<InspectionRow[]> => {
  const rows: InspectionRow[] = [];
  let next: Item | undefined;
  do {
    const { items, last } = await store.query({
      KeyConditionExpression: 'PK = :list AND SK BETWEEN :from AND :to',
      ExpressionAttributeValues: {
        ':list': listKey(inspectionList(node, 'started')),
        ':from': startOfDay(from),
        // The end of the day is the first instant after it: what starts with it and has an id sorts behind it.
        ':to': endOfDay(to),
      },
      ExclusiveStartKey: next,
    });
    rows.push(...rowsOf(items, inspectionRowSchema));
    next = last;
  } while (next);
  return rows;
};

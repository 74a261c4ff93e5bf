import * as v from 'valibot';
import type { Item, ItemKey, Store } from '../runtime/store.ts';
import { listKey } from './projections.ts';

/** By the text entries are sorted by: the oldest is the first of it, also where it is no instant. */
export type ListOrder = 'oldest first' | 'newest first';

/** What is read of a list. */
export interface ListQuery {
  /** Its name, as the projector gives it to its entries. */
  readonly list: string;
  /** The oldest first, when nothing is said. */
  readonly order?: ListOrder | undefined;
  /** Only what is sorted by a text before `before`, and by `from` or one after it. */
  readonly within?: { readonly from?: string | undefined; readonly before: string } | undefined;
}

export interface PageQuery extends ListQuery {
  /** The `last` of the page before; undefined for the first page. */
  readonly cursor: ItemKey | undefined;
  readonly size: number;
}

export interface Page<Row> {
  readonly rows: Row[];
  /** Undefined when nothing follows this page. */
  readonly last: ItemKey | undefined;
}

const keyOf = (item: Item): ItemKey => ({ PK: String(item['PK']), SK: String(item['SK']) });

/** An entry's key is what it is sorted by, `#` and its id: no entry is at a bound, so BETWEEN takes in none too many. */
const conditionOf = ({ list, within }: ListQuery) => {
  const values = { ':list': listKey(list) };
  if (!within) return { text: 'PK = :list', values };
  const { from, before } = within;
  return from === undefined
    ? { text: 'PK = :list AND SK < :before', values: { ...values, ':before': before } }
    : {
        text: 'PK = :list AND SK BETWEEN :from AND :before',
        values: { ...values, ':from': from, ':before': before },
      };
};

const queryOnce = async <Row>(
  store: Store,
  row: v.GenericSchema<unknown, Row>,
  query: Omit<PageQuery, 'size'> & { readonly size?: number },
): Promise<Page<Row>> => {
  const { text, values } = conditionOf(query);
  const { items, last } = await store.query({
    KeyConditionExpression: text,
    ExpressionAttributeValues: values,
    ScanIndexForward: query.order !== 'newest first',
    Limit: query.size,
    ExclusiveStartKey: query.cursor,
  });
  const entry = v.object({ row });
  return { rows: items.map((item) => v.parse(entry, item).row), last: last && keyOf(last) };
};

/** Access pattern 5: one page of a list in the order the screen shows; one query, eventually consistent. */
export const readListPage = <Row>(
  store: Store,
  row: v.GenericSchema<unknown, Row>,
  query: PageQuery,
): Promise<Page<Row>> => queryOnce(store, row, query);

/** Access pattern 5, whole: one query for each megabyte, some two thousand rows; eventually consistent. */
export const readWholeList = async <Row>(
  store: Store,
  row: v.GenericSchema<unknown, Row>,
  query: ListQuery,
): Promise<Row[]> => {
  const rows: Row[] = [];
  let cursor: ItemKey | undefined;
  do {
    const page = await queryOnce(store, row, { ...query, cursor });
    rows.push(...page.rows);
    cursor = page.last;
  } while (cursor);
  return rows;
};

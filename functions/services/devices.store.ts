import * as v from 'valibot';
import { caseKey } from '../platform/ledger/case-keys.ts';
import { type Page, readListPage } from '../platform/ledger/lists.ts';
import type { CaseType, Stored } from '../platform/ledger/steps.ts';
import { byKey, type Item, type ItemKey, type Store } from '../platform/runtime/store.ts';
import type { LocalDate } from '../platform/runtime/time.ts';
import {
  type Handout,
  handoutSchema,
  type Left,
  leftSchema,
  type Stock,
  stockSchema,
} from './devices.states.ts';
import { type HandoutRow, handoutRowSchema, type StockRow, stockRowSchema } from './devices.views.ts';
import { loansList, stocksList } from './services.lists.ts';
import { handoutKeptUntil } from './services.retention.ts';
import { limits } from './services.words.ts';

export const stockType: CaseType<Stock> = {
  kind: 'STOCK',
  schema: stockSchema,
  raisedAt: ({ createdAt }) => createdAt,
  dueAt: () => undefined,
};

export const handoutType: CaseType<Handout> = {
  kind: 'HANDOUT',
  schema: handoutSchema,
  raisedAt: ({ at }) => at,
  dueAt: () => undefined,
  keptUntil: handoutKeptUntil,
};

export const leftKey = (stock: string): ItemKey => caseKey(stockType.kind, stock, 'LEFT');

export const parseLeft = (item: Item | undefined): Left => v.parse(leftSchema, item);

export const stockRow = ({ id, version, state }: Stored<Stock>): StockRow => ({
  stock: id,
  version,
  ...state,
});

/** Access pattern 5, and where the devices of each stock are at this moment: one query and one read of many. */
export const stockPage = async (
  store: Store,
  node: string,
  cursor: ItemKey | undefined,
): Promise<Page<StockRow & { readonly now: Left }>> => {
  const list = stocksList(node);
  const { rows, last } = await readListPage(store, stockRowSchema, { list, cursor, size: limits.perPage });
  const found = byKey(await store.getMany(rows.map(({ stock }) => leftKey(stock))));
  return { rows: rows.map((row) => ({ ...row, now: parseLeft(found(leftKey(row.stock))) })), last };
};

/** Access pattern 5: the latest first. */
export const handoutPage = (
  store: Store,
  list: string,
  cursor: ItemKey | undefined,
): Promise<Page<HandoutRow>> =>
  readListPage(store, handoutRowSchema, { list, cursor, size: limits.perPage, order: 'newest first' });

/** Access pattern 5: loans by the day they are to come back; only those of days before `lateOn`, when it is given. */
export const loanPage = (
  store: Store,
  node: string,
  lateOn: LocalDate | undefined,
  cursor: ItemKey | undefined,
): Promise<Page<HandoutRow>> =>
  readListPage(store, handoutRowSchema, {
    ...{ list: loansList(node), cursor, size: limits.perPage },
    ...(lateOn === undefined ? {} : { within: { before: lateOn } }),
  });

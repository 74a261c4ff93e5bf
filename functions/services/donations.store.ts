import * as v from 'valibot';
import { caseKey } from '../platform/ledger/case-keys.ts';
import { type Page, readListPage } from '../platform/ledger/lists.ts';
import type { CaseType, Stored } from '../platform/ledger/steps.ts';
import { byKey, type Item, type ItemKey, type Store } from '../platform/runtime/store.ts';
import { type Batch, batchSchema, type Receipt, receiptSchema } from './donations.states.ts';
import { type BatchRow, batchRowSchema, type ReceiptRow, receiptRowSchema } from './donations.views.ts';
import { batchesList } from './services.lists.ts';
import { receiptKeptUntil } from './services.retention.ts';
import { limits } from './services.words.ts';

export const batchType: CaseType<Batch> = {
  kind: 'BATCH',
  schema: batchSchema,
  raisedAt: ({ createdAt }) => createdAt,
  dueAt: () => undefined,
};

export const receiptType: CaseType<Receipt> = {
  kind: 'RECEIPT',
  schema: receiptSchema,
  raisedAt: ({ at }) => at,
  dueAt: () => undefined,
  keptUntil: receiptKeptUntil,
};

export const batchLeftKey = (batch: string): ItemKey => caseKey(batchType.kind, batch, 'LEFT');

/** Held by the receipt a person or household has from a batch. */
export const receivedClaim = (batch: string, who: string): ItemKey => ({ PK: `RECEIVED#${batch}`, SK: who });

const leftSchema = v.object({ left: v.number() });

export const parseBatchLeft = (item: Item | undefined): number => v.parse(leftSchema, item).left;

export const batchRow = ({ id, version, state }: Stored<Batch>): BatchRow => ({
  batch: id,
  version,
  ...state,
});

/** Access pattern 5, and how much of each is left at this moment: one query and one read of many. */
export const batchPage = async (
  store: Store,
  node: string,
  cursor: ItemKey | undefined,
): Promise<Page<BatchRow & { readonly left: number }>> => {
  const { rows, last } = await readListPage(store, batchRowSchema, {
    ...{ list: batchesList(node), cursor, size: limits.perPage, order: 'newest first' },
  });
  const found = byKey(await store.getMany(rows.map(({ batch }) => batchLeftKey(batch))));
  return {
    rows: rows.map((row) => ({ ...row, left: parseBatchLeft(found(batchLeftKey(row.batch))) })),
    last,
  };
};

/** Access pattern 5: the latest first. */
export const receiptPage = (
  store: Store,
  list: string,
  cursor: ItemKey | undefined,
): Promise<Page<ReceiptRow>> =>
  readListPage(store, receiptRowSchema, { list, cursor, size: limits.perPage, order: 'newest first' });

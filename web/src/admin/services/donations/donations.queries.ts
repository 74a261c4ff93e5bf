import { query, revalidate } from '@solidjs/router';
import type { ResponseOf } from '../../../../../functions/platform/contract/route.ts';
import type { donationRoutes } from '../../../../../functions/services/donations.contract.ts';
import type { ReceiptState } from '../../../../../functions/services/services.words.ts';
import type { LightRow } from '../../../api/client.ts';
import { readLight } from '../../queries.ts';
import { pageQuery, renewServices } from '../services.queries.ts';

type Routes = typeof donationRoutes;
type Reading = 'batches' | 'readBatch' | 'receiptsOfBatch' | 'receipts' | 'readReceipt';

const routes: { readonly [Name in Reading]: LightRow<Routes[Name]> } = {
  batches: { method: 'GET', path: '/api/services/donation-batches' },
  readBatch: { method: 'GET', path: '/api/services/donation-batches/{batch}' },
  receiptsOfBatch: { method: 'GET', path: '/api/services/donation-batches/{batch}/receipts' },
  receipts: { method: 'GET', path: '/api/services/donation-receipts' },
  readReceipt: { method: 'GET', path: '/api/services/donation-receipts/{receipt}' },
};

export type BatchPage = ResponseOf<Routes['batches']>;
export type BatchRow = BatchPage['rows'][number];
export type BatchView = ResponseOf<Routes['readBatch']>;
export type ReceiptPage = ResponseOf<Routes['receiptsOfBatch']>;
export type ReceiptRow = ReceiptPage['rows'][number];
export type ReceiptView = ResponseOf<Routes['readReceipt']>;

export const readBatches = query(
  async (node: string, cursor: string | undefined): Promise<BatchPage> =>
    (await readLight(routes.batches, { query: { node, ...pageQuery(cursor) } })).body,
  'donation-batches',
);

export const readBatch = query(
  async (batch: string): Promise<BatchView> =>
    (await readLight(routes.readBatch, { params: { batch } })).body,
  'one-donation-batch',
);

export const readReceipts = query(
  async (batch: string, state: ReceiptState, cursor: string | undefined): Promise<ReceiptPage> =>
    (await readLight(routes.receiptsOfBatch, { params: { batch }, query: { state, ...pageQuery(cursor) } }))
      .body,
  'receipts-of-batch',
);

/** Of every donation at a place and below it. */
export const readReceiptsAt = query(
  async (node: string, state: ReceiptState, cursor: string | undefined): Promise<ReceiptPage> =>
    (await readLight(routes.receipts, { query: { node, state, ...pageQuery(cursor) } })).body,
  'receipts-of-place',
);

/** All of a batch, for the list on paper. */
export const readAllReceipts = async (batch: string): Promise<readonly ReceiptRow[]> => {
  const rows: ReceiptRow[] = [];
  let cursor: string | undefined;
  do {
    const page = await readReceipts(batch, 'received', cursor);
    rows.push(...page.rows);
    cursor = page.next;
  } while (cursor !== undefined);
  return rows;
};

export const readReceipt = query(
  async (receipt: string): Promise<ReceiptView> =>
    (await readLight(routes.readReceipt, { params: { receipt } })).body,
  'one-donation-receipt',
);

export const renewDonations = (): Promise<void> => {
  void renewServices();
  return revalidate([readBatches.key, readBatch.key, readReceipts.key, readReceiptsAt.key]);
};

/** Shows a receipt as a command just answered it; its batch, lists and figures follow a moment later. */
export const showChangedReceipt = (view: ReceiptView): void => {
  const key = readReceipt.keyFor(view.receipt);
  query.set(key, view);
  void revalidate(key, false);
  void renewDonations();
};

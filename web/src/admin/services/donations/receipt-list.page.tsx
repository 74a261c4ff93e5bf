import { A, createAsync, useParams } from '@solidjs/router';
import { type Component, Show } from 'solid-js';
import { formatDate, formatNumber } from '../../../lib/format.ts';
import { language } from '../../../lib/i18n/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { PageHeader } from '../../../ui/page.tsx';
import { EmptyState } from '../../../ui/state.tsx';
import { Table } from '../../../ui/table.tsx';
import { type Desk, useDesk } from '../../shell/desk.ts';
import { amountWords } from './amount.ts';
import { type BatchView, type ReceiptRow, readAllReceipts, readBatch } from './donations.queries.ts';
import { donationsWords } from './donations.words.ts';
import { receiptColumns } from './receipt-columns.tsx';

const { t } = donationsWords;

const leadOf = ({ donor, day, node, unit }: BatchView, rows: readonly ReceiptRow[], desk: Desk): string =>
  t('list.lead', {
    donor,
    day: formatDate(day, language()),
    node: desk.placeOf(node),
    n: formatNumber(rows.length, language()),
    amount: amountWords(
      rows.reduce((sum, { quantity }) => sum + quantity, 0),
      unit,
    ),
  });

/** All receipts of a donation on paper: masked, told apart by the number each one's own paper has. */
export const ReceiptListPage: Component = () => {
  const params = useParams<{ batch: string }>();
  const desk = useDesk();
  const known = createAsync(async () => {
    const [batch, rows] = await Promise.all([readBatch(params.batch), readAllReceipts(params.batch)]);
    return { batch, rows };
  });
  return (
    <Show when={known()}>
      {(list) => (
        <div class="stack">
          <p class="no-print">
            <A href={desk.keepNode(`/admin/services/donations/${params.batch}`)}>
              {t('batch.title', { goods: list().batch.goods, donor: list().batch.donor })}
            </A>
          </p>
          <PageHeader
            title={t('list.title', { goods: list().batch.goods })}
            lead={leadOf(list().batch, list().rows, desk)}
            actions={<Button onPress={() => window.print()}>{t('print')}</Button>}
          />
          <Show when={list().rows.length > 0} fallback={<EmptyState title={t('receipts.empty')} />}>
            <Table
              caption={t('list.caption')}
              captionHidden
              columns={receiptColumns(desk)}
              rows={list().rows}
            />
          </Show>
        </div>
      )}
    </Show>
  );
};

import { A, createAsync } from '@solidjs/router';
import { type Component, Show } from 'solid-js';
import { personReaders, serviceKeepers } from '../../../../../functions/services/services.actions.ts';
import { formatDate, formatNumber, formatYuan } from '../../../lib/format.ts';
import { language } from '../../../lib/i18n/i18n.ts';
import { LinkButton } from '../../../ui/button.tsx';
import type { Column } from '../../../ui/table.tsx';
import { type Desk, useDesk } from '../../shell/desk.ts';
import { createListPages } from '../../shell/list-pages.ts';
import { LedgerHead } from '../ledger-head.tsx';
import { ServiceList } from '../service-list.tsx';
import { amountWords } from './amount.ts';
import { NewBatchDialog } from './batch.actions.tsx';
import { type BatchRow, readBatches, renewDonations } from './donations.queries.ts';
import { donationsWords } from './donations.words.ts';

const { t } = donationsWords;

const columns = (desk: Desk): readonly Column<BatchRow>[] => [
  {
    key: 'goods',
    header: t('column.goods'),
    isRowHeader: true,
    cell: ({ goods, batch }) => <A href={desk.keepNode(`/admin/services/donations/${batch}`)}>{goods}</A>,
  },
  { key: 'donor', header: t('column.donor'), cell: ({ donor }) => donor },
  { key: 'node', header: t('column.node'), cell: ({ node }) => desk.placeOf(node) },
  {
    key: 'left',
    header: t('column.left'),
    align: 'end',
    nowrap: true,
    cell: ({ left, unit }) => amountWords(left, unit),
  },
  {
    key: 'quantity',
    header: t('column.quantity'),
    align: 'end',
    nowrap: true,
    cell: ({ quantity, unit }) => amountWords(quantity, unit),
  },
  {
    key: 'value',
    header: t('column.value'),
    align: 'end',
    nowrap: true,
    cell: ({ value }) => formatYuan(value, language()),
  },
  {
    key: 'day',
    header: t('column.day'),
    nowrap: true,
    cell: ({ day }) => <time datetime={day}>{formatDate(day, language())}</time>,
  },
  ...(desk.holds(...serviceKeepers)
    ? [
        {
          key: 'do',
          header: t('column.do'),
          cell: ({ batch, goods, donor, left }: BatchRow) => (
            <Show when={left > 0}>
              <A
                href={desk.keepNode(`/admin/services/donations/${batch}/new`)}
                aria-label={t('row.hand-out', { goods, donor })}
              >
                {t('hand-out')}
              </A>
            </Show>
          ),
        },
      ]
    : []),
];

/** What was donated at a place, the latest first, and what is left of each. */
export const DonationsPage: Component = () => {
  const desk = useDesk();
  const hrefOf = (cursor: string | undefined): string =>
    desk.keepNode(`/admin/services/donations${cursor === undefined ? '' : `?cursor=${cursor}`}`);
  const pages = createListPages(hrefOf);
  const page = createAsync(async () => {
    const node = desk.node();
    if (node === undefined) return undefined;
    const read = await readBatches(node, pages.cursor());
    pages.reached(read.next);
    return read;
  });
  return (
    <div class="stack">
      <LedgerHead
        ledger="donations"
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            <Show when={desk.holds(...personReaders)}>
              <LinkButton href={desk.keepNode('/admin/services/receipts')}>
                {t('receipts-at.look')}
              </LinkButton>
            </Show>
            <Show when={desk.holds(...serviceKeepers)}>
              <NewBatchDialog />
            </Show>
          </>
        }
        figures={({ figures }) => [
          { term: t('figure.receipts'), value: formatNumber(figures.receipts, language()) },
          { term: t('figure.households'), value: formatNumber(figures.households, language()) },
        ]}
      />
      <ServiceList
        page={page()}
        pages={pages}
        hrefOf={hrefOf}
        caption={t('batches.caption', { node: desk.placeOf(desk.node() ?? '') })}
        columns={columns(desk)}
        empty={t('batches.empty')}
        summary={(n) => t('batches.count', { n })}
        renew={renewDonations}
      />
    </div>
  );
};

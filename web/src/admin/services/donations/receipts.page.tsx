import { A, createAsync, useSearchParams } from '@solidjs/router';
import { type Component, Show } from 'solid-js';
import { personReaders } from '../../../../../functions/services/services.actions.ts';
import { type ReceiptState, receiptStates } from '../../../../../functions/services/services.words.ts';
import { formatNumber } from '../../../lib/format.ts';
import { language } from '../../../lib/i18n/i18n.ts';
import { Notice } from '../../../ui/notice.tsx';
import { SubNav } from '../../../ui/page.tsx';
import { useDesk } from '../../shell/desk.ts';
import { createListPages } from '../../shell/list-pages.ts';
import { LedgerHead } from '../ledger-head.tsx';
import { ServiceList } from '../service-list.tsx';
import { readReceiptsAt, renewDonations } from './donations.queries.ts';
import { donationsWords } from './donations.words.ts';
import { receiptColumnsAt } from './receipt-columns.tsx';

const { t } = donationsWords;

/** Who received what at a place and below it, of whichever donation, the latest first; names masked. */
export const ReceiptsPage: Component = () => {
  const desk = useDesk();
  return (
    <div class="stack">
      <p class="no-print">
        <A href={desk.keepNode('/admin/services/donations')}>{t('batch.back')}</A>
      </p>
      <LedgerHead
        ledger="donations"
        title={t('receipts-at.title')}
        lead={t('receipts-at.lead')}
        figures={({ figures }) => [
          { term: t('figure.receipts'), value: formatNumber(figures.receipts, language()) },
          { term: t('figure.households'), value: formatNumber(figures.households, language()) },
        ]}
      />
      <Show when={desk.holds(...personReaders)} fallback={<Notice>{t('receipts-at.not-yours')}</Notice>}>
        <Receipts />
      </Show>
    </div>
  );
};

const Receipts: Component = () => {
  const desk = useDesk();
  const [search] = useSearchParams();
  const state = (): ReceiptState => receiptStates.find((each) => each === search['list']) ?? 'received';
  const addressOf = (wanted: ReceiptState, cursor?: string): string =>
    desk.keepNode(
      `/admin/services/receipts?list=${wanted}${cursor === undefined ? '' : `&cursor=${cursor}`}`,
    );
  const hrefOf = (cursor: string | undefined): string => addressOf(state(), cursor);
  const pages = createListPages(hrefOf);
  const page = createAsync(async () => {
    const node = desk.node();
    if (node === undefined) return undefined;
    const read = await readReceiptsAt(node, state(), pages.cursor());
    pages.reached(read.next);
    return read;
  });
  return (
    <>
      <SubNav
        label={t('receipts.lists')}
        items={receiptStates.map((each) => ({
          href: addressOf(each),
          label: t(`state.${each}`),
          current: each === state(),
        }))}
      />
      <ServiceList
        page={page()}
        pages={pages}
        hrefOf={hrefOf}
        caption={t('receipts-at.caption', { node: desk.placeOf(desk.node() ?? '') })}
        columns={receiptColumnsAt(desk)}
        empty={state() === 'received' ? t('receipts.empty') : t('receipts.empty.taken-back')}
        summary={(n) => t('receipts.count', { n })}
        renew={renewDonations}
      />
    </>
  );
};

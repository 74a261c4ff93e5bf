import { A, createAsync, useParams, useSearchParams } from '@solidjs/router';
import { type Component, Show } from 'solid-js';
import { formatReference } from '../../../../../functions/platform/contract/reference.rules.ts';
import { personReaders } from '../../../../../functions/services/services.actions.ts';
import { type ReceiptState, receiptStates } from '../../../../../functions/services/services.words.ts';
import { formatDate, formatMoment, formatYuan } from '../../../lib/format.ts';
import { language } from '../../../lib/i18n/i18n.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { DescriptionList, type Fact } from '../../../ui/facts.tsx';
import { PageHeader, SubNav } from '../../../ui/page.tsx';
import { LoadingState } from '../../../ui/state.tsx';
import { type Desk, useDesk } from '../../shell/desk.ts';
import { SlotBoundary } from '../../shell/desk-boundary.tsx';
import { createListPages } from '../../shell/list-pages.ts';
import { RecordHistory } from '../record-history.tsx';
import { ServiceList } from '../service-list.tsx';
import { readThingHistory } from '../services.queries.ts';
import { amountWords } from './amount.ts';
import { CorrectBatchAction } from './batch.actions.tsx';
import { type BatchView, readBatch, readReceipts, renewDonations } from './donations.queries.ts';
import { donationsWords } from './donations.words.ts';
import { receiptColumns } from './receipt-columns.tsx';
import '../services.css';

const { t } = donationsWords;

const factsOf = (view: BatchView, desk: Desk): readonly Fact[] => [
  { term: t('column.left'), value: amountWords(view.left, view.unit) },
  { term: t('column.quantity'), value: amountWords(view.quantity, view.unit) },
  { term: t('column.value'), value: formatYuan(view.value, language()) },
  { term: t('column.node'), value: desk.placeOf(view.node) },
  { term: t('column.day'), value: formatDate(view.day, language()) },
  { term: t('batch.reference'), value: formatReference(view.batch) },
  {
    term: t('batch.by'),
    value: t('by-at', {
      when: formatMoment(view.createdAt, language()),
      name: view.createdBy.name,
    }),
  },
];

/** One donation: what is left of it, and who received. */
export const BatchPage: Component = () => {
  const params = useParams<{ batch: string }>();
  const desk = useDesk();
  const view = createAsync(() => readBatch(params.batch));
  return (
    <Show when={view()}>
      {(known) => (
        <article class="stack-large">
          <p class="no-print">
            <A href={desk.keepNode('/admin/services/donations')}>{t('batch.back')}</A>
          </p>
          <PageHeader
            title={t('batch.title', { goods: known().goods, donor: known().donor })}
            actions={
              <>
                <Show when={desk.holds(...personReaders)}>
                  <LinkButton href={desk.keepNode(`/admin/services/donations/${known().batch}/list`)}>
                    {t('print-list')}
                  </LinkButton>
                </Show>
                <Show when={known().mayKeep && known().left > 0}>
                  <LinkButton
                    kind="main"
                    href={desk.keepNode(`/admin/services/donations/${known().batch}/new`)}
                  >
                    {t('hand-out')}
                  </LinkButton>
                </Show>
              </>
            }
          />
          <div class="services-columns">
            <div class="stack">
              <DescriptionList facts={factsOf(known(), desk)} />
              <Show when={known().mayKeep}>
                <div class="row no-print">
                  <CorrectBatchAction view={known()} changed={() => void renewDonations()} />
                </div>
              </Show>
            </div>
            <RecordHistory read={() => readThingHistory('batches', params.batch)} />
          </div>
          <Show when={desk.holds(...personReaders)}>
            <SlotBoundary fallback={<LoadingState />}>
              <Receipts view={known()} />
            </SlotBoundary>
          </Show>
        </article>
      )}
    </Show>
  );
};

const Receipts: Component<{ view: BatchView }> = (props) => {
  const desk = useDesk();
  const [search] = useSearchParams();
  const state = (): ReceiptState => receiptStates.find((each) => each === search['list']) ?? 'received';
  const addressOf = (wanted: ReceiptState, cursor?: string): string =>
    desk.keepNode(
      `/admin/services/donations/${props.view.batch}?list=${wanted}${cursor === undefined ? '' : `&cursor=${cursor}`}`,
    );
  const hrefOf = (cursor: string | undefined): string => addressOf(state(), cursor);
  const pages = createListPages(hrefOf);
  const page = createAsync(async () => {
    const read = await readReceipts(props.view.batch, state(), pages.cursor());
    pages.reached(read.next);
    return read;
  });
  return (
    <section class="stack" aria-labelledby="receipts">
      <h2 id="receipts">{t('receipts.title')}</h2>
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
        caption={t('receipts.caption', { goods: props.view.goods })}
        columns={receiptColumns(desk)}
        empty={state() === 'received' ? t('receipts.empty') : t('receipts.empty.taken-back')}
        summary={(n) => t('receipts.count', { n })}
        renew={renewDonations}
      />
    </section>
  );
};

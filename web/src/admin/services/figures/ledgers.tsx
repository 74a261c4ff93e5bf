import { A, createAsync } from '@solidjs/router';
import { type Component, Show } from 'solid-js';
import { formatDate } from '../../../lib/format.ts';
import { language } from '../../../lib/i18n/i18n.ts';
import { Bar } from '../../../ui/bar.tsx';
import { EmptyState } from '../../../ui/state.tsx';
import { type Column, Table } from '../../../ui/table.tsx';
import { type Desk, useDesk } from '../../shell/desk.ts';
import { type CentreRow, readCentres } from '../centres/centres.queries.ts';
import { amountWords } from '../donations/amount.ts';
import { type BatchRow, readBatches } from '../donations/donations.queries.ts';
import { serviceFiguresWords } from './figures.words.ts';
import { moment, number } from './figures-marks.tsx';

const { t } = serviceFiguresWords;

interface FootProps {
  href: string;
  what: string;
  asOf: string;
}

/** As of when, and the whole ledger. */
const Foot: Component<FootProps> = (props) => {
  const desk = useDesk();
  return (
    <p class="soft">
      {t('as-of', { node: desk.nameOf(desk.node() ?? ''), when: moment(props.asOf) })}{' '}
      <A href={desk.keepNode(props.href)} aria-label={t('more.of', { what: props.what })}>
        {t('more')}
      </A>
    </p>
  );
};

const centreColumns = (desk: Desk): readonly Column<CentreRow>[] => [
  {
    key: 'centre',
    header: t('column.centre'),
    isRowHeader: true,
    cell: ({ centre, name }) => <A href={desk.keepNode(`/admin/services/centres/${centre}`)}>{name}</A>,
  },
  { key: 'place', header: t('column.place'), cell: ({ node }) => desk.placeOf(node) },
  {
    key: 'members',
    header: t('column.members'),
    cell: ({ members, capacity }) => (
      <>
        {t('of', { part: number(members), whole: number(capacity) })}
        <Bar part={members} whole={capacity} />
      </>
    ),
  },
  {
    key: 'days',
    header: t('column.days'),
    cell: ({ centre, name }) => (
      <A
        href={desk.keepNode(`/admin/services/centres/${centre}?list=days`)}
        aria-label={t('centres.days.of', { name })}
      >
        {t('centres.days')}
      </A>
    ),
  },
];

/** How full each centre is; the first page of the ledger, which has the rest. */
export const CentresPart: Component = () => {
  const desk = useDesk();
  const page = createAsync(async () => {
    const node = desk.node();
    return node === undefined ? undefined : readCentres(node, undefined);
  });
  const open = (): readonly CentreRow[] => page()?.rows.filter(({ state }) => state === 'open') ?? [];
  return (
    <Show when={page()}>
      {(known) => (
        <section class="stack" aria-labelledby="figures-centres">
          <h2 id="figures-centres">{t('centres.title')}</h2>
          <Show when={open().length > 0} fallback={<EmptyState title={t('centres.none')} />}>
            <Table
              caption={t('table.of', { title: t('centres.title') })}
              captionHidden
              columns={centreColumns(desk)}
              rows={open()}
            />
          </Show>
          <Foot href="/admin/services/centres" what={t('centres.title')} asOf={known().asOf} />
        </section>
      )}
    </Show>
  );
};

const batchColumns = (desk: Desk): readonly Column<BatchRow>[] => [
  {
    key: 'goods',
    header: t('column.goods'),
    isRowHeader: true,
    cell: ({ batch, goods, donor }) => (
      <A href={desk.keepNode(`/admin/services/donations/${batch}`)}>{t('batches.of', { goods, donor })}</A>
    ),
  },
  { key: 'place', header: t('column.place'), cell: ({ node }) => desk.placeOf(node) },
  {
    key: 'day',
    header: t('column.day'),
    nowrap: true,
    cell: ({ day }) => <time datetime={day}>{formatDate(day, language())}</time>,
  },
  {
    key: 'given',
    header: t('column.given'),
    cell: ({ quantity, left, unit }) => (
      <>
        {t('of', { part: number(quantity - left), whole: amountWords(quantity, unit) })}
        <Bar part={quantity - left} whole={quantity} />
      </>
    ),
  },
];

/** How much of each donation was handed out; the first page of the ledger, which has the rest. */
export const BatchesPart: Component = () => {
  const desk = useDesk();
  const page = createAsync(async () => {
    const node = desk.node();
    return node === undefined ? undefined : readBatches(node, undefined);
  });
  return (
    <Show when={page()}>
      {(known) => (
        <section class="stack" aria-labelledby="figures-batches">
          <h2 id="figures-batches">{t('batches.title')}</h2>
          <p class="soft">{t('batches.lead')}</p>
          <Show when={known().rows.length > 0} fallback={<EmptyState title={t('batches.none')} />}>
            <Table
              caption={t('table.of', { title: t('batches.title') })}
              captionHidden
              columns={batchColumns(desk)}
              rows={known().rows}
            />
          </Show>
          <Foot href="/admin/services/donations" what={t('batches.title')} asOf={known().asOf} />
        </section>
      )}
    </Show>
  );
};

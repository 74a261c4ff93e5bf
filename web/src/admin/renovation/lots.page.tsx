import { A, createAsync } from '@solidjs/router';
import { type Component, Show } from 'solid-js';
import { formatMoment, formatNumber } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { LinkButton } from '../../ui/button.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/state.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { type Desk, useDesk } from '../shell/desk.ts';
import { ListFoot } from '../shell/list-foot.tsx';
import { createListPages } from '../shell/list-pages.ts';
import { type LotRow, readLots, renewRenovations } from './renovation.queries.ts';
import { renovationMoneyWords } from './renovation.words.ts';
import './renovation.css';

const { t } = renovationMoneyWords;

const columnsFor = (desk: Desk): readonly Column<LotRow>[] => [
  {
    key: 'name',
    header: t('lots.name'),
    isRowHeader: true,
    cell: (row) => <A href={desk.keepNode(`/admin/renovation-lots/${row.lot}`)}>{row.name}</A>,
  },
  { key: 'contractor', header: t('lots.contractor'), cell: (row) => row.contractor.name },
  { key: 'place', header: t('lots.place'), cell: (row) => desk.placeOf(row.node) },
  {
    key: 'homes',
    header: t('lots.homes'),
    align: 'end',
    cell: (row) => formatNumber(row.homes, language()),
  },
  { key: 'created', header: t('lots.created'), cell: (row) => formatMoment(row.createdAt, language()) },
];

/** What was given to contractors, the newest first; a contractor sees their own. */
export const LotsPage: Component = () => {
  const desk = useDesk();
  const hrefOf = (cursor: string | undefined): string =>
    desk.keepNode(`/admin/renovation-lots${cursor === undefined ? '' : `?cursor=${cursor}`}`);
  const pages = createListPages(hrefOf);
  const page = createAsync(async () => {
    const node = desk.node();
    if (node === undefined) return undefined;
    const read = await readLots(node, pages.cursor());
    pages.reached(read.next);
    return read;
  });
  return (
    <div class="stack">
      <PageHeader
        title={t('lots.title')}
        lead={t('lots.lead')}
        actions={
          <Show when={desk.holds('disability')}>
            <LinkButton kind="main" href={desk.keepNode('/admin/renovation-lots/new')}>
              {t('lots.new')}
            </LinkButton>
          </Show>
        }
      />
      <Show when={page()}>
        {(known) => (
          <>
            <Show
              when={known().rows.length > 0}
              fallback={
                <EmptyState title={t('lots.empty')}>
                  <Show when={desk.holds('disability')}>
                    <p>{t('lots.empty.text')}</p>
                  </Show>
                </EmptyState>
              }
            >
              <Table
                caption={t('lots.caption', { node: desk.placeOf(desk.node() ?? '') })}
                columns={columnsFor(desk)}
                rows={known().rows}
              />
            </Show>
            <ListFoot
              summary={t('lots.count', { n: known().rows.length })}
              asOf={known().asOf}
              cursor={pages.cursor()}
              previousHref={pages.previousHref()}
              next={known().next}
              hrefOf={hrefOf}
              renew={renewRenovations}
            />
          </>
        )}
      </Show>
    </div>
  );
};

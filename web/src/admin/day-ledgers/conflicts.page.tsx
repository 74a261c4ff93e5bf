import { A, createAsync } from '@solidjs/router';
import { type Component, Show } from 'solid-js';
import { formatMoment } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { PageHeader } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/state.tsx';
import { type Column, Pagination, Table } from '../../ui/table.tsx';
import { adminWords } from '../admin.words.ts';
import { campaignsWords } from '../campaigns/campaigns.words.ts';
import { isPlace } from '../campaigns/place.ts';
import { useDesk } from '../shell/desk.ts';
import { createListPages } from '../shell/list-pages.ts';
import { readConflicts, type VisitRow } from './day-ledgers.queries.ts';
import { dayLedgersWords } from './day-ledgers.words.ts';
import './day-ledgers.css';

const { t } = dayLedgersWords;

/** Visits that contradict another one or the plan, the oldest first. */
export const ConflictsPage: Component = () => {
  const desk = useDesk();
  const hrefOf = (cursor: string | undefined): string =>
    desk.keepNode(`/admin/visit-conflicts${cursor === undefined ? '' : `?cursor=${cursor}`}`);
  const pages = createListPages(hrefOf);
  const page = createAsync(async () => {
    const node = desk.node();
    if (!isPlace(node)) return undefined;
    const read = await readConflicts(node, pages.cursor());
    pages.reached(read.next);
    return read;
  });
  const columns: readonly Column<VisitRow>[] = [
    {
      key: 'household',
      header: t('conflicts.household'),
      isRowHeader: true,
      cell: (row) => (
        <>
          <A href={desk.keepNode(`/admin/visits/${row.visit}`)}>{row.address}</A>
          <span class="ledger-sub">{desk.placeOf(row.village)}</span>
        </>
      ),
    },
    {
      key: 'what',
      header: t('conflicts.what'),
      cell: (row) => (
        <Show when={row.conflict}>
          {(conflict) => (
            <>
              {t(`conflict.${conflict().kind}`)}
              <Show when={conflict().other}>
                {(other) => (
                  <span class="ledger-sub">
                    {other().by.name} · {formatMoment(other().at, language())}
                  </span>
                )}
              </Show>
            </>
          )}
        </Show>
      ),
    },
    { key: 'by', header: t('conflicts.by'), cell: (row) => row.by.name },
    {
      key: 'at',
      header: t('conflicts.at'),
      cell: (row) => <time datetime={row.at}>{formatMoment(row.at, language())}</time>,
    },
    {
      key: 'outcome',
      header: t('conflicts.outcome'),
      cell: (row) => campaignsWords.t(`outcome.${row.outcome}`),
    },
  ];
  return (
    <div class="stack">
      <PageHeader title={t('conflicts.title')} lead={t('conflicts.lead')} />
      <p class="no-print">
        <A href={desk.keepNode('/admin/day-ledgers')}>{t('day.back')}</A>
      </p>
      <Show when={page()}>
        {(known) => (
          <>
            <Show when={known().rows.length > 0} fallback={<EmptyState title={t('conflicts.empty')} />}>
              <Table
                caption={t('conflicts.caption', { node: desk.placeOf(desk.node() ?? '') })}
                captionHidden
                columns={columns}
                rows={known().rows}
              />
              <Pagination
                previousHref={pages.previousHref()}
                nextHref={known().next === undefined ? undefined : hrefOf(known().next)}
                summary={t('conflicts.count', { n: known().rows.length })}
              />
            </Show>
            <div class="row soft">
              <p>{adminWords.t('list.as-of', { when: formatMoment(known().asOf, language()) })}</p>
              <Show when={pages.cursor() !== undefined}>
                <A href={hrefOf(undefined)}>{t('conflicts.first-page')}</A>
              </Show>
            </div>
          </>
        )}
      </Show>
    </div>
  );
};

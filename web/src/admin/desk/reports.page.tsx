import { A, createAsync } from '@solidjs/router';
import { type Component, Show } from 'solid-js';
import { formatDate, formatMoment, formatNumber } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { PageHeader } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/state.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { hrefWith } from '../campaigns/place.ts';
import { useDesk } from '../shell/desk.ts';
import { ListFoot } from '../shell/list-foot.tsx';
import { createListPages } from '../shell/list-pages.ts';
import { type ReportPage, readReports, renewReports } from './desk.queries.ts';
import { reportsWords } from './desk.words.ts';

const { t } = reportsWords;

type Row = ReportPage['rows'][number];

const day = (date: string): string => formatDate(date, language());

const columns = (): readonly Column<Row>[] => [
  {
    key: 'week',
    header: t('reports.week'),
    isRowHeader: true,
    cell: ({ report, week, from, to }) => (
      <A href={`/admin/reports/${report}`}>
        {week} {t('reports.period', { from: day(from), to: day(to) })}
      </A>
    ),
  },
  { key: 'drawn', header: t('reports.drawn'), cell: ({ drawnAt }) => formatMoment(drawnAt, language()) },
];

/** The weekly reports of a place, the latest first. */
export const ReportsPage: Component = () => {
  const desk = useDesk();
  const hrefOf = (cursor: string | undefined): string =>
    desk.keepNode(hrefWith('/admin/reports', { cursor }));
  const pages = createListPages(hrefOf);
  const page = createAsync(async () => {
    const node = desk.node();
    if (node === undefined) return undefined;
    const read = await readReports(node, pages.cursor());
    pages.reached(read.next);
    return read;
  });
  return (
    <div class="stack">
      <PageHeader title={t('reports.title')} lead={t('reports.lead')} />
      <Show when={page()}>
        {(known) => (
          <>
            <Show
              when={known().rows.length > 0}
              fallback={
                <EmptyState title={t('reports.empty')}>
                  <p>{t('reports.empty.text')}</p>
                </EmptyState>
              }
            >
              <Table
                caption={t('reports.caption', { place: desk.placeOf(desk.node() ?? '') })}
                columns={columns()}
                rows={known().rows}
              />
            </Show>
            <ListFoot
              summary={t('reports.count', { n: formatNumber(known().rows.length, language()) })}
              asOf={known().asOf}
              cursor={pages.cursor()}
              previousHref={pages.previousHref()}
              next={known().next}
              hrefOf={hrefOf}
              renew={renewReports}
            />
          </>
        )}
      </Show>
    </div>
  );
};

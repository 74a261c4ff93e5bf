import { A, createAsync } from '@solidjs/router';
import { type Component, Show } from 'solid-js';
import { formatDate, formatDeadline, formatNumber } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { StatusTag } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/state.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { hrefWith } from '../campaigns/place.ts';
import { useDesk } from '../shell/desk.ts';
import { ListFoot } from '../shell/list-foot.tsx';
import { createListPages } from '../shell/list-pages.ts';
import { readSupervisionLists, renewSupervision, type SupervisionRow } from './supervision.queries.ts';
import { supervisionWords } from './supervision.words.ts';

const { t } = supervisionWords;

const number = (n: number): string => formatNumber(n, language());

/** The lists of all days, the latest first. */
export const SupervisionsPage: Component = () => {
  const desk = useDesk();
  const hrefOf = (cursor: string | undefined): string =>
    desk.keepNode(hrefWith('/admin/supervision', { cursor }));
  const pages = createListPages(hrefOf);
  const page = createAsync(async () => {
    const read = await readSupervisionLists(pages.cursor());
    pages.reached(read.next);
    return read;
  });
  const columns = (): readonly Column<SupervisionRow>[] => [
    {
      key: 'date',
      header: t('column.date'),
      isRowHeader: true,
      cell: ({ date }) => (
        <A href={desk.keepNode(`/admin/supervision/${date}`)}>{formatDate(date, language())}</A>
      ),
    },
    {
      key: 'state',
      header: t('column.state'),
      cell: ({ state }) => (
        <StatusTag tone={state === 'late' ? 'bad' : 'neutral'}>{t(`state.${state}`)}</StatusTag>
      ),
    },
    { key: 'items', header: t('column.items'), align: 'end', cell: ({ items }) => number(items) },
    { key: 'left', header: t('column.left'), align: 'end', cell: ({ left }) => number(left) },
    {
      key: 'unresolved',
      header: t('column.unresolved'),
      align: 'end',
      cell: ({ unresolved }) => number(unresolved),
    },
    { key: 'due', header: t('column.due'), cell: ({ dueAt }) => formatDeadline(dueAt, language()) },
  ];
  return (
    <div class="stack">
      <PageHeader title={t('list.title')} lead={t('list.lead')} />
      <Show when={page()}>
        {(known) => (
          <>
            <Show
              when={known().rows.length > 0}
              fallback={
                <EmptyState title={t('list.empty')}>
                  <p>{t('list.empty.text')}</p>
                </EmptyState>
              }
            >
              <Table caption={t('list.caption')} columns={columns()} rows={known().rows} />
            </Show>
            <ListFoot
              summary={t('list.count', { n: number(known().rows.length) })}
              asOf={known().asOf}
              cursor={pages.cursor()}
              previousHref={pages.previousHref()}
              next={known().next}
              hrefOf={hrefOf}
              renew={renewSupervision}
            />
          </>
        )}
      </Show>
    </div>
  );
};

import { A, createAsync, useSearchParams } from '@solidjs/router';
import { type Component, Show } from 'solid-js';
import { formatMoment, formatNumber } from '../../../lib/format.ts';
import { language } from '../../../lib/i18n/i18n.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { StatusTag } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page.tsx';
import { EmptyState } from '../../../ui/state.tsx';
import { type Column, Pagination, Table } from '../../../ui/table.tsx';
import { type Desk, useDesk } from '../../shell/desk.ts';
import { HouseholdTasks } from '../household-tasks.tsx';
import { type ImportView, readImports } from '../households.queries.ts';
import { householdsWords } from '../households.words.ts';

const { t } = householdsWords;

const columnsFor = (desk: Desk): readonly Column<ImportView>[] => [
  {
    key: 'file',
    header: t('imports.file'),
    isRowHeader: true,
    cell: (each) => <A href={desk.keepNode(`/admin/households/imports/${each.import}`)}>{each.fileName}</A>,
  },
  { key: 'village', header: t('household.village'), cell: ({ village }) => desk.placeOf(village) },
  {
    key: 'status',
    header: t('household.status'),
    cell: ({ status }) => (
      <StatusTag tone={status === 'completed' ? 'ok' : 'warn'}>{t(`imports.status.${status}`)}</StatusTag>
    ),
  },
  {
    key: 'rows',
    header: t('imports.rows'),
    align: 'end',
    cell: ({ rows }) => formatNumber(rows, language()),
  },
  {
    key: 'loaded',
    header: t('imports.loaded'),
    align: 'end',
    cell: ({ loaded }) => formatNumber(loaded, language()),
  },
  {
    key: 'refused',
    header: t('imports.refused'),
    align: 'end',
    cell: ({ refused }) => formatNumber(refused, language()),
  },
  { key: 'by', header: t('imports.by'), cell: ({ by }) => by.name },
  {
    key: 'at',
    header: t('imports.at'),
    nowrap: true,
    cell: ({ createdAt }) => formatMoment(createdAt, language()),
  },
];

/** Files loaded into the register, and the way to load another. */
export const ImportsPage: Component = () => {
  const desk = useDesk();
  const [search] = useSearchParams();
  const cursor = (): string | undefined =>
    typeof search['cursor'] === 'string' ? search['cursor'] : undefined;
  const page = createAsync(async () => {
    const node = desk.node();
    return node === undefined ? undefined : await readImports(node, cursor());
  });
  return (
    <div class="stack">
      <PageHeader
        title={t('imports.title')}
        lead={t('imports.lead')}
        actions={
          <LinkButton kind="main" href={desk.keepNode('/admin/households/imports/new')}>
            {t('imports.new')}
          </LinkButton>
        }
      />
      <HouseholdTasks />
      <Show when={page()}>
        {(known) => (
          <>
            <Show
              when={known().rows.length > 0}
              fallback={
                <EmptyState title={t('imports.empty')}>
                  <p>{t('imports.empty.text')}</p>
                </EmptyState>
              }
            >
              <Table
                caption={t('imports.caption', { node: desk.placeOf(desk.node() ?? '') })}
                columns={columnsFor(desk)}
                rows={known().rows}
              />
            </Show>
            <Pagination
              nextHref={
                known().next === undefined
                  ? undefined
                  : desk.keepNode(
                      `/admin/households/imports?cursor=${encodeURIComponent(known().next ?? '')}`,
                    )
              }
            />
          </>
        )}
      </Show>
    </div>
  );
};

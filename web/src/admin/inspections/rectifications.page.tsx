import { A, createAsync, useSearchParams } from '@solidjs/router';
import { type Component, Show } from 'solid-js';
import { inspectionReaders } from '../../../../functions/inspections/inspections.actions.ts';
import {
  type RectificationList,
  rectificationLists,
} from '../../../../functions/inspections/inspections.words.ts';
import { formatReference } from '../../../../functions/platform/contract/reference.rules.ts';
import { formatDeadlineShort } from '../../lib/format.ts';
import { PageHeader, SubNav } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/state.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { type Desk, useDesk } from '../shell/desk.ts';
import { ListFoot } from '../shell/list-foot.tsx';
import { RectificationTag } from './inspection-words.tsx';
import {
  type RectificationRow,
  readMine,
  readRectifications,
  renewRectification,
} from './inspections.queries.ts';
import { inspectionsWords } from './inspections.words.ts';

const { t } = inspectionsWords;

type Book = RectificationList | 'mine';

const isOverdue = ({ state, due }: RectificationRow, asOf: string): boolean =>
  state === 'open' && due.dueAt <= asOf;

const columnsFor = (desk: Desk, asOf: string): readonly Column<RectificationRow>[] => [
  {
    key: 'rectification',
    header: t('rectification.kind'),
    isRowHeader: true,
    cell: (row) => (
      <A
        href={desk.keepNode(`/admin/rectifications/${row.rectification}`)}
        aria-label={`${t(`kind.${row.kind}`)} ${formatReference(row.rectification)}`}
      >
        {t(`kind.${row.kind}`)}
      </A>
    ),
  },
  {
    key: 'state',
    header: t('rectification.state'),
    cell: (row) => <RectificationTag state={row.state} overdue={isOverdue(row, asOf)} />,
  },
  {
    key: 'due',
    header: t('rectification.due'),
    nowrap: true,
    cell: ({ due }) =>
      due.provisional
        ? `${formatDeadlineShort(due.dueAt)} ${t('rectification.provisional')}`
        : formatDeadlineShort(due.dueAt),
  },
  {
    key: 'responsible',
    header: t('rectification.responsible'),
    cell: ({ responsible }) => responsible.name,
  },
  {
    key: 'where',
    header: t('rectification.where'),
    cell: ({ village, address }) => `${desk.placeOf(village)} · ${address}`,
  },
  { key: 'what', header: t('rectification.what'), cell: ({ what }) => what },
];

export const RectificationsPage: Component = () => {
  const desk = useDesk();
  const [search] = useSearchParams();
  const seesAll = (): boolean => desk.holds(...inspectionReaders);
  const books = (): readonly Book[] => (seesAll() ? ['mine', ...rectificationLists] : ['mine']);
  const usual = (): Book => (desk.holds('visitor', 'lead') ? 'mine' : 'open');
  const book = (): Book => books().find((each) => each === search['list']) ?? usual();
  const cursor = (): string | undefined =>
    typeof search['cursor'] === 'string' ? search['cursor'] : undefined;
  const hrefOf = (wanted: Book, page?: string): string =>
    desk.keepNode(`/admin/rectifications?list=${wanted}${page === undefined ? '' : `&cursor=${page}`}`);
  const page = createAsync(async () => {
    const node = desk.node();
    const list = book();
    if (node === undefined) return undefined;
    return list === 'mine' ? readMine(cursor()) : readRectifications(node, list, cursor());
  });

  return (
    <div class="stack">
      <PageHeader title={t('rectification.title')} />
      <SubNav
        label={t('rectification.lists')}
        items={books().map((each) => ({
          href: hrefOf(each),
          label: t(`rectification.${each}`),
          current: each === book(),
        }))}
      />
      <Show when={page()}>
        {(known) => (
          <>
            <Show when={known().rows.length > 0} fallback={<EmptyState title={t('rectification.empty')} />}>
              <Table
                caption={t('rectification.caption', {
                  node: book() === 'mine' ? (desk.session()?.name ?? '') : desk.placeOf(desk.node() ?? ''),
                  list: t(`rectification.${book()}`),
                })}
                columns={columnsFor(desk, known().asOf)}
                rows={known().rows}
              />
            </Show>
            <ListFoot
              summary={t('list.count', { n: known().rows.length })}
              asOf={known().asOf}
              next={known().next}
              cursor={cursor()}
              hrefOf={(next) => hrefOf(book(), next)}
              renew={renewRectification}
            />
          </>
        )}
      </Show>
    </div>
  );
};

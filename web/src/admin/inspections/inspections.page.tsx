import { A, createAsync, useSearchParams } from '@solidjs/router';
import { type Component, Show } from 'solid-js';
import { inspectors } from '../../../../functions/inspections/inspections.actions.ts';
import { type InspectionList, inspectionLists } from '../../../../functions/inspections/inspections.words.ts';
import { formatReference } from '../../../../functions/platform/contract/reference.rules.ts';
import { formatMomentShort } from '../../lib/format.ts';
import { LinkButton } from '../../ui/button.tsx';
import { PageHeader, SubNav } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/state.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { type Desk, useDesk } from '../shell/desk.ts';
import { ListFoot } from '../shell/list-foot.tsx';
import { daysWords, InspectionTag, rateWords } from './inspection-words.tsx';
import { type InspectionRow, readInspections, renewInspection } from './inspections.queries.ts';
import { inspectionsWords } from './inspections.words.ts';

const { t } = inspectionsWords;

const resultOf = ({ results }: InspectionRow): string => {
  if (results === undefined) return '—';
  const sum = (field: 'checked' | 'found'): number =>
    results.villages.reduce((all, village) => all + village[field], 0);
  return rateWords({ checked: sum('checked'), found: sum('found') });
};

const columnsFor = (desk: Desk): readonly Column<InspectionRow>[] => [
  {
    key: 'inspection',
    header: t('list.reference'),
    isRowHeader: true,
    nowrap: true,
    cell: (row) => (
      <A href={desk.keepNode(`/admin/inspections/${row.inspection}`)}>{formatReference(row.inspection)}</A>
    ),
  },
  { key: 'state', header: t('list.state'), cell: (row) => <InspectionTag state={row.state} /> },
  { key: 'area', header: t('list.area'), cell: (row) => desk.placeOf(row.node) },
  { key: 'days', header: t('list.days'), cell: daysWords },
  { key: 'size', header: t('list.size'), align: 'end', cell: (row) => row.drawn },
  { key: 'result', header: t('list.result'), nowrap: true, cell: resultOf },
  {
    key: 'when',
    header: t('list.when'),
    nowrap: true,
    cell: (row) => formatMomentShort(row.finishedAt ?? row.startedAt ?? row.drawnAt),
  },
];

export const InspectionsPage: Component = () => {
  const desk = useDesk();
  const [search] = useSearchParams();
  const mayDraw = (): boolean => desk.holds(...inspectors);
  const list = (): InspectionList => (search['list'] === 'drawn' && mayDraw() ? 'drawn' : 'started');
  const cursor = (): string | undefined =>
    typeof search['cursor'] === 'string' ? search['cursor'] : undefined;
  const hrefOf = (wanted: InspectionList, page?: string): string =>
    desk.keepNode(`/admin/inspections?list=${wanted}${page === undefined ? '' : `&cursor=${page}`}`);
  const page = createAsync(async () => {
    const node = desk.node();
    return node === undefined ? undefined : readInspections(node, list(), cursor());
  });

  return (
    <div class="stack">
      <PageHeader
        title={t('list.title')}
        lead={t('list.lead')}
        actions={
          <>
            <LinkButton href={desk.keepNode('/admin/inspections/rates')}>{t('list.rates')}</LinkButton>
            <LinkButton href={desk.keepNode('/admin/rectifications')}>{t('list.rectifications')}</LinkButton>
            <Show when={mayDraw()}>
              <LinkButton kind="main" href={desk.keepNode('/admin/inspections/new')}>
                {t('list.draw')}
              </LinkButton>
            </Show>
          </>
        }
      />
      <Show when={mayDraw()}>
        <SubNav
          label={t('list.lists')}
          items={[...inspectionLists].reverse().map((each) => ({
            href: hrefOf(each),
            label: t(`list.${each}`),
            current: each === list(),
          }))}
        />
      </Show>
      <Show when={page()}>
        {(known) => (
          <>
            <Show when={known().rows.length > 0} fallback={<EmptyState title={t(`list.empty.${list()}`)} />}>
              <Table
                caption={t('list.caption', {
                  node: desk.placeOf(desk.node() ?? ''),
                  list: t(`list.${list()}`),
                })}
                columns={columnsFor(desk)}
                rows={known().rows}
              />
            </Show>
            <ListFoot
              summary={t('list.count', { n: known().rows.length })}
              asOf={known().asOf}
              next={known().next}
              cursor={cursor()}
              hrefOf={(next) => hrefOf(list(), next)}
              renew={renewInspection}
            />
          </>
        )}
      </Show>
    </div>
  );
};

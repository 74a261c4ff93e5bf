import { A, createAsync, createAsyncStore, revalidate, useSearchParams } from '@solidjs/router';
import { type Component, createEffect, createSignal, on, Show } from 'solid-js';
import { areaNode } from '../../../../functions/households/households.lists.ts';
import { LinkButton } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/state.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { isVillage } from '../households/door.ts';
import { readAreas } from '../households/households.queries.ts';
import { useDesk } from '../shell/desk.ts';
import { ListFoot } from '../shell/list-foot.tsx';
import { createListPages } from '../shell/list-pages.ts';
import { BulkReassign } from './actions/bulk-reassign.tsx';
import { assignmentColumns } from './assignment-columns.tsx';
import { CampaignFrame } from './campaign-frame.tsx';
import { type AssignmentRow, type CampaignView, readUnvisited } from './campaigns.queries.ts';
import { campaignsWords, planWords } from './campaigns.words.ts';
import { hrefWith } from './place.ts';

const { t } = planWords;

/** Whom nobody has met yet, the earliest planned first. */
export const UnvisitedPage: Component = () => (
  <CampaignFrame part="unvisited">{(view, node) => <Unvisited view={view} node={node} />}</CampaignFrame>
);

const Unvisited: Component<{ view: CampaignView; node: string }> = (props) => {
  const desk = useDesk();
  const [search] = useSearchParams();
  const [selected, setSelected] = createSignal<ReadonlyMap<string, AssignmentRow>>(new Map());

  /** Only of a village: `-` for the households without one. */
  const area = (): string | undefined => {
    const wanted = search['area'];
    return isVillage(props.node) && typeof wanted === 'string' ? wanted : undefined;
  };
  const listNode = (): string => {
    const wanted = area();
    return wanted === undefined ? props.node : areaNode(props.node, wanted === '-' ? undefined : wanted);
  };
  const home = (): string => `/admin/campaigns/${props.view.campaign}`;
  const hrefOf = (cursor: string | undefined): string =>
    hrefWith(`${home()}/unvisited`, { node: props.node, area: area(), cursor });
  const pages = createListPages(hrefOf);
  const areas = createAsync(async () => (isVillage(props.node) ? readAreas(props.node) : []), {
    initialValue: [],
  });
  const areaName = (id: string): string =>
    id === '-'
      ? campaignsWords.t('coverage.no-area')
      : (areas().find((each) => each.area === id)?.name ?? id);
  const page = createAsyncStore(
    async () => {
      const read = await readUnvisited(props.view.campaign, listNode(), pages.cursor());
      pages.reached(read.next);
      return read;
    },
    { reconcile: { key: 'household' } },
  );
  // A selection is of the page before one's eyes: nobody moves households they don't see.
  createEffect(on([listNode, pages.cursor], () => setSelected(new Map()), { defer: true }));

  const mayPlan = (): boolean => props.view.mayPlan && props.view.state === 'running';
  const select = (row: AssignmentRow, isIn: boolean): void => {
    setSelected((before) => {
      const after = new Map(before);
      if (isIn) after.set(row.household, row);
      else after.delete(row.household);
      return after;
    });
  };
  const movable = (): readonly AssignmentRow[] =>
    (page()?.rows ?? []).filter(({ status }) => status === 'planned');
  const selectAll = (isIn: boolean): void =>
    void setSelected(new Map(isIn ? movable().map((row) => [row.household, row] as const) : []));
  const pick: Column<AssignmentRow> = {
    key: 'pick',
    header: t('list.pick'),
    cell: (row) => (
      <Show when={row.status === 'planned'}>
        <label class="pick">
          <input
            type="checkbox"
            aria-label={t('list.select', { address: row.address })}
            checked={selected().has(row.household)}
            onChange={(event) => select(row, event.currentTarget.checked)}
          />
        </label>
      </Show>
    ),
  };
  const columns = (): readonly Column<AssignmentRow>[] => [
    ...(mayPlan() ? [pick] : []),
    ...assignmentColumns({
      desk,
      areaName,
      isAcrossVillages: !isVillage(props.node),
      hrefOf: (row) => desk.keepNode(`${home()}/households/${row.household}`),
    }),
  ];
  return (
    <div class="stack">
      <h2>
        {t('list.caption', { node: desk.nameOf(props.node) })}
        <Show when={area()}>{(id) => <> · {t('list.in-area', { area: areaName(id()) })}</>}</Show>
      </h2>
      <div class="row no-print">
        <Show when={area() !== undefined}>
          <A href={hrefWith(`${home()}/unvisited`, { node: props.node })}>{t('list.whole-village')}</A>
        </Show>
        <Show when={mayPlan() && isVillage(props.node)}>
          <LinkButton href={desk.keepNode(`${home()}/hand-over`)}>{t('plan.hand-over')}</LinkButton>
        </Show>
      </div>
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
              <Show when={mayPlan() && movable().length > 0}>
                <div class="row bulk-bar no-print">
                  <label class="pick">
                    <input
                      type="checkbox"
                      checked={selected().size > 0 && selected().size === movable().length}
                      onChange={(event) => selectAll(event.currentTarget.checked)}
                    />
                    {t('list.select-all')}
                  </label>
                  <span role="status">{t('list.selected', { n: selected().size })}</span>
                  <BulkReassign
                    view={props.view}
                    rows={[...selected().values()]}
                    onDone={() => setSelected(new Map())}
                  />
                </div>
              </Show>
              <Table
                caption={t('list.caption', { node: desk.nameOf(props.node) })}
                captionHidden
                columns={columns()}
                rows={known().rows}
              />
            </Show>
            <ListFoot
              summary={t('list.count', { n: known().rows.length })}
              asOf={known().asOf}
              cursor={pages.cursor()}
              previousHref={pages.previousHref()}
              next={known().next}
              hrefOf={hrefOf}
              renew={() => revalidate(readUnvisited.key)}
            >
              <span>{t('list.lag')}</span>
            </ListFoot>
          </>
        )}
      </Show>
    </div>
  );
};

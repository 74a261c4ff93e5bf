import { A, createAsync, useNavigate, useSearchParams } from '@solidjs/router';
import { type Component, createMemo, createSignal, Show } from 'solid-js';
import { programmeKeepers } from '../../../../functions/programme/programme.actions.ts';
import { activityStates, categories } from '../../../../functions/programme/programme.words.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { SelectField } from '../../ui/choice-field.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/state.tsx';
import { type Column, Pagination, Table } from '../../ui/table.tsx';
import { adminWords } from '../admin.words.ts';
import { isPlace } from '../campaigns/place.ts';
import { type Desk, useDesk } from '../shell/desk.ts';
import { createListPages } from '../shell/list-pages.ts';
import { type ActivityRow, readActivities, renewActivities } from './programme.queries.ts';
import { programmeWords } from './programme.words.ts';
import { ActivityTag, moment, number } from './programme-marks.tsx';
import './programme.css';

const { t } = programmeWords;

const columnsFor = (desk: Desk): readonly Column<ActivityRow>[] => [
  {
    key: 'name',
    header: t('list.name'),
    isRowHeader: true,
    cell: (row) => <A href={desk.keepNode(`/admin/activities/${row.activity}`)}>{row.title}</A>,
  },
  { key: 'state', header: t('list.state'), cell: (row) => <ActivityTag state={row.state} /> },
  { key: 'category', header: t('list.category'), cell: (row) => t(`category.${row.category}`) },
  { key: 'where', header: t('list.where'), cell: (row) => desk.placeOf(row.node) },
  {
    key: 'when',
    header: t('list.when'),
    nowrap: true,
    cell: ({ from }) => (from === undefined ? t('list.no-date') : moment(from)),
  },
  {
    key: 'sessions',
    header: t('list.sessions'),
    align: 'end',
    cell: ({ held, sessions }) => `${number(held)}/${number(sessions)}`,
  },
  { key: 'people', header: t('list.people'), align: 'end', cell: ({ people }) => number(people) },
];

/** What is planned and was held in the area looked at. */
export const ActivitiesPage: Component = () => {
  const desk = useDesk();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const [renewing, setRenewing] = createSignal(false);
  const state = (): string | undefined => activityStates.find((each) => each === search['state']);
  const category = (): string | undefined => categories.find((each) => each === search['category']);
  const hrefOf = (wanted: { state?: string; category?: string; cursor?: string | undefined }): string => {
    const given = { state: state() ?? '', category: category() ?? '', cursor: '', ...wanted };
    const query = new URLSearchParams(
      Object.entries(given).filter((each): each is [string, string] => (each[1] ?? '') !== ''),
    );
    return desk.keepNode(`/admin/activities${query.size === 0 ? '' : `?${query}`}`);
  };
  const pages = createListPages((cursor) => hrefOf({ cursor }));
  const page = createAsync(async () => {
    const node = desk.node();
    const known = isPlace(node) ? await readActivities(node, pages.cursor()) : undefined;
    pages.reached(known?.next);
    return known;
  });
  const rows = createMemo(() =>
    (page()?.rows ?? []).filter(
      (row) =>
        (state() === undefined || row.state === state()) &&
        (category() === undefined || row.category === category()),
    ),
  );
  const renew = async (): Promise<void> => {
    setRenewing(true);
    await renewActivities().finally(() => setRenewing(false));
  };
  return (
    <div class="stack">
      <PageHeader
        title={t('list.title')}
        lead={t('list.lead')}
        actions={
          <>
            <LinkButton href={desk.keepNode('/admin/venue-calendar')}>{t('list.calendar')}</LinkButton>
            <LinkButton href={desk.keepNode('/admin/room-requests')}>{t('list.rooms')}</LinkButton>
            <Show when={desk.holds(...programmeKeepers)}>
              <LinkButton kind="main" href={desk.keepNode('/admin/activities/new')}>
                {t('list.new')}
              </LinkButton>
            </Show>
          </>
        }
      />
      <div class="programme-filters no-print">
        <SelectField
          name="category"
          label={t('list.category')}
          emptyLabel={t('list.category.all')}
          options={categories.map((value) => ({ value, label: t(`category.${value}`) }))}
          value={category() ?? ''}
          onChange={(value) =>
            navigate(hrefOf({ category: value, cursor: pages.cursor() }), { scroll: false })
          }
        />
        <SelectField
          name="state"
          label={t('list.state')}
          emptyLabel={t('list.state.all')}
          options={activityStates.map((value) => ({ value, label: t(`state.${value}`) }))}
          value={state() ?? ''}
          onChange={(value) => navigate(hrefOf({ state: value, cursor: pages.cursor() }), { scroll: false })}
        />
        <p class="soft">{t('list.filter.hint')}</p>
      </div>
      <Show when={page()}>
        {(known) => (
          <>
            <Show
              when={rows().length > 0}
              fallback={<EmptyState title={t(known().rows.length > 0 ? 'list.empty.page' : 'list.empty')} />}
            >
              <Table
                caption={t('list.caption', { node: desk.placeOf(desk.node() ?? '') })}
                columns={columnsFor(desk)}
                rows={rows()}
              />
            </Show>
            <Pagination
              previousHref={pages.previousHref()}
              nextHref={known().next === undefined ? undefined : hrefOf({ cursor: known().next })}
              summary={t('list.count', { n: rows().length })}
            />
            <div class="row soft no-print">
              <p>{adminWords.t('list.as-of', { when: moment(known().asOf) })}</p>
              <Button kind="quiet" busy={renewing()} onPress={() => void renew()}>
                {renewing() ? adminWords.t('list.refreshing') : adminWords.t('list.refresh')}
              </Button>
              <Show when={pages.cursor() !== undefined && pages.previousHref() === undefined}>
                <A href={hrefOf({})}>{t('list.first-page')}</A>
              </Show>
            </div>
          </>
        )}
      </Show>
    </div>
  );
};

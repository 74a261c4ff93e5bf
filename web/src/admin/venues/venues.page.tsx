import { A, createAsync, useNavigate, useSearchParams } from '@solidjs/router';
import { type Component, createMemo, Show } from 'solid-js';
import { venueKeepers } from '../../../../functions/venues/venues.actions.ts';
import { venueKinds } from '../../../../functions/venues/venues.words.ts';
import { LinkButton } from '../../ui/button.tsx';
import { SelectField } from '../../ui/choice-field.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/state.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { hrefWith, isPlace } from '../campaigns/place.ts';
import { type CalendarYearView, readCalendar } from '../queries.ts';
import { today } from '../shell/days.ts';
import { type Desk, useDesk } from '../shell/desk.ts';
import { moment, number, OpenNowTag, plannedToday, spansWords } from './venue-marks.tsx';
import { readVenues, type VenueRow } from './venues.queries.ts';
import { venuesWords } from './venues.words.ts';
import './venues.css';

const { t } = venuesWords;

const columnsFor = (desk: Desk, year: () => CalendarYearView | undefined): readonly Column<VenueRow>[] => [
  {
    key: 'name',
    header: t('list.name'),
    isRowHeader: true,
    cell: (row) => <A href={desk.keepNode(`/admin/venues/${row.venue}`)}>{row.name}</A>,
  },
  { key: 'now', header: t('list.now'), cell: (row) => <OpenNowTag venue={row} year={year()} /> },
  {
    key: 'today',
    header: t('list.today'),
    cell: (row) => (row.state === 'open' ? spansWords(plannedToday(row, year())) : t('none')),
  },
  { key: 'kind', header: t('list.kind'), cell: (row) => t(`kind.${row.kind}`) },
  { key: 'where', header: t('list.where'), cell: (row) => desk.placeOf(row.node) },
  { key: 'capacity', header: t('list.capacity'), align: 'end', cell: (row) => number(row.capacity) },
  { key: 'keeper', header: t('list.keeper'), cell: (row) => row.keeper ?? t('none') },
];

/** The venues of the area looked at, and which are to be open now. */
export const VenuesPage: Component = () => {
  const desk = useDesk();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const kind = (): string | undefined => venueKinds.find((each) => each === search['kind']);
  const list = createAsync(async () => {
    const node = desk.node();
    return isPlace(node) ? readVenues(node) : undefined;
  });
  const year = createAsync(() => readCalendar(today().slice(0, 4)));
  const rows = createMemo(() =>
    (list()?.rows ?? []).filter((row) => kind() === undefined || row.kind === kind()),
  );
  return (
    <div class="stack">
      <PageHeader
        title={t('list.title')}
        lead={t('list.lead')}
        actions={
          <>
            <Show when={desk.holds(...venueKeepers)}>
              <LinkButton kind="main" href={desk.keepNode('/admin/venues/new')}>
                {t('new.title')}
              </LinkButton>
            </Show>
            <LinkButton href={desk.keepNode('/admin/venue-hours')}>{t('report.title')}</LinkButton>
            <LinkButton href={desk.keepNode('/admin/upgrades')}>{t('upgrades.link')}</LinkButton>
          </>
        }
      />
      <Show when={list()}>
        {(known) => (
          <>
            <div class="venue-filters no-print">
              <SelectField
                name="kind"
                label={t('list.kind')}
                emptyLabel={t('list.kind.all')}
                options={venueKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
                value={kind() ?? ''}
                onChange={(value) =>
                  navigate(desk.keepNode(hrefWith('/admin/venues', { kind: value || undefined })), {
                    scroll: false,
                  })
                }
              />
            </div>
            <Show when={rows().length > 0} fallback={<EmptyState title={t('list.empty')} />}>
              <Table
                caption={t('list.caption', {
                  node: desk.placeOf(desk.node() ?? ''),
                  n: number(rows().length),
                })}
                columns={columnsFor(desk, year)}
                rows={rows()}
              />
            </Show>
            <p class="soft">{t('as-of', { when: moment(known().asOf) })}</p>
          </>
        )}
      </Show>
    </div>
  );
};

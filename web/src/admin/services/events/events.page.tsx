import { A, createAsync, useNavigate, useSearchParams } from '@solidjs/router';
import { type Component, Show } from 'solid-js';
import { serviceKeepers } from '../../../../../functions/services/services.actions.ts';
import { formatDate, formatNumber, formatYuan } from '../../../lib/format.ts';
import { language } from '../../../lib/i18n/i18n.ts';
import { SelectField } from '../../../ui/choice-field.tsx';
import type { Column } from '../../../ui/table.tsx';
import { type Desk, useDesk } from '../../shell/desk.ts';
import { createListPages } from '../../shell/list-pages.ts';
import { LedgerHead } from '../ledger-head.tsx';
import { ServiceList } from '../service-list.tsx';
import { yearNamed, yearsToLookAt } from '../years.ts';
import { RecordEventDialog, WithdrawEventAction } from './event.actions.tsx';
import { type EventRow, readEvents, renewEvents } from './events.queries.ts';
import { eventsWords } from './events.words.ts';

const { t } = eventsWords;

const number = (value: number): string => formatNumber(value, language());

/** What came of it, without what there was none of. */
const resultOf = ({ leaflets, works, takings }: EventRow): string =>
  [
    ...(leaflets > 0 ? [t('leaflets', { n: number(leaflets) })] : []),
    ...(works > 0 ? [t('works', { n: number(works) })] : []),
    ...(takings > 0 ? [t('takings', { amount: formatYuan(takings, language()) })] : []),
  ].join(' · ');

const columns = (desk: Desk): readonly Column<EventRow>[] => [
  {
    key: 'title',
    header: t('column.title'),
    isRowHeader: true,
    cell: (row) => (
      <>
        {row.title}
        <span class="soft services-line">{t(`kind.${row.kind}`)}</span>
        <Show when={row.state === 'withdrawn' && row.withdrawn}>
          {(withdrawn) => (
            <span class="soft services-line">{t('withdrawn', { reason: withdrawn().reason })}</span>
          )}
        </Show>
      </>
    ),
  },
  {
    key: 'day',
    header: t('column.day'),
    nowrap: true,
    cell: ({ day }) => <time datetime={day}>{formatDate(day, language())}</time>,
  },
  { key: 'where', header: t('column.where'), cell: ({ node, place }) => `${desk.placeOf(node)} · ${place}` },
  {
    key: 'people',
    header: t('column.people'),
    cell: ({ served, volunteers, activity }) => (
      <>
        {served === undefined ? t('served.programme') : t('served', { n: number(served) })}
        <Show when={volunteers > 0}>
          <span class="soft services-line">{t('volunteers', { n: number(volunteers) })}</span>
        </Show>
        <Show when={activity}>
          {(known) => <A href={desk.keepNode(`/admin/activities/${known()}`)}>{t('activity')}</A>}
        </Show>
      </>
    ),
  },
  { key: 'result', header: t('column.result'), cell: resultOf },
  ...(desk.holds(...serviceKeepers)
    ? [
        {
          key: 'do',
          header: t('column.do'),
          cell: (row: EventRow) => (
            <Show when={row.state === 'recorded'}>
              <WithdrawEventAction row={row} />
            </Show>
          ),
        },
      ]
    : []),
];

/** What was held for and with disabled residents in a year, the latest first. */
export const EventsPage: Component = () => {
  const desk = useDesk();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const year = (): number => yearNamed(search['year']);
  const addressOf = (wanted: number, cursor?: string): string =>
    desk.keepNode(`/admin/services/events?year=${wanted}${cursor === undefined ? '' : `&cursor=${cursor}`}`);
  const hrefOf = (cursor: string | undefined): string => addressOf(year(), cursor);
  const pages = createListPages(hrefOf);
  const page = createAsync(async () => {
    const node = desk.node();
    if (node === undefined) return undefined;
    const read = await readEvents(node, year(), pages.cursor());
    pages.reached(read.next);
    return read;
  });
  return (
    <div class="stack">
      <LedgerHead
        ledger="events"
        title={t('title')}
        lead={t('lead')}
        actions={
          <Show when={desk.holds(...serviceKeepers)}>
            <RecordEventDialog />
          </Show>
        }
        figures={({ figures, servedByProgramme }) => [
          { term: t('figure.events'), value: number(figures.events) },
          { term: t('figure.served'), value: number(figures.served) },
          { term: t('figure.served.programme'), value: number(servedByProgramme) },
          { term: t('figure.volunteers'), value: number(figures.volunteers) },
          { term: t('figure.leaflets'), value: number(figures.leaflets) },
          { term: t('figure.works'), value: number(figures.works) },
          { term: t('figure.takings'), value: formatYuan(figures.takings, language()) },
        ]}
      />
      <SelectField
        name="year"
        label={t('year')}
        emptyLabel=""
        width="short"
        options={yearsToLookAt().map((each) => ({
          value: String(each),
          label: t('year.of', { year: String(each) }),
        }))}
        value={String(year())}
        onChange={(value) => navigate(addressOf(Number(value)))}
      />
      <ServiceList
        page={page()}
        pages={pages}
        hrefOf={hrefOf}
        caption={t('events.caption', { node: desk.placeOf(desk.node() ?? ''), year: year() })}
        columns={columns(desk)}
        empty={t('events.empty')}
        summary={(n) => t('events.count', { n })}
        renew={renewEvents}
      />
    </div>
  );
};

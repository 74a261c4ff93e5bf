import { A, createAsync, useParams } from '@solidjs/router';
import { type Component, For, lazy, Show } from 'solid-js';
import { formatDate } from '../../lib/format.ts';
import { language, withWords } from '../../lib/i18n/i18n.ts';
import { LinkButton } from '../../ui/button.tsx';
import { DescriptionList, type Fact } from '../../ui/facts.tsx';
import { Notice, StatusTag } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { EmptyState, LoadingState } from '../../ui/state.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { bookingsWords } from '../bookings/bookings.words.ts';
import { readCalendar } from '../queries.ts';
import { today } from '../shell/days.ts';
import { useDesk } from '../shell/desk.ts';
import { SlotBoundary } from '../shell/desk-boundary.tsx';
import { ClosureAction, WithdrawAction } from './actions/closure.actions.tsx';
import { DetailsAction } from './actions/details.action.tsx';
import { KeeperAction } from './actions/keeper.action.tsx';
import { EndingAction, LaunchAction } from './actions/life.actions.tsx';
import { PhotosAction } from './actions/photos.action.tsx';
import { RoomsAction } from './actions/rooms.action.tsx';
import { periodWords, StopTimetableAction, TimetableAction } from './actions/timetable.actions.tsx';
import { VenueIssues } from './venue-issues.tsx';
import { duration, moment, number, OpenNowTag, spansWords } from './venue-marks.tsx';
import { VenuePhotos } from './venue-photos.tsx';
import { VenueWeek } from './venue-week.tsx';
import { readVenue, type VenueView } from './venues.queries.ts';
import { venuesWords } from './venues.words.ts';
import { WeekFigures } from './week-figures.tsx';
import './venues.css';

const { t } = venuesWords;
const ClosedPlans = lazy(withWords([bookingsWords], () => import('../bookings/closed-rooms.tsx')));
const day = (date: string): string => formatDate(date, language());
const listed = (words: readonly string[]): string =>
  words.length === 0 ? t('none') : words.join(t('hours.and'));

interface Part {
  view: VenueView;
}

/** One venue: its week first, then what it is and how its hours are planned. */
export const VenuePage: Component = () => {
  const params = useParams<{ venue: string }>();
  const desk = useDesk();
  const view = createAsync(() => readVenue(params.venue));
  const year = createAsync(() => readCalendar(today().slice(0, 4)));
  return (
    <Show when={view()}>
      {(known) => (
        <article class="stack-large">
          <p class="no-print">
            <A href={desk.keepNode('/admin/venues')}>{t('venue.back')}</A>
          </p>
          <PageHeader title={known().name} lead={desk.placeOf(known().node)} />
          <p>
            <OpenNowTag venue={known()} year={year()} />
          </p>
          <Ended view={known()} />
          <Show when={known().mayKeep && known().state !== 'ended'}>
            <section class="row no-print" aria-label={t('venue.actions')}>
              <Show when={known().state === 'open'} fallback={<LaunchAction view={known()} />}>
                <LinkButton kind="main" href={`/admin/venues/${known().venue}/keeper`}>
                  {t('keeper.title')}
                </LinkButton>
              </Show>
              <ClosureAction view={known()} />
              <TimetableAction view={known()} />
              <DetailsAction view={known()} />
              <RoomsAction view={known()} />
              <PhotosAction view={known()} />
              <KeeperAction view={known()} />
              <EndingAction view={known()} />
            </section>
          </Show>
          <SlotBoundary fallback={<LoadingState />}>
            <VenueWeek view={known()} />
          </SlotBoundary>
          <div class="venue-columns">
            <Facts view={known()} />
            <Timetables view={known()} />
            <Closures view={known()} />
            <Rooms view={known()} />
            <VenuePhotos view={known()} />
          </div>
          <VenueIssues view={known()} />
        </article>
      )}
    </Show>
  );
};

const Ended: Component<Part> = (props) => {
  const ended = () => (props.view.state === 'ended' ? props.view.ended : undefined);
  return (
    <Show when={ended()}>
      {(how) => (
        <Notice tone="warn" title={t('ended.by', { name: how().by.name, when: moment(how().at) })}>
          <p>{how().reason}</p>
        </Notice>
      )}
    </Show>
  );
};

const Facts: Component<Part> = (props) => {
  const facts = (): Fact[] => {
    const { view } = props;
    return [
      { term: t('list.kind'), value: t(`kind.${view.kind}`) },
      { term: t('fact.address'), value: view.address },
      { term: t('fact.phone'), value: view.phone ?? t('none') },
      { term: t('list.capacity'), value: number(view.capacity) },
      { term: t('list.keeper'), value: view.keeper?.name ?? t('none') },
      { term: t('fact.facilities'), value: listed(view.facilities.map((one) => t(`facility.${one}`))) },
      { term: t('fact.access'), value: listed(view.access.map((one) => t(`access.${one}`))) },
      { term: t('fact.position'), value: `${view.position.lat}, ${view.position.lng} (WGS-84)` },
    ];
  };
  return (
    <section class="stack" aria-labelledby="facts">
      <h2 id="facts">{t('facts')}</h2>
      <DescriptionList facts={facts()} />
    </section>
  );
};

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

const Timetables: Component<Part> = (props) => (
  <section class="stack" aria-labelledby="timetables">
    <h2 id="timetables">{t('timetables')}</h2>
    <Show when={props.view.timetables.length > 0} fallback={<EmptyState title={t('timetables.none')} />}>
      <For each={props.view.timetables}>
        {(timetable) => (
          <section class="stack keep-together" aria-label={timetable.name}>
            <h3>{timetable.name}</h3>
            <p class="soft">
              {periodWords(timetable.from, timetable.to)}
              {' · '}
              {t(`holidays.${timetable.holidays.rule}`)}
              {timetable.holidays.rule === 'spans' ? ` ${spansWords(timetable.holidays.spans)}` : ''}
            </p>
            <DescriptionList
              facts={weekdays.map((n) => ({
                term: t(`weekday.${n}`),
                value: spansWords(timetable.week[n - 1] ?? []),
              }))}
            />
            <WeekFigures week={timetable.week} kind={props.view.kind} />
            <Show
              when={
                props.view.mayKeep &&
                props.view.state !== 'ended' &&
                (timetable.to === undefined || timetable.to >= today())
              }
            >
              <p class="row no-print">
                <TimetableAction view={props.view} timetable={timetable} />
                <StopTimetableAction view={props.view} timetable={timetable} />
              </p>
            </Show>
          </section>
        )}
      </For>
    </Show>
  </section>
);

type Closure = VenueView['exceptions'][number];

const Closures: Component<Part> = (props) => {
  const days = ({ from, to }: Closure): string =>
    from === to ? day(from) : t('week.period', { from: day(from), to: day(to) });
  const ahead = () =>
    props.view.exceptions.filter(({ to }) => to >= today()).sort((a, b) => (a.from < b.from ? -1 : 1));
  const columns = (): readonly Column<Closure>[] => [
    { key: 'days', header: t('closure.days'), isRowHeader: true, cell: (one) => days(one) },
    {
      key: 'kind',
      header: t('closure.kind'),
      cell: (one) => (
        <>
          <StatusTag tone={one.kind === 'open' ? 'ok' : 'neutral'}>{t(`closure.${one.kind}`)}</StatusTag>
          <Show when={one.span}>{(span) => <span class="venue-sub">{spansWords([span()])}</span>}</Show>
          <Show when={one.short}>
            <StatusTag tone="warn">{t('closure.was-short')}</StatusTag>
          </Show>
        </>
      ),
    },
    { key: 'reason', header: t('closure.reason'), cell: ({ reason }) => reason },
    {
      key: 'withdraw',
      header: t('venue.actions'),
      cell: (one) => (
        <Show when={props.view.mayKeep && props.view.state !== 'ended'} fallback={t('none')}>
          <WithdrawAction view={props.view} no={one.no} days={days(one)} />
        </Show>
      ),
    },
  ];
  return (
    <section class="stack" aria-labelledby="closures">
      <h2 id="closures">{t('closures')}</h2>
      <Show when={ahead().length > 0} fallback={<p class="soft">{t('closures.none')}</p>}>
        <Table caption={t('closures')} captionHidden columns={columns()} rows={ahead()} />
      </Show>
      <SlotBoundary>
        <ClosedPlans view={props.view} />
      </SlotBoundary>
    </section>
  );
};

const roomColumns = (): readonly Column<VenueView['rooms'][number]>[] => [
  { key: 'name', header: t('room.name'), isRowHeader: true, cell: ({ name }) => name },
  { key: 'capacity', header: t('list.capacity'), align: 'end', cell: ({ capacity }) => number(capacity) },
  {
    key: 'booking',
    header: t('room.booking'),
    cell: ({ bookable, approval }) =>
      bookable ? t(approval ? 'room.approval' : 'room.at-once') : t('room.not-bookable'),
  },
  { key: 'longest', header: t('room.longest'), cell: ({ longest }) => duration(longest) },
];

const Rooms: Component<Part> = (props) => (
  <section class="stack" aria-labelledby="rooms">
    <h2 id="rooms">{t('rooms')}</h2>
    <Show when={props.view.rooms.length > 0} fallback={<p class="soft">{t('rooms.none')}</p>}>
      <Table caption={t('rooms')} captionHidden columns={roomColumns()} rows={props.view.rooms} />
    </Show>
  </section>
);

import { A, createAsync, revalidate, useParams } from '@solidjs/router';
import { type Component, ErrorBoundary, For, Show, Suspense } from 'solid-js';
import { formatDate, formatNumber } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { DescriptionList, type Fact } from '../../ui/facts.tsx';
import { Notice, StatusTag } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { ErrorState, LoadingState } from '../../ui/state.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { codeOf } from '../messages/messages.ts';
import { cultureWords, venueWords } from '../public.words.ts';
import { refusalMessage } from './culture.messages.ts';
import { Feed } from './feed.tsx';
import { ListedItem } from './listed-date.tsx';
import { Pictures } from './pictures.tsx';
import { picturesOfVenue, venueData } from './schema-org.ts';
import { StructuredData } from './structured-data.tsx';
import { type DayLine, openStateOf, openWords, weekOf } from './venue-hours.ts';
import { readVenue, readVenueSessions, type Venue } from './venues.queries.ts';
import './culture.css';

const { t } = venueWords;
const { t: ofCulture } = cultureWords;

const periodOf = ({ from, to, span }: Venue['exceptions'][number]): string => {
  const days = from === to ? [from] : [from, to];
  const hours = span ? [`${span.from}–${span.to}`] : [];
  return [days.map((day) => formatDate(day, language())).join('–'), ...hours].join(' ');
};

const dayColumns = (): Column<DayLine>[] => [
  {
    key: 'day',
    header: t('venue.hours.day'),
    isRowHeader: true,
    cell: ({ day, isToday }) => (
      <>
        <time datetime={day}>{formatDate(day, language())}</time> {isToday ? `（${t('day.today')}）` : ''}
      </>
    ),
  },
  {
    key: 'hours',
    header: t('venue.hours.time'),
    cell: ({ hours, note }) => (
      <>
        {hours} <Show when={note}>{(why) => <span class="soft">{t(`note.${why()}`)}</span>}</Show>
      </>
    ),
  },
];

const Hours: Component<{ venue: Venue }> = (props) => {
  const state = () => openStateOf(props.venue, props.venue);
  return (
    <section class="stack">
      <h2>{t('venue.hours')}</h2>
      <p>
        <StatusTag tone={state().open ? 'ok' : 'neutral'}>
          {t(state().open ? 'state.open' : 'state.closed')}
        </StatusTag>{' '}
        {openWords(state(), props.venue.asOf)}
      </p>
      <Table
        caption={t('venue.hours')}
        captionHidden
        columns={dayColumns()}
        rows={weekOf(props.venue, props.venue)}
      />
      <Show when={props.venue.exceptions.length > 0}>
        <h3>{t('venue.changes')}</h3>
        <ul class="plain-list">
          <For each={props.venue.exceptions}>
            {(exception) => (
              <li>
                {t(`venue.change.${exception.kind}`, {
                  period: periodOf(exception),
                  reason: exception.reason,
                })}
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  );
};

const Rooms: Component<{ venue: Venue }> = (props) => (
  <Show when={props.venue.rooms.some(({ bookable }) => bookable)}>
    <section class="stack no-print">
      <h2>{t('venue.rooms')}</h2>
      <ul class="plain-list">
        <For each={props.venue.rooms.filter(({ bookable }) => bookable)}>
          {(room) => (
            <li>
              <A href={`/culture/venues/${props.venue.venue}/rooms/${room.no}`}>
                {t('venue.room.book', { name: room.name })}
              </A>{' '}
              <span class="soft">
                {t('venue.room.people', { count: formatNumber(room.capacity, language()) })}
                {room.approval ? ` · ${t('venue.room.approval')}` : ''}
              </span>
            </li>
          )}
        </For>
      </ul>
    </section>
  </Show>
);

/** Read for itself: that it can't be read takes nothing else off the page. */
const OnHere: Component<{ venue: string }> = (props) => {
  const sessions = createAsync(() => readVenueSessions(props.venue));
  return (
    <section class="stack">
      <h2>{t('venue.on')}</h2>
      <ErrorBoundary
        fallback={(thrown, reset) => (
          <ErrorState
            text={refusalMessage(codeOf(thrown))}
            onRetry={() => void revalidate(readVenueSessions.key).then(reset)}
          />
        )}
      >
        <Suspense fallback={<LoadingState lines={3} />}>
          <Show when={sessions()}>
            {(known) => (
              <Show when={known().rows.length > 0} fallback={<p>{t('venue.on.none')}</p>}>
                <ul class="on-list">
                  <For each={known().rows}>{(date) => <ListedItem date={date} heading="h3" />}</For>
                </ul>
              </Show>
            )}
          </Show>
        </Suspense>
      </ErrorBoundary>
      <Feed path={`/api/public/venues/${props.venue}/calendar.ics`} label={t('venue.feed')} />
    </section>
  );
};

const factsOf = (venue: Venue): Fact[] => [
  { term: t('venue.address'), value: venue.address },
  ...(venue.phone === undefined
    ? []
    : [{ term: t('venue.phone'), value: <a href={`tel:${venue.phone}`}>{venue.phone}</a> }]),
  {
    term: t('venue.capacity'),
    value: t('venue.capacity.people', { count: formatNumber(venue.capacity, language()) }),
  },
  {
    term: t('venue.access'),
    value:
      venue.access.length === 0
        ? t('venue.access.none')
        : venue.access.map((feature) => t(`access.${feature}`)).join(t('day.and')),
  },
  ...(venue.facilities.length === 0
    ? []
    : [
        {
          term: t('venue.facilities'),
          value: venue.facilities.map((facility) => t(`facility.${facility}`)).join(t('day.and')),
        },
      ]),
];

const Particulars: Component<{ venue: Venue }> = (props) => (
  <div class="stack-large">
    <Show when={props.venue.state !== 'open'}>
      <Notice tone="warn" title={t(props.venue.state === 'planned' ? 'venue.planned' : 'venue.ended')} />
    </Show>
    <DescriptionList facts={factsOf(props.venue)} />
    <Show when={props.venue.state === 'open'}>
      <StructuredData data={venueData(props.venue)} />
      <Hours venue={props.venue} />
      <Pictures of={props.venue.name} addresses={picturesOfVenue(props.venue)} />
      <Rooms venue={props.venue} />
      <OnHere venue={props.venue.venue} />
    </Show>
  </div>
);

const VenuePage: Component = () => {
  const params = useParams<{ venue: string }>();
  const venue = createAsync(() => readVenue(params.venue));
  return (
    <div class="reading stack-large">
      <ErrorBoundary
        fallback={(thrown, reset) => (
          <>
            <PageHeader title={t('title')} />
            <ErrorState
              text={venueWords.find(`problem.${codeOf(thrown)}`) ?? refusalMessage(codeOf(thrown))}
              onRetry={() => void revalidate(readVenue.key).then(reset)}
            />
          </>
        )}
      >
        <Suspense fallback={<LoadingState lines={6} />}>
          <Show when={venue()}>
            {(known) => (
              <>
                <PageHeader title={known().name} lead={ofCulture(`kind.${known().kind}`)} />
                <Particulars venue={known()} />
              </>
            )}
          </Show>
        </Suspense>
      </ErrorBoundary>
      <p class="no-print">
        <A href="/culture/venues">{t('venue.all')}</A>
      </p>
    </div>
  );
};

export default VenuePage;

import { A, createAsync, useNavigate, useSearchParams } from '@solidjs/router';
import { type Component, createMemo, For, Show } from 'solid-js';
import { keepers } from '../../../../functions/bookings/bookings.actions.ts';
import { addDays, dayOfWeek, endOfDay, type LocalDate } from '../../../../functions/platform/runtime/time.ts';
import { formatDate } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { LinkButton } from '../../ui/button.tsx';
import { SelectField } from '../../ui/choice-field.tsx';
import { PageHeader, SubNav } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/state.tsx';
import { RoomTag } from '../bookings/booking-marks.tsx';
import { type RoomBookingView, readRooms } from '../bookings/bookings.queries.ts';
import { isPlace } from '../campaigns/place.ts';
import { dayIn, today } from '../shell/days.ts';
import { useDesk } from '../shell/desk.ts';
import { readProgrammeVenues, readVenueSessions, type SessionRow } from './programme.queries.ts';
import { programmeWords } from './programme.words.ts';
import { dayOf, SessionTag, timeOf } from './programme-marks.tsx';
import './programme.css';

const { t } = programmeWords;

const mondayOf = (day: LocalDate): LocalDate => addDays(day, 1 - dayOfWeek(day));
const daysFrom = (monday: LocalDate): readonly LocalDate[] =>
  [0, 1, 2, 3, 4, 5, 6].map((n) => addDays(monday, n));

interface Week {
  readonly sessions: readonly SessionRow[];
  readonly bookings: readonly RoomBookingView[];
}

/** More than a week of one venue's rooms holds. */
const mostPages = 10;

const readWeek = async (venue: string, monday: LocalDate): Promise<Week> => {
  const sunday = addDays(monday, 6);
  const bookings: RoomBookingView[] = [];
  let cursor: string | undefined;
  const sessions = readVenueSessions(venue, endOfDay(sunday));
  for (let pages = 0; pages < mostPages; pages++) {
    const page = await readRooms(venue, monday, cursor);
    bookings.push(...page.rows.filter(({ day }) => day <= sunday));
    cursor = page.next;
    if (cursor === undefined || page.rows.some(({ day }) => day > sunday)) break;
  }
  return { sessions: await sessions, bookings };
};

/** One week of a venue: what takes place there, and who has booked its rooms. */
export const VenueCalendarPage: Component = () => {
  const desk = useDesk();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const mayKeep = (): boolean => desk.holds(...keepers);
  const monday = (): LocalDate => mondayOf(dayIn(search['week']) ?? today());
  const venue = (): string | undefined => (typeof search['venue'] === 'string' ? search['venue'] : undefined);
  const hrefOf = (one: string | undefined, week: LocalDate): string =>
    desk.keepNode(
      `/admin/venue-calendar?${new URLSearchParams({ ...(one === undefined ? {} : { venue: one }), week })}`,
    );
  const venues = createAsync(async () => {
    const node = desk.node();
    return isPlace(node) ? readProgrammeVenues(node) : undefined;
  });
  const week = createAsync(async () => {
    const one = venue();
    return one === undefined ? undefined : readWeek(one, monday());
  });
  const weeks = () => [
    { label: t('calendar.previous'), day: addDays(monday(), -7) },
    { label: t('calendar.this'), day: mondayOf(today()) },
    { label: t('calendar.next'), day: addDays(monday(), 7) },
  ];
  return (
    <div class="stack">
      <PageHeader
        title={t('calendar.title')}
        lead={t('calendar.lead')}
        actions={
          <Show when={mayKeep() && venue()}>
            {(one) => (
              <LinkButton href={desk.keepNode(`/admin/call-list?venue=${one()}`)}>
                {t('calendar.calls')}
              </LinkButton>
            )}
          </Show>
        }
      />
      <Show when={venues()}>
        {(known) => (
          <SelectField
            name="venue"
            label={t('calendar.venue')}
            width="medium"
            emptyLabel={t('calendar.venue.choose')}
            options={known().map(({ venue: value, name }) => ({ value, label: name }))}
            value={venue() ?? ''}
            onChange={(value) =>
              navigate(hrefOf(value === '' ? undefined : value, monday()), { scroll: false })
            }
          />
        )}
      </Show>
      <SubNav
        label={t('calendar.turn')}
        items={weeks().map(({ label, day }) => ({
          label,
          href: hrefOf(venue(), day),
          current: day === monday(),
        }))}
      />
      <p>
        <strong>
          {t('calendar.week', {
            from: formatDate(monday(), language()),
            to: formatDate(addDays(monday(), 6), language()),
          })}
        </strong>
      </p>
      <Show when={week()} fallback={<EmptyState title={t('calendar.empty')} />}>
        {(known) => (
          <>
            <ol class="programme-week">
              <For each={daysFrom(monday())}>{(day) => <Day day={day} week={known()} />}</For>
            </ol>
            <p class="soft">{t('calendar.past')}</p>
          </>
        )}
      </Show>
    </div>
  );
};

type Entry =
  | { readonly at: string; readonly session: SessionRow }
  | { readonly at: string; readonly booking: RoomBookingView };

const stands = ({ state }: RoomBookingView): boolean => state === 'requested' || state === 'booked';

const Day: Component<{ day: LocalDate; week: Week }> = (props) => {
  const entries = createMemo((): readonly Entry[] => {
    const sessions = props.week.sessions.filter(({ from }) => dayOf(from) === props.day);
    const bookings = props.week.bookings.filter((each) => each.day === props.day && stands(each));
    const all: Entry[] = [
      ...sessions.map((session) => ({ at: session.from, session })),
      ...bookings.map((booking) => ({ at: booking.startsAt, booking })),
    ];
    return all.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  });
  return (
    <li class="stack">
      <h2>{formatDate(props.day, language())}</h2>
      <Show when={entries().length > 0} fallback={<p class="soft">{t('calendar.nothing')}</p>}>
        <ul>
          <For each={entries()}>
            {(entry) => (
              <li>
                {'session' in entry ? (
                  <SessionEntry row={entry.session} />
                ) : (
                  <BookingEntry row={entry.booking} />
                )}
              </li>
            )}
          </For>
        </ul>
      </Show>
    </li>
  );
};

const SessionEntry: Component<{ row: SessionRow }> = (props) => {
  const desk = useDesk();
  return (
    <>
      <span class="programme-sub">
        {t('calendar.session')} · {timeOf(props.row.from)}–{timeOf(props.row.to)}
      </span>
      <A href={desk.keepNode(`/admin/activities/${props.row.activity}`)}>{props.row.title}</A>
      <span class="programme-sub">{props.row.place}</span>
      <Show when={props.row.state !== 'planned'}>
        <SessionTag state={props.row.state} />
      </Show>
    </>
  );
};

const BookingEntry: Component<{ row: RoomBookingView }> = (props) => {
  const desk = useDesk();
  return (
    <>
      <span class="programme-sub">
        {t('calendar.room')} · {props.row.from}–{props.row.to} · {props.row.roomName}
      </span>
      <A href={desk.keepNode(`/admin/room-bookings/${props.row.reference}`)}>{props.row.purpose}</A>{' '}
      <RoomTag state={props.row.state} />
    </>
  );
};

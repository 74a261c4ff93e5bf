import { type Component, For, type JSX, Show } from 'solid-js';
import { formatReference } from '../../../../functions/platform/contract/reference.rules.ts';
import { formatDate, formatMoment } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import type { Fact } from '../../ui/facts.tsx';
import { bookingWords, cultureWords } from '../public.words.ts';
import type { Booking, Enrolment, RoomBooking } from './culture.queries.ts';

const { t } = bookingWords;

export const isCertain = ({ state }: Booking): boolean => state === 'confirmed' || state === 'booked';

export const stateWords = (booking: Booking): string =>
  booking.kind === 'room' ? t(`room.state.${booking.state}`) : t(`state.${booking.state}`);

const roomOf = ({ venueName: venue, roomName: room }: RoomBooking): string =>
  t('booking.room', { venue, room });

export const whatOf = (booking: Booking): string =>
  booking.kind === 'room' ? roomOf(booking) : booking.title;

const Dates: Component<{ dates: Enrolment['dates'] }> = (props) => (
  <ul class="bare-list">
    <For each={props.dates}>
      {(date) => (
        <li>
          <time datetime={date.from}>{formatMoment(date.from, language())}</time> {date.place}
          <Show when={date.calledOff && date.reason === undefined}> {cultureWords.t('on.cancelled')}</Show>
          <Show when={date.closed}>
            {(closed) => (
              <p class="closed-date">
                {t('booking.closed')}
                {closed().reason === undefined
                  ? ''
                  : ` · ${t('booking.closed.reason', { reason: closed().reason ?? '' })}`}
              </p>
            )}
          </Show>
          <Show when={date.reason}>
            {(reason) => (
              <p class="soft">
                {cultureWords.t(date.calledOff ? 'date.cancelled' : 'date.moved', { reason: reason() })}
              </p>
            )}
          </Show>
        </li>
      )}
    </For>
  </ul>
);

export const whenOf = (booking: Booking): JSX.Element =>
  booking.kind === 'room' ? (
    `${formatDate(booking.day, language())} ${booking.from}–${booking.to}`
  ) : (
    <Dates dates={booking.dates} />
  );

export const factsOf = (booking: Booking): Fact[] => [
  { term: t('done.reference'), value: formatReference(booking.reference) },
  { term: booking.kind === 'room' ? t('booking.where') : t('booking.what'), value: whatOf(booking) },
  ...(booking.kind === 'room'
    ? [{ term: t('room.purpose'), value: booking.purpose }]
    : [{ term: t('booking.name'), value: booking.name }]),
  { term: t('booking.dates'), value: whenOf(booking) },
  {
    term: t('booking.places'),
    value: String(booking.kind === 'room' ? booking.people : booking.places),
  },
];

/** How many are before somebody who waits. */
export const Rank: Component<{ booking: Booking }> = (props) => {
  const rank = () => (props.booking.kind === 'enrolment' ? props.booking.rank : undefined);
  return (
    <Show when={rank()}>
      {(known) => (
        <p>
          {known().more
            ? t('booking.rank.more', { n: known().before })
            : t('booking.rank', { n: known().before })}
        </p>
      )}
    </Show>
  );
};

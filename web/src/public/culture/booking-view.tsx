import { A } from '@solidjs/router';
import { type Component, createSignal, Show } from 'solid-js';
import { formatReference } from '../../../../functions/platform/contract/reference.rules.ts';
import { formatMoment } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { DeletedNotice } from '../../ui/deleted-notice.tsx';
import { confirm } from '../../ui/dialog.tsx';
import { ErrorSummary, type FieldMessage } from '../../ui/error-summary.tsx';
import { DescriptionList } from '../../ui/facts.tsx';
import type { Tone } from '../../ui/icons.tsx';
import { Alert, Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toast.tsx';
import { bookingWords } from '../public.words.ts';
import type { Pair } from '../track/track.pair.ts';
import { acceptPlace, askForFewer, cancelBooking } from './booking.acts.ts';
import { messagesOf } from './booking.messages.ts';
import { CalendarButton } from './booking-calendar.tsx';
import { factsOf, isCertain, Rank, stateWords } from './booking-facts.tsx';
import type { Booking, Enrolment, RoomBooking } from './culture.queries.ts';
import { Ticket } from './ticket.tsx';

const { t } = bookingWords;

const toneOf = (state: Booking['state']): Exclude<Tone, 'neutral'> => {
  if (state === 'confirmed' || state === 'booked') return 'ok';
  if (state === 'held') return 'warn';
  return state === 'waiting' || state === 'requested' ? 'info' : 'bad';
};

/** What is said about it besides how it stands. */
const Said: Component<{ booking: Booking }> = (props) => {
  const room = (): RoomBooking | undefined => (props.booking.kind === 'room' ? props.booking : undefined);
  const enrolment = (): Enrolment | undefined =>
    props.booking.kind === 'enrolment' ? props.booking : undefined;
  return (
    <>
      <Rank booking={props.booking} />
      <Show when={enrolment()?.heldUntil}>
        {(until) => <p>{t('booking.held', { when: formatMoment(until(), language()) })}</p>}
      </Show>
      <Show when={enrolment()?.mayCancel && enrolment()?.cutoffAt}>
        {(until) => <p>{t('booking.cutoff', { when: formatMoment(until(), language()) })}</p>}
      </Show>
      <Show when={enrolment()?.reason ?? room()?.note}>
        {(reason) => <p>{t('booking.reason', { reason: reason() })}</p>}
      </Show>
      <Show when={props.booking.mayCancel}>
        <p>{isCertain(props.booking) ? t('done.no-messages') : t('done.no-messages.waiting')}</p>
      </Show>
    </>
  );
};

/** The venue has closed for that time since: nobody may find out at its door. */
const Closed: Component<{ booking: RoomBooking }> = (props) => (
  <Show when={props.booking.closed}>
    {(closed) => (
      <Alert tone="bad" title={t('booking.closed')}>
        <Show when={closed().reason}>
          {(reason) => <p>{t('booking.closed.reason', { reason: reason() })}</p>}
        </Show>
        <p>{t('booking.closed.text')}</p>
        <p>
          <A href={`/culture/venues/${props.booking.venue}/rooms/${props.booking.room}`}>
            {t('booking.closed.other')}
          </A>
        </p>
      </Alert>
    )}
  </Show>
);

interface BookingViewProps {
  booking: Booking;
  pair: Pair;
  /** Reads it again. */
  changed: () => Promise<void>;
  another: () => void;
}

/** How a booking stands, and what its holder may do about it. */
export const BookingView: Component<BookingViewProps> = (props) => {
  const [messages, setMessages] = createSignal<readonly FieldMessage[]>([]);
  const [isBusy, setBusy] = createSignal(false);
  const [places, setPlaces] = createSignal('');
  const enrolment = (): Enrolment | undefined =>
    props.booking.kind === 'enrolment' ? props.booking : undefined;
  const room = (): RoomBooking | undefined => (props.booking.kind === 'room' ? props.booking : undefined);

  const act = async (task: () => Promise<unknown>, done: string): Promise<void> => {
    if (isBusy()) return;
    setBusy(true);
    setMessages([]);
    try {
      await task();
      showToast(done, 'ok');
    } catch (thrown) {
      setMessages(messagesOf(thrown));
    }
    // Refused or done, it stands as the service says.
    await props.changed();
    setBusy(false);
  };
  const { reference, code } = props.pair;
  const cancelLabel = (): string => (room() ? t('room.cancel') : t('booking.cancel'));
  const cancel = async (): Promise<void> => {
    const question = {
      title: room() ? t('room.cancel.title') : t('booking.cancel.title'),
      text: room() ? t('room.cancel.text') : t('booking.cancel.text'),
      confirmLabel: cancelLabel(),
      danger: true,
    };
    if (await confirm(question)) await act(() => cancelBooking(reference, code), t('booking.cancelled'));
  };
  const shrink = (event: Event): void => {
    event.preventDefault();
    void act(() => askForFewer(reference, code, Number(places())), t('booking.fewer.done'));
  };

  return (
    <>
      <ErrorSummary errors={messages()} title={t('booking.failed')} />
      <PageHeader title={t('booking.title')} />
      <DeletedNotice at={props.booking.anonymisedAt} />
      <Notice tone={toneOf(props.booking.state)} title={stateWords(props.booking)}>
        <Said booking={props.booking} />
      </Notice>
      <Show when={room()}>{(booked) => <Closed booking={booked()} />}</Show>
      <Show when={enrolment()?.mayAccept}>
        <Button
          kind="main"
          busy={isBusy()}
          onPress={() => void act(() => acceptPlace(reference, code), t('booking.accepted'))}
        >
          {t('booking.accept')}
        </Button>
      </Show>
      <DescriptionList facts={factsOf(props.booking)} />
      <Show when={enrolment()?.ticket}>
        {(ticket) => (
          <section class="stack">
            <h2>{t('booking.ticket')}</h2>
            <Ticket text={ticket()} reference={formatReference(reference)} />
          </section>
        )}
      </Show>
      <Show when={enrolment()?.mayShrink}>
        <form class="stack no-print" noValidate onSubmit={shrink}>
          <TextField
            name="places"
            label={t('booking.fewer')}
            inputmode="numeric"
            width="short"
            value={places()}
            error={messages().find(({ name }) => name === 'places')?.message}
            onInput={setPlaces}
          />
          <div class="row">
            <Button type="submit" busy={isBusy()}>
              {t('booking.fewer.submit')}
            </Button>
          </div>
        </form>
      </Show>
      <div class="row no-print">
        <Show when={props.booking.mayCancel}>
          <Button kind="danger" busy={isBusy()} onPress={() => void cancel()}>
            {cancelLabel()}
          </Button>
        </Show>
        <CalendarButton pair={props.pair} />
        <Button onPress={() => window.print()}>{t('done.print')}</Button>
        <Button kind="quiet" onPress={props.another}>
          {t('booking.another')}
        </Button>
      </div>
    </>
  );
};

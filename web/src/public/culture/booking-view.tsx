import { type Component, createSignal, For, Show } from 'solid-js';
import { formatReference } from '../../../../functions/platform/contract/reference.rules.ts';
import { formatMoment } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { confirm } from '../../ui/dialog.tsx';
import { ErrorSummary, type FieldMessage } from '../../ui/error-summary.tsx';
import { DescriptionList, type Fact } from '../../ui/facts.tsx';
import type { Tone } from '../../ui/icons.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toast.tsx';
import { bookingWords, cultureWords } from '../public.words.ts';
import type { Pair } from '../track/track.pair.ts';
import { messagesOf } from './booking.messages.ts';
import type { Booking, Enrolment } from './culture.queries.ts';
import { acceptPlace, askForFewer, cancelBooking } from './enrolling.ts';
import { Ticket } from './ticket.tsx';

const { t } = bookingWords;

const toneOf = (state: Booking['state']): Exclude<Tone, 'neutral'> => {
  if (state === 'confirmed' || state === 'booked') return 'ok';
  if (state === 'held') return 'warn';
  return state === 'waiting' || state === 'requested' ? 'info' : 'bad';
};

const placesOfEnrolment = (booking: Enrolment): Fact[] => [
  { term: t('booking.what'), value: booking.title },
  { term: t('booking.name'), value: booking.name },
  { term: t('booking.places'), value: String(booking.places) },
  {
    term: t('booking.dates'),
    value: (
      <ul class="plain-list">
        <For each={booking.dates}>
          {(date) => (
            <li>
              <time datetime={date.from}>{formatMoment(date.from, language())}</time> {date.place}{' '}
              {date.calledOff ? cultureWords.t('on.cancelled') : ''}
            </li>
          )}
        </For>
      </ul>
    ),
  },
];

const factsOf = (booking: Booking): Fact[] => {
  const reference = { term: t('done.reference'), value: formatReference(booking.reference) };
  if (booking.kind === 'enrolment') return [reference, ...placesOfEnrolment(booking)];
  return [
    reference,
    {
      term: t('booking.what'),
      value: t('booking.room', { venue: booking.venueName, room: booking.roomName }),
    },
    { term: t('booking.dates'), value: formatMoment(booking.startsAt, language()) },
    { term: t('booking.places'), value: String(booking.people) },
  ];
};

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
  const cancel = async (): Promise<void> => {
    const question = {
      title: t('booking.cancel.title'),
      text: t('booking.cancel.text'),
      confirmLabel: t('booking.cancel'),
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
      <Notice tone={toneOf(props.booking.state)} title={t(`state.${props.booking.state}`)}>
        <Show when={enrolment()?.rank}>
          {(rank) => (
            <p>
              {rank().more
                ? t('booking.rank.more', { n: rank().before })
                : t('booking.rank', { n: rank().before })}
            </p>
          )}
        </Show>
        <Show when={enrolment()?.heldUntil}>
          {(until) => <p>{t('booking.held', { when: formatMoment(until(), language()) })}</p>}
        </Show>
        <Show when={enrolment()?.mayCancel && enrolment()?.cutoffAt}>
          {(until) => <p>{t('booking.cutoff', { when: formatMoment(until(), language()) })}</p>}
        </Show>
      </Notice>
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
            {t('booking.cancel')}
          </Button>
        </Show>
        <Button onPress={() => window.print()}>{t('done.print')}</Button>
        <Button kind="quiet" onPress={props.another}>
          {t('booking.another')}
        </Button>
      </div>
    </>
  );
};

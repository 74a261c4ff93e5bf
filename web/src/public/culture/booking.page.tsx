import { query, useLocation, useNavigate } from '@solidjs/router';
import { type Component, createMemo, createSignal, onMount, Show } from 'solid-js';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary, type FieldMessage } from '../../ui/error-summary.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { fieldMessage } from '../messages/messages.ts';
import { bookingWords } from '../public.words.ts';
import { checkPair } from '../track/track.check.ts';
import { type Pair, pairFromHash } from '../track/track.pair.ts';
import { messagesOf } from './booking.messages.ts';
import { BookingView } from './booking-view.tsx';
import { type Booking, readBooking } from './culture.queries.ts';

const { t } = bookingWords;

/** One's own booking: looked up by reference and code, which stay on this page and nowhere else. */
const BookingPage: Component = () => {
  const location = useLocation();
  const navigate = useNavigate();
  const [typed, setTyped] = createSignal<Pair>(pairFromHash(location.hash));
  const [found, setFound] = createSignal<{ readonly pair: Pair; readonly booking: Booking }>();
  const [messages, setMessages] = createSignal<readonly FieldMessage[]>([]);
  const [isBusy, setBusy] = createSignal(false);

  const lookUp = async (pair: Pair): Promise<void> => {
    setBusy(true);
    try {
      // A refusal is remembered for some seconds as well; who tries again means it.
      query.delete(readBooking.keyFor(pair.reference, pair.code));
      setFound({ pair, booking: await readBooking(pair.reference, pair.code) });
    } catch (thrown) {
      setMessages(messagesOf(thrown));
    } finally {
      setBusy(false);
    }
  };
  const start = (): void => {
    if (isBusy()) return;
    const checked = checkPair(typed());
    setMessages(
      checked.problems.map((problem) => ({
        name: problem.path,
        message: problem.code === 'field.required' ? t('booking.missing') : fieldMessage(problem),
      })),
    );
    if (checked.problems.length === 0) void lookUp(checked.pair);
  };
  onMount(() => {
    if (location.hash === '') return;
    // The code is a secret: it goes from the address into the form, and not into the browser's history.
    navigate(location.pathname, { replace: true, scroll: false });
    start();
  });
  const errorOf = createMemo(
    () =>
      (name: string): string | undefined =>
        messages().find((message) => message.name === name)?.message,
  );
  const submit = (event: Event): void => {
    event.preventDefault();
    start();
  };
  const forget = (): void => {
    setFound(undefined);
    setTyped({ reference: '', code: '' });
  };

  return (
    <div class="reading stack-large">
      <Show
        when={found()}
        fallback={
          <>
            <ErrorSummary errors={messages()} />
            <PageHeader title={t('booking.title')} lead={t('booking.lead')} />
            <form class="stack" noValidate onSubmit={submit}>
              <TextField
                name="reference"
                label={t('done.reference')}
                width="medium"
                autocomplete="off"
                value={typed().reference}
                error={errorOf()('reference')}
                onInput={(reference) => setTyped((before) => ({ ...before, reference }))}
              />
              <TextField
                name="code"
                label={t('done.code')}
                width="medium"
                autocomplete="off"
                value={typed().code}
                error={errorOf()('code')}
                onInput={(code) => setTyped((before) => ({ ...before, code }))}
              />
              <div class="row">
                <Button type="submit" kind="main" busy={isBusy()}>
                  {isBusy() ? t('booking.busy') : t('booking.submit')}
                </Button>
              </div>
            </form>
          </>
        }
      >
        {(known) => (
          <BookingView
            booking={known().booking}
            pair={known().pair}
            changed={() => lookUp(known().pair)}
            another={forget}
          />
        )}
      </Show>
    </div>
  );
};

export default BookingPage;

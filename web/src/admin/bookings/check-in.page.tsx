import { A, createAsync, useParams, useSearchParams } from '@solidjs/router';
import { type Component, createSignal, For, onCleanup, Show } from 'solid-js';
import * as v from 'valibot';
import { bookingsContract } from '../../../../functions/bookings/bookings.contract.ts';
import { ticketPrefix } from '../../../../functions/bookings/bookings.words.ts';
import { instantSchema } from '../../../../functions/platform/runtime/time.schemas.ts';
import { ApiProblem, call } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { Notice, type NoticeProps } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { codeOf, problemMessage } from '../messages/messages.ts';
import { useDesk } from '../shell/desk.ts';
import { dateWords, moment, whoWords } from './booking-marks.tsx';
import { readOfferOfSession, renewRosters } from './bookings.queries.ts';
import { bookingsWords } from './bookings.words.ts';
import { canScan, type Scanner, startScanner } from './scanner.ts';
import './bookings.css';

const { t } = bookingsWords;
const row = bookingsContract.routes.checkIn;

const otherSessionSchema = v.object({ title: v.string(), from: instantSchema });

interface Outcome {
  readonly tone: NonNullable<NoticeProps['tone']>;
  readonly title: string;
  readonly text: string;
}

interface Admitted {
  readonly reference: string;
  readonly text: string;
}

const refused = (thrown: unknown): Outcome => {
  const code = codeOf(thrown);
  const other = v.safeParse(otherSessionSchema, thrown instanceof ApiProblem ? thrown.current : undefined);
  if (code === 'booking.other_session' && other.success) {
    const { title, from } = other.output;
    return {
      tone: 'bad',
      title: t('check-in.other'),
      text: t('check-in.other.text', { title, when: moment(from) }),
    };
  }
  return { tone: 'bad', title: t('check-in.bad'), text: problemMessage(code) };
};

/** What stands in the field or in a code: a ticket, or a reference somebody reads out. */
const bodyOf = (session: string, text: string): unknown =>
  text.trim().toUpperCase().startsWith(`${ticketPrefix}.`)
    ? { by: 'ticket', session, ticket: text }
    : { by: 'reference', session, reference: text };

/** At the door, on a phone: one ticket after another, each with a clear answer. */
export const CheckInPage: Component = () => {
  const params = useParams<{ session: string }>();
  const [search] = useSearchParams();
  const desk = useDesk();
  const offer = createAsync(() =>
    readOfferOfSession(params.session, typeof search['offer'] === 'string' ? search['offer'] : undefined),
  );
  const date = () => offer()?.dates.find(({ no }) => `${offer()?.activity}.${no}` === params.session);
  const [typed, setTyped] = createSignal('');
  const [busy, setBusy] = createSignal(false);
  const [outcome, setOutcome] = createSignal<Outcome>();
  const [admitted, setAdmitted] = createSignal<readonly Admitted[]>([]);

  /** @param wrong what to say of a text that can be no ticket and no reference. */
  const check = async (
    text: string,
    wrong: 'booking.ticket_invalid' | 'reference.invalid',
  ): Promise<void> => {
    if (busy()) return;
    const body = v.safeParse(row.body, bodyOf(params.session, text));
    if (!body.success) {
      setOutcome({ tone: 'bad', title: t('check-in.bad'), text: problemMessage(wrong) });
      return;
    }
    setBusy(true);
    try {
      const { body: done } = await call(row, { body: body.output });
      const told = { name: done.name, who: whoWords(done), places: done.places };
      setOutcome(
        done.already
          ? {
              tone: 'warn',
              title: t('check-in.already'),
              text: t('check-in.already.text', { name: done.name, when: moment(done.at) }),
            }
          : { tone: 'ok', title: t('check-in.ok'), text: t('check-in.ok.text', told) },
      );
      if (!done.already) {
        const words = { time: moment(done.at).slice(-5), name: done.name, places: done.places };
        setAdmitted((before) => [
          { reference: done.reference, text: t('check-in.list.one', words) },
          ...before.slice(0, 9),
        ]);
      }
      setTyped('');
      void renewRosters();
    } catch (thrown) {
      setOutcome(refused(thrown));
    } finally {
      setBusy(false);
    }
  };
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    void check(typed(), 'reference.invalid');
  };
  return (
    <Show when={offer()}>
      {(known) => (
        <article class="stack reading">
          <p>
            <A href={desk.keepNode(`/admin/rosters/${known().offer}`)}>{t('check-in.back')}</A>
          </p>
          <PageHeader title={t('check-in.title')} lead={known().title} />
          <Show when={date()}>{(on) => <p>{dateWords(on())}</p>}</Show>
          <Show when={date()?.calledOff}>
            <Notice tone="bad">{t('check-in.called-off')}</Notice>
          </Show>
          <Camera onCode={(text) => void check(text, 'booking.ticket_invalid')} />
          <form class="stack" noValidate onSubmit={send} aria-busy={busy()}>
            <TextField
              name="reference"
              label={t('check-in.label')}
              hint={t('check-in.hint')}
              autocomplete="off"
              width="medium"
              value={typed()}
              onInput={setTyped}
            />
            <Button type="submit" kind="main" busy={busy()}>
              {t('check-in.submit')}
            </Button>
          </form>
          <div class="check-in-result" role="status">
            <Show when={outcome()} keyed>
              {(known) => (
                <Notice tone={known.tone} title={known.title}>
                  <p>{known.text}</p>
                </Notice>
              )}
            </Show>
          </div>
          <Show when={admitted().length > 0}>
            <section class="stack" aria-labelledby="admitted">
              <h2 id="admitted">{t('check-in.list')}</h2>
              <ul>
                <For each={admitted()}>{({ text }) => <li>{text}</li>}</For>
              </ul>
            </section>
          </Show>
        </article>
      )}
    </Show>
  );
};

const Camera: Component<{ onCode: (text: string) => void }> = (props) => {
  const [scanner, setScanner] = createSignal<Scanner>();
  const [wanted, setWanted] = createSignal(false);
  const [refused, setRefused] = createSignal(false);
  const stop = (): void => {
    scanner()?.stop();
    setScanner(undefined);
    setWanted(false);
  };
  const start = async (video: HTMLVideoElement): Promise<void> => {
    try {
      const started = await startScanner(video, (text) => props.onCode(text));
      // Turned off again while the browser was asking for the camera.
      if (wanted()) setScanner(started);
      else started.stop();
    } catch {
      setRefused(true);
      stop();
    }
  };
  onCleanup(stop);
  return (
    <Show when={canScan()} fallback={<p class="soft">{t('check-in.camera.none')}</p>}>
      <Show when={wanted()}>
        <video
          class="check-in-camera"
          aria-label={t('check-in.camera.view')}
          muted
          playsinline
          ref={(video) => queueMicrotask(() => void start(video))}
        />
      </Show>
      <Show when={refused()}>
        <Notice tone="warn">{t('check-in.camera.refused')}</Notice>
      </Show>
      <p>
        <Show
          when={wanted()}
          fallback={
            <Button
              onPress={() => {
                setRefused(false);
                setWanted(true);
              }}
            >
              {t('check-in.camera')}
            </Button>
          }
        >
          <Button onPress={stop}>{t('check-in.camera.stop')}</Button>
        </Show>
      </p>
    </Show>
  );
};

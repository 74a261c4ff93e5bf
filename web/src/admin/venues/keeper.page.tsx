import { A, createAsync, useParams } from '@solidjs/router';
import { type Component, createSignal, For, Show } from 'solid-js';
import { addDays, type LocalDate } from '../../../../functions/platform/runtime/time.ts';
import { venuesContract } from '../../../../functions/venues/venues.contract.ts';
import { call } from '../../api/client.ts';
import { formatDate } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { confirm } from '../../ui/dialog.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { showToast } from '../../ui/toast.tsx';
import { CommandForm } from '../forms/command-form.tsx';
import { createSubmission } from '../forms/submission.ts';
import { today } from '../shell/days.ts';
import { TimeField } from './time-field.tsx';
import { timeIn } from './time-in.ts';
import { clock, spansWords } from './venue-marks.tsx';
import { type OpeningView, readOpenings, readVenue, renewHours } from './venues.queries.ts';
import { venuesWords } from './venues.words.ts';
import './venues.css';

const { t } = venuesWords;
const row = venuesContract.routes.opening;

/** Within this time after opening, a press on "close" was more likely the second half of a double tap. */
const doubtfulMilliseconds = 120_000;

/** For the phone of whoever stands at the door: one button, and what has to be known about today. */
export const KeeperPage: Component = () => {
  const params = useParams<{ venue: string }>();
  const venue = createAsync(() => readVenue(params.venue));
  const days = createAsync(() => readOpenings(params.venue, addDays(today(), -1), today()));
  const now = (): OpeningView | undefined => days()?.find(({ day }) => day === today());
  const forgotten = (): OpeningView | undefined => days()?.find(({ noClosing }) => noClosing);
  return (
    <Show when={venue()}>
      {(known) => (
        <div class="keeper">
          <PageHeader title={known().name} lead={formatDate(today(), language())} />
          <Show
            when={known().state === 'open' && known().mayKeep}
            fallback={<Notice>{t(known().mayKeep ? 'keeper.not-open' : 'keeper.not-yours')}</Notice>}
          >
            <Show when={forgotten()} fallback={<Show when={now()}>{(day) => <Tap day={day()} />}</Show>}>
              {(day) => <Forgotten day={day()} />}
            </Show>
          </Show>
          <p>
            <A href={`/admin/venues/${known().venue}`}>{t('keeper.all')}</A>
          </p>
        </div>
      )}
    </Show>
  );
};

const Tap: Component<{ day: OpeningView }> = (props) => {
  const since = (): string | undefined => props.day.spans.find(({ to }) => to === undefined)?.from;
  const what = (): 'open' | 'close' => (props.day.open ? 'close' : 'open');
  const submission = createSubmission({
    schema: row.body,
    fields: () => ({}),
    // Refused mostly because a colleague was faster: then the page shows what they did.
    send: (body, key) =>
      call(row, { params: { venue: props.day.venue }, body, key }).finally(() => void renewHours()),
    done: ({ body }) => showToast(t(body.open ? 'keeper.opened' : 'keeper.closed')),
  });
  const press = async (): Promise<void> => {
    const opened = since();
    const isDoubtful =
      opened !== undefined && Date.now() - Date.parse(opened) < doubtfulMilliseconds && what() === 'close';
    if (isDoubtful && !(await confirm({ title: t('keeper.sure'), confirmLabel: t('keeper.close') }))) return;
    await submission.submit({ what: what() });
  };
  return (
    <>
      <p class="keeper-state" role="status">
        <Show when={since()} fallback={t('keeper.is-closed')}>
          {(from) => t('keeper.open-since', { when: clock(from()) })}
        </Show>
      </p>
      <ErrorSummary errors={submission.summary()} />
      <div class="keeper-tap">
        <Button
          kind={props.day.open ? 'second' : 'main'}
          busy={submission.busy()}
          onPress={() => void press()}
        >
          {t(props.day.open ? 'keeper.close' : 'keeper.open')}
        </Button>
      </div>
      <section aria-labelledby="keeper-today">
        <h2 id="keeper-today">{t('keeper.today')}</h2>
        <p>{t('keeper.planned', { hours: spansWords(props.day.planned) })}</p>
        <ul>
          <For each={props.day.spans}>
            {({ from, to }) => (
              <li>
                {to === undefined
                  ? t('keeper.from', { from: clock(from) })
                  : t('keeper.from-to', { from: clock(from), to: clock(to) })}
              </li>
            )}
          </For>
        </ul>
      </section>
    </>
  );
};

const instantOn = (day: LocalDate, time: string): string => `${day}T${timeIn(time)}:00+08:00`;

/** Yesterday nobody recorded the closing: asked before anything else, with the planned time offered. */
const Forgotten: Component<{ day: OpeningView }> = (props) => {
  const [time, setTime] = createSignal(props.day.planned.at(-1)?.to ?? '');
  const submission = createSubmission({
    schema: row.body,
    fields: () => ({ at: t('keeper.forgotten.time') }),
    fieldOf: { 'venue.time_taken': 'at' },
    tell: ({ code }) => (code === 'time.invalid' ? t('keeper.time-wrong') : undefined),
    send: (body, key) =>
      call(row, { params: { venue: props.day.venue }, body, key }).finally(() => void renewHours()),
    done: () => showToast(t('keeper.forgotten.done')),
  });
  return (
    <Notice tone="warn" title={t('keeper.forgotten', { day: formatDate(props.day.day, language()) })}>
      <p>
        {t('keeper.open-since', {
          when: clock(props.day.spans.find(({ to }) => to === undefined)?.from ?? props.day.asOf),
        })}
      </p>
      <CommandForm
        submission={submission}
        body={() => ({ what: 'close', at: instantOn(props.day.day, time()) })}
        submitLabel={t('keeper.forgotten.send')}
      >
        <TimeField
          name="at"
          label={t('keeper.forgotten.time')}
          hint={t('time.hint')}
          value={time()}
          onInput={setTime}
          error={submission.errorOf('at')}
        />
      </CommandForm>
    </Notice>
  );
};

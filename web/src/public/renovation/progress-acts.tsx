import { type Component, createSignal, For, type JSX, lazy, Match, Show, Suspense, Switch } from 'solid-js';
import {
  type FollowUpMonth,
  followUpMonths,
  limits,
  satisfactionGrades,
  withdrawalReasons,
} from '../../../../functions/renovation/renovation.words.ts';
import { ApiProblem } from '../../api/client.ts';
import { formatDeadline } from '../../lib/format.ts';
import { language, withWords } from '../../lib/i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/choice-field.tsx';
import { confirm } from '../../ui/dialog.tsx';
import { ErrorSummary, type FieldMessage } from '../../ui/error-summary.tsx';
import { LoadingState } from '../../ui/state.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toast.tsx';
import { codeOf, fieldMessage, problemMessage } from '../messages/messages.ts';
import type { PhotoPickerProps } from '../photos/photo-picker.tsx';
import { createPhotoTray } from '../photos/photo-tray.ts';
import { photoWords, renovationProgressWords } from '../public.words.ts';
import type { Pair } from '../track/track.pair.ts';
import { own, type Progress } from './progress.queries.ts';

const { t } = renovationProgressWords;

/** What a refusal means for whoever looks up or acts, in the language now shown. */
export const refusalMessage = (code: string): string =>
  renovationProgressWords.find(`problem.${code}`) ?? problemMessage(code);

const messagesOf = (thrown: unknown): readonly FieldMessage[] =>
  thrown instanceof ApiProblem && thrown.errors.length > 0
    ? thrown.errors.map((problem) => ({ name: problem.path, message: fieldMessage(problem) }))
    : [{ name: '', message: refusalMessage(codeOf(thrown)) }];

export interface ActsProps {
  progress: Progress;
  pair: Pair;
  /** Reads it again. */
  changed: () => Promise<void>;
}

interface Act {
  readonly messages: () => readonly FieldMessage[];
  readonly errorOf: (name: string) => string | undefined;
  readonly isBusy: () => boolean;
  /** Sends, unless something is missing; then reads how it stands now. */
  readonly run: (missing: readonly FieldMessage[], task: () => Promise<unknown>) => Promise<void>;
}

const createAct = (props: ActsProps): Act => {
  const [messages, setMessages] = createSignal<readonly FieldMessage[]>([]);
  const [isBusy, setBusy] = createSignal(false);
  return {
    messages,
    isBusy,
    errorOf: (name) => messages().find((message) => message.name === name)?.message,
    run: async (missing, task) => {
      if (isBusy()) return;
      setMessages(missing);
      if (missing.length > 0) return;
      setBusy(true);
      try {
        await task();
        showToast(t('act.done'), 'ok');
      } catch (thrown) {
        if (codeOf(thrown) !== 'renovation.transition_not_allowed') {
          setMessages(messagesOf(thrown));
          setBusy(false);
          return;
        }
        showToast(refusalMessage(codeOf(thrown)), 'warn');
      }
      // Done, or overtaken: it stands otherwise now, and what was pressed is gone.
      await props.changed();
      setBusy(false);
      document.querySelector<HTMLElement>('main h1')?.focus();
    },
  };
};

const need = (name: string, text: string): readonly FieldMessage[] =>
  text.trim() === '' ? [{ name, message: t('act.missing') }] : [];
const choose = (name: string, text: string): readonly FieldMessage[] =>
  text === '' ? [{ name, message: t('act.choose') }] : [];

const ActForm: Component<{
  act: Act;
  title: string;
  send: string;
  danger?: boolean;
  onSend: () => void;
  children: JSX.Element;
}> = (props) => {
  const submit = (event: Event): void => {
    event.preventDefault();
    props.onSend();
  };
  return (
    <section class="own-act stack no-print">
      <h2>{props.title}</h2>
      <ErrorSummary errors={props.act.messages()} title={t('act.failed')} />
      <form class="stack" noValidate onSubmit={submit}>
        {props.children}
        <div class="step-actions">
          <Button type="submit" kind={props.danger ? 'danger' : 'main'} busy={props.act.isBusy()}>
            {props.act.isBusy() ? t('act.busy') : props.send}
          </Button>
        </div>
      </form>
    </section>
  );
};

/** Few need it, and it brings half as much again as the page. */
const LazyPicker = lazy(
  withWords([photoWords], async () => ({
    default: (await import('../photos/photo-picker.tsx')).PhotoPicker,
  })),
);
const PhotoPicker: Component<PhotoPickerProps> = (props) => (
  <Suspense fallback={<LoadingState lines={2} />}>
    <LazyPicker {...props} />
  </Suspense>
);

/** Kept by name, so that photos chosen before a reload are still there. */
const paperPhotos = createPhotoTray('renovation.papers', limits.photos);
const defectPhotos = createPhotoTray('renovation.defects', limits.photos);

const Papers: Component<ActsProps> = (props) => {
  const act = createAct(props);
  const [text, setText] = createSignal('');
  const send = () =>
    act.run(need('text', text()), async () => {
      await paperPhotos.retry();
      await own.papers(props.pair, { text: text(), photos: paperPhotos.ids() });
      paperPhotos.clear();
    });
  return (
    <ActForm act={act} title={t('papers.title')} send={t('papers.send')} onSend={() => void send()}>
      <p>{t('papers.list')}</p>
      <ul class="plain-list">
        <For each={props.progress.papers ?? []}>{(paper) => <li>{paper}</li>}</For>
      </ul>
      <TextArea
        name="text"
        label={t('papers.text')}
        hint={t('papers.text.hint')}
        limit={limits.text}
        value={text()}
        error={act.errorOf('text')}
        onInput={setText}
      />
      <PhotoPicker tray={paperPhotos} name="photos" label={t('papers.photos')} />
    </ActForm>
  );
};

const Agreement: Component<ActsProps> = (props) => {
  const act = createAct(props);
  const [answer, setAnswer] = createSignal('');
  const [note, setNote] = createSignal('');
  const isNo = (): boolean => answer() === 'no';
  const send = () =>
    act.run([...choose('agrees', answer()), ...(isNo() ? need('note', note()) : [])], () =>
      own.agreement(props.pair, { agrees: !isNo(), ...(isNo() ? { note: note() } : {}) }),
    );
  return (
    <ActForm act={act} title={t('agreement.title')} send={t('agreement.send')} onSend={() => void send()}>
      <RadioGroup
        name="agrees"
        label={t('agreement.label')}
        options={[
          { value: 'yes', label: t('agreement.yes') },
          { value: 'no', label: t('agreement.no') },
        ]}
        value={answer()}
        error={act.errorOf('agrees')}
        onChange={setAnswer}
      />
      <Show when={isNo()}>
        <TextArea
          name="note"
          label={t('agreement.note')}
          limit={limits.reason}
          value={note()}
          error={act.errorOf('note')}
          onInput={setNote}
        />
      </Show>
    </ActForm>
  );
};

const Signature: Component<ActsProps> = (props) => {
  const act = createAct(props);
  const [answer, setAnswer] = createSignal('');
  const [text, setText] = createSignal('');
  const isNo = (): boolean => answer() === 'no';
  const send = () =>
    act.run([...choose('done', answer()), ...(isNo() ? need('text', text()) : [])], async () => {
      if (isNo()) await defectPhotos.retry();
      await own.signature(
        props.pair,
        isNo() ? { done: false, text: text(), photos: defectPhotos.ids() } : { done: true },
      );
      defectPhotos.clear();
    });
  return (
    <ActForm act={act} title={t('signature.title')} send={t('signature.send')} onSend={() => void send()}>
      <RadioGroup
        name="done"
        label={t('signature.label')}
        options={[
          { value: 'yes', label: t('signature.yes') },
          { value: 'no', label: t('signature.no') },
        ]}
        value={answer()}
        error={act.errorOf('done')}
        onChange={setAnswer}
      />
      <Show when={isNo()}>
        <TextArea
          name="text"
          label={t('signature.text')}
          limit={limits.reason}
          value={text()}
          error={act.errorOf('text')}
          onInput={setText}
        />
        <PhotoPicker tray={defectPhotos} name="photos" label={t('signature.photos')} />
      </Show>
    </ActForm>
  );
};

const Rating: Component<ActsProps & { month: FollowUpMonth }> = (props) => {
  const act = createAct(props);
  const [grade, setGrade] = createSignal('');
  const [note, setNote] = createSignal('');
  const send = () =>
    act.run(choose('satisfaction', grade()), async () => {
      const satisfaction = satisfactionGrades.find((known) => String(known) === grade());
      if (satisfaction === undefined) return;
      const said = note().trim() === '' ? {} : { note: note() };
      await own.rating(props.pair, { month: props.month, satisfaction, ...said });
    });
  return (
    <ActForm
      act={act}
      title={t('rating.title', { month: props.month })}
      send={t('rating.send')}
      onSend={() => void send()}
    >
      <RadioGroup
        name="satisfaction"
        label={t('rating.label')}
        options={[...satisfactionGrades]
          .reverse()
          .map((value) => ({ value: String(value), label: t(`rating.${value}`) }))}
        value={grade()}
        error={act.errorOf('satisfaction')}
        onChange={setGrade}
      />
      <TextArea
        optional
        name="note"
        label={t('rating.note')}
        rows={3}
        limit={limits.reason}
        value={note()}
        error={act.errorOf('note')}
        onInput={setNote}
      />
    </ActForm>
  );
};

const Appeal: Component<ActsProps> = (props) => {
  const act = createAct(props);
  const [text, setText] = createSignal('');
  const send = () => act.run(need('text', text()), () => own.appeal(props.pair, { text: text() }));
  return (
    <ActForm act={act} title={t('appeal.title')} send={t('appeal.send')} onSend={() => void send()}>
      <Show when={props.progress.rejection}>
        {(rejection) => <p>{t('appeal.lead', { due: formatDeadline(rejection().appealBy, language()) })}</p>}
      </Show>
      <TextArea
        name="text"
        label={t('appeal.text')}
        limit={limits.text}
        value={text()}
        error={act.errorOf('text')}
        onInput={setText}
      />
    </ActForm>
  );
};

/** Behind a press of its own, and asked once more: it can't be taken back. */
const Withdrawal: Component<ActsProps> = (props) => {
  const act = createAct(props);
  const [isOpen, setOpen] = createSignal(false);
  const [reason, setReason] = createSignal('');
  const send = async (): Promise<void> => {
    const known = withdrawalReasons.find((one) => one === reason());
    const missing = choose('reason', known ?? '');
    const question = {
      title: t('withdrawal.sure'),
      text: t('withdrawal.lead'),
      confirmLabel: t('withdrawal.send'),
      danger: true,
    };
    if (missing.length === 0 && !(await confirm(question))) return;
    await act.run(missing, async () => {
      if (known) await own.withdrawal(props.pair, { reason: known });
    });
  };
  return (
    <Show
      when={isOpen()}
      fallback={
        <p class="no-print">
          <Button kind="quiet" onPress={() => setOpen(true)}>
            {t('withdrawal.open')}
          </Button>
        </p>
      }
    >
      <ActForm
        danger
        act={act}
        title={t('withdrawal.title')}
        send={t('withdrawal.send')}
        onSend={() => void send()}
      >
        <p>{t('withdrawal.lead')}</p>
        <RadioGroup
          name="reason"
          label={t('withdrawal.label')}
          options={withdrawalReasons.map((value) => ({ value, label: t(`withdrawal.${value}`) }))}
          value={reason()}
          error={act.errorOf('reason')}
          onChange={setReason}
        />
        <Button onPress={() => setOpen(false)}>{t('withdrawal.keep')}</Button>
      </ActForm>
    </Show>
  );
};

/** What the applicant is waited for; nothing where nothing is. */
export const DueActs: Component<ActsProps> = (props) => {
  const may = (action: Progress['actions'][number]): boolean => props.progress.actions.includes(action);
  const month = (): FollowUpMonth | undefined =>
    followUpMonths.find((known) =>
      props.progress.followUps.some((followUp) => followUp.open && followUp.month === known),
    );
  return (
    <Switch>
      <Match when={may('papers')}>
        <Papers {...props} />
      </Match>
      <Match when={may('agreement')}>
        <Agreement {...props} />
      </Match>
      <Match when={may('signature')}>
        <Signature {...props} />
      </Match>
      <Match when={may('rating') && month()}>{(known) => <Rating {...props} month={known()} />}</Match>
      <Match when={may('appeal')}>
        <Appeal {...props} />
      </Match>
    </Switch>
  );
};

export const LeaveAct: Component<ActsProps> = (props) => (
  <Show when={props.progress.actions.includes('withdrawal')}>
    <Withdrawal {...props} />
  </Show>
);

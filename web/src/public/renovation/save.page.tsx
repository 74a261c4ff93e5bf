import '../questions/questions.css';
import './renovation.css';
import { useNavigate } from '@solidjs/router';
import { type Component, createSignal, onMount, Show } from 'solid-js';
import { formatReference } from '../../../../functions/platform/contract/reference.rules.ts';
import { formatMoment } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { ErrorSummary, type FieldMessage } from '../../ui/error-summary.tsx';
import { Alert, Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { codeOf } from '../messages/messages.ts';
import { renovationWords } from '../public.words.ts';
import { prepareProof } from '../questions/proof.ts';
import { CodeSlip, formatCode } from './code-slip.tsx';
import { draft } from './renovation.draft.ts';
import { messagesOfRefusal } from './renovation.messages.ts';
import { linkTo } from './renovation.pair.ts';
import { pathOfStep, RESUME_PATH, START_PATH } from './renovation.paths.ts';
import { homePhotos, photoDays } from './renovation.photos.ts';
import { forgetSaved, leaveForm, type Saved, saved, saveForm } from './renovation.saving.ts';
import { firstUnanswered } from './renovation.steps.ts';

const { t } = renovationWords;

const SavedView: Component<{ saved: Saved }> = (props) => {
  const navigate = useNavigate();
  const until = (): string => formatMoment(props.saved.expiresAt, language());
  const reference = (): string => formatReference(props.saved.reference);
  const leave = (): void => {
    leaveForm();
    navigate(START_PATH);
  };
  return (
    <>
      <Notice tone="ok" title={t('save.done')}>
        <p>{t('save.not-sent')}</p>
        <p>{t('save.until', { when: until() })}</p>
        <Show when={homePhotos.photos().length > 0}>
          <p>{t('save.photos', { n: photoDays })}</p>
        </Show>
      </Notice>
      <p>{t('save.keep')}</p>
      <CodeSlip
        pair={props.saved}
        label={t('resume.reference')}
        text={t('save.file.text', {
          reference: reference(),
          code: formatCode(props.saved.code),
          when: until(),
          address: `${window.location.origin}${RESUME_PATH}`,
        })}
        fileName={t('save.file.name', { reference: reference() })}
      />
      <div class="row no-print">
        <Button onPress={leave}>{t('save.leave')}</Button>
      </div>
    </>
  );
};

/** Keeping an unfinished form online. Who comes here again has it brought up to date. */
export const SavePage: Component = () => {
  const [messages, setMessages] = createSignal<readonly FieldMessage[]>([]);
  const [isBusy, setBusy] = createSignal(false);
  const [isChanged, setChanged] = createSignal(false);
  const [isFresh, setFresh] = createSignal(false);

  const save = async (): Promise<void> => {
    if (isBusy()) return;
    setBusy(true);
    setMessages([]);
    setChanged(false);
    try {
      await saveForm();
      setFresh(true);
      // The button that was pressed is gone.
      document.querySelector<HTMLElement>('main h1')?.focus();
    } catch (thrown) {
      if (codeOf(thrown) === 'renovation.draft_changed') setChanged(true);
      else {
        // Gone meanwhile: what stands here can still be kept as a form of its own.
        if (codeOf(thrown) === 'renovation.draft_not_found') forgetSaved();
        setMessages(messagesOfRefusal(thrown).map(({ message }) => ({ name: '', message })));
      }
    } finally {
      setBusy(false);
    }
  };
  const saveAsNew = (): void => {
    forgetSaved();
    void save();
  };
  onMount(() => {
    if (saved()) void save();
    else prepareProof();
  });
  return (
    <div class="step stack-large">
      <ErrorSummary errors={messages()} title={t('save.failed')} />
      <PageHeader title={t('save.title')} />
      <Show
        when={!isChanged()}
        fallback={
          <Alert tone="warn">
            <div class="stack">
              <p>{t('save.changed')}</p>
              <div class="row">
                <Button onPress={saveAsNew}>{t('save.new')}</Button>
                <Show when={saved()}>
                  {(known) => <LinkButton href={linkTo(RESUME_PATH, known())}>{t('save.theirs')}</LinkButton>}
                </Show>
              </div>
            </div>
          </Alert>
        }
      >
        <Show
          when={isFresh() && saved()}
          fallback={
            <>
              <p>{t('save.what')}</p>
              <Show when={homePhotos.photos().length > 0}>
                <p>{t('save.photos', { n: photoDays })}</p>
              </Show>
              <div class="step-actions">
                <Button kind="main" busy={isBusy()} onPress={() => void save()}>
                  {isBusy() ? t('save.busy') : t('save.do')}
                </Button>
              </div>
            </>
          }
        >
          {(known) => <SavedView saved={known()} />}
        </Show>
      </Show>
      <div class="row no-print">
        <LinkButton href={pathOfStep(firstUnanswered(draft()))}>{t('save.back')}</LinkButton>
      </div>
      <span class="visually-hidden" role="status">
        {isFresh() ? t('save.done') : ''}
      </span>
    </div>
  );
};

import { type Component, createSignal, For, type JSX, Show } from 'solid-js';
import { unreachable } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import type { FieldMessage } from '../../ui/error-summary.tsx';
import { Alert, Notice } from '../../ui/notice.tsx';
import { codeOf } from '../messages/messages.ts';
import { PhotoPreview } from '../photos/photo-picker.tsx';
import type { PhotoTray } from '../photos/photo-tray.ts';
import { sendingWords } from '../public.words.ts';
import { QuestionPage } from './question-page.tsx';

const { t } = sendingWords;

interface SendPageProps {
  service: string;
  /** How many pages are asked, this one the last. */
  of: number;
  backHref: string | undefined;
  tray: PhotoTray;
  isFrozen: boolean;
  label: string;
  /** Afterwards there is a receipt, and the guard around the form leads to it. */
  send: () => Promise<void>;
  /** What a refusal objects to, each at the step it can be put right on. */
  messagesOf: (thrown: unknown) => readonly FieldMessage[];
  footer?: JSX.Element;
  /** The answers. */
  children: JSX.Element;
}

/** The last page of a form: its answers once more, and sending them; pressed again, nothing is sent twice. */
export const SendPage: Component<SendPageProps> = (props) => {
  const [sending, setSending] = createSignal<'photos' | 'form'>();
  const [failure, setFailure] = createSignal<readonly FieldMessage[]>([]);
  const [isAnswerLost, setAnswerLost] = createSignal(false);
  const [asksAboutPhotos, setAsksAboutPhotos] = createSignal(false);

  const haveArrived = async (): Promise<boolean> => {
    if (props.tray.unsent().length === 0 || props.isFrozen) return true;
    setSending('photos');
    await props.tray.retry();
    return props.tray.unsent().length === 0;
  };

  const send = async (withoutUnsent: boolean): Promise<void> => {
    if (sending() !== undefined) return;
    setFailure([]);
    setAsksAboutPhotos(false);
    try {
      if (!withoutUnsent && !(await haveArrived())) {
        setAsksAboutPhotos(true);
        return;
      }
      setSending('form');
      await props.send();
    } catch (thrown) {
      setAnswerLost(props.isFrozen && codeOf(thrown) === unreachable);
      setFailure(props.messagesOf(thrown));
    } finally {
      setSending(undefined);
    }
  };

  const busy = (): string | undefined => {
    const now = sending();
    return now === undefined ? undefined : t(`sending.${now}`);
  };
  return (
    <QuestionPage
      service={props.service}
      n={props.of}
      of={props.of}
      backHref={props.isFrozen ? undefined : props.backHref}
      title={t('title')}
      errors={failure()}
      errorsTitle={isAnswerLost() ? t('frozen.title') : t('failed.title')}
      onSubmit={() => void send(false)}
      label={props.label}
      busy={busy()}
      footer={<Show when={!props.isFrozen}>{props.footer}</Show>}
    >
      {props.children}
      <Show when={props.isFrozen && sending() === undefined}>
        <Notice tone="warn">{t('frozen.text')}</Notice>
      </Show>
      <Show when={asksAboutPhotos()}>
        <Alert tone="warn" title={t('unsent.title', { n: props.tray.unsent().length })}>
          <div class="stack">
            <p>{t('unsent.text')}</p>
            <Button onPress={() => void send(true)}>{t('unsent.without')}</Button>
          </div>
        </Alert>
      </Show>
    </QuestionPage>
  );
};

/** The photos that go with the answers, as the last page shows them. */
export const PhotoList: Component<{ tray: PhotoTray }> = (props) => (
  <Show when={props.tray.photos().length > 0} fallback={t('photos.none')}>
    {t('photos.some', { n: props.tray.photos().length })}
    <ul class="photos">
      <For each={props.tray.photos()}>
        {(photo) => (
          <li class="photo" data-small="">
            <PhotoPreview photo={photo} />
            <Show when={photo.thumbnail === ''}>
              <p class="photo-name">{photo.fileName}</p>
            </Show>
          </li>
        )}
      </For>
    </ul>
  </Show>
);

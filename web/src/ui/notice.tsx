import { type Component, createSignal, type JSX, onCleanup, Show } from 'solid-js';
import { commonWords } from '../lib/i18n/common.words.ts';
import { type Tone, ToneShape } from './icons.tsx';
import './notice.css';

const { t } = commonWords;

export interface NoticeProps {
  tone?: Exclude<Tone, 'neutral'> | undefined;
  title?: string | undefined;
  children?: JSX.Element;
}

const NoticeBody: Component<NoticeProps> = (props) => (
  <>
    <ToneShape tone={props.tone ?? 'info'} />
    <div>
      <span class="visually-hidden">{t(`tone.${props.tone ?? 'info'}`)} </span>
      <Show when={props.title}>{(title) => <p class="notice-title">{title()}</p>}</Show>
      {props.children}
    </div>
  </>
);

/** Something to know, where it stands. */
export const Notice: Component<NoticeProps> = (props) => (
  <div class="notice" data-tone={props.tone ?? 'info'}>
    <NoticeBody {...props} />
  </div>
);

/** Something that has just happened and can't wait; read aloud at once. */
export const Alert: Component<NoticeProps> = (props) => (
  <div class="notice" data-tone={props.tone ?? 'bad'} role="alert">
    <NoticeBody {...props} tone={props.tone ?? 'bad'} />
  </div>
);

/** A status as a shape and a word; the colour only repeats them. */
export const StatusTag: Component<{ tone: Tone; children: JSX.Element }> = (props) => (
  <span class="tag" data-tone={props.tone}>
    <ToneShape tone={props.tone} />
    {props.children}
  </span>
);

/** Shown while the browser knows it has no network. */
export const OfflineBanner: Component = () => {
  const [online, setOnline] = createSignal(navigator.onLine);
  const read = (): void => {
    setOnline(navigator.onLine);
  };
  window.addEventListener('online', read);
  window.addEventListener('offline', read);
  onCleanup(() => {
    window.removeEventListener('online', read);
    window.removeEventListener('offline', read);
  });
  return (
    <div role="status">
      <Show when={!online()}>
        <p class="offline">{t('state.offline')}</p>
      </Show>
    </div>
  );
};

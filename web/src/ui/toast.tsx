import { type Component, createSignal, For } from 'solid-js';
import { commonWords } from '../lib/i18n/common.words.ts';
import { Button } from './button.tsx';
import { type Tone, ToneShape } from './icons.tsx';
import './notice.css';

const { t } = commonWords;

const SHOWN_FOR_MS = 10_000;

interface Toast {
  message: string;
  tone: Tone;
}

const [toasts, setToasts] = createSignal<readonly Toast[]>([]);
const dismiss = (toast: Toast): void => {
  setToasts((shown) => shown.filter((other) => other !== toast));
};

/** Confirms in passing what has happened. Never the only place it can be read; what is bad stays until dismissed. */
export const showToast = (message: string, tone: Tone = 'ok'): void => {
  const toast = { message, tone };
  setToasts((shown) => [...shown, toast]);
  if (tone !== 'bad') setTimeout(() => dismiss(toast), SHOWN_FOR_MS);
};

/** Once per tree, at its root: screen readers only hear live regions that were there before the news. */
export const ToastHost: Component = () => (
  <div class="toasts" role="status" aria-live="polite">
    <For each={toasts()}>
      {(toast) => (
        <div class="toast" data-tone={toast.tone}>
          <ToneShape tone={toast.tone} />
          <p>{toast.message}</p>
          <Button kind="quiet" onPress={() => dismiss(toast)}>
            {t('dialog.close')}
          </Button>
        </div>
      )}
    </For>
  </div>
);

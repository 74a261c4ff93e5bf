import { type Component, createEffect, createSignal, createUniqueId, type JSX, Show } from 'solid-js';
import { commonWords } from '../lib/i18n/common.words.ts';
import { Button } from './button.tsx';
import './dialog.css';

const { t } = commonWords;

export interface DialogProps {
  open: boolean;
  /** Called when the reader leaves it by Escape; the owner then sets `open` to false. */
  onClose: () => void;
  title: string;
  wide?: boolean | undefined;
  children: JSX.Element;
}

/** The browser's own modal dialog: it keeps the focus inside and gives it back where it came from. */
export const Dialog: Component<DialogProps> = (props) => {
  const titleId = createUniqueId();
  let dialog: HTMLDialogElement | undefined;
  createEffect(() => {
    if (props.open) {
      if (!dialog?.open) dialog?.showModal();
    } else dialog?.close();
  });
  return (
    <dialog
      class="dialog"
      data-wide={props.wide ? '' : undefined}
      aria-labelledby={titleId}
      ref={(element) => (dialog = element)}
      onClose={() => props.onClose()}
    >
      <Show when={props.open}>
        <h2 id={titleId}>{props.title}</h2>
        <div class="dialog-body">{props.children}</div>
      </Show>
    </dialog>
  );
};

export interface Question {
  title: string;
  text?: string | undefined;
  confirmLabel?: string | undefined;
  /** The answer takes something away or can't be undone. */
  danger?: boolean | undefined;
}

interface Asked {
  question: Question;
  answer: (confirmed: boolean) => void;
}

const [asked, setAsked] = createSignal<Asked>();

const settle = (confirmed: boolean): void => {
  const open = asked();
  setAsked(undefined);
  open?.answer(confirmed);
};

/** Asks before something that matters. Resolves to false when the reader cancels, presses Escape, or another question takes its place. */
export const confirm = (question: Question): Promise<boolean> => {
  settle(false);
  return new Promise((answer) => setAsked({ question, answer }));
};

/** Once per tree, at its root: where `confirm` asks. */
export const ConfirmHost: Component = () => (
  <Dialog open={asked() !== undefined} onClose={() => settle(false)} title={asked()?.question.title ?? ''}>
    <div class="stack">
      <Show when={asked()?.question.text}>{(text) => <p>{text()}</p>}</Show>
      <div class="row">
        <Button kind={asked()?.question.danger ? 'danger' : 'main'} onPress={() => settle(true)}>
          {asked()?.question.confirmLabel ?? t('dialog.confirm')}
        </Button>
        <Button onPress={() => settle(false)}>{t('dialog.cancel')}</Button>
      </div>
    </div>
  </Dialog>
);

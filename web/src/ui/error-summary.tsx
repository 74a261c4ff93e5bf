import { type Component, createEffect, createUniqueId, For, on, Show } from 'solid-js';
import { commonWords } from '../lib/i18n/common.words.ts';
import { fieldId } from './field.tsx';
import './error-summary.css';

const { t } = commonWords;

export interface FieldMessage {
  /** The field's name; an empty one is about the form as a whole and links nowhere. */
  name: string;
  message: string;
}

export interface ErrorSummaryProps {
  /** A new list, after each try to send, takes the focus again. */
  errors: readonly FieldMessage[];
  title?: string | undefined;
}

const goTo = (event: MouseEvent, name: string): void => {
  const control = document.getElementById(fieldId(name));
  if (control === null) return;
  // Not left to the browser: the address must not change, and the label should be seen as well.
  event.preventDefault();
  control.closest('.field')?.scrollIntoView?.({ block: 'start' });
  control.focus({ preventScroll: true });
};

/** All that stands in the way of sending a form, above it, each leading to its field. Shows nothing when nothing does. */
export const ErrorSummary: Component<ErrorSummaryProps> = (props) => (
  <Show when={props.errors.length > 0}>
    <Summary {...props} />
  </Show>
);

const Summary: Component<ErrorSummaryProps> = (props) => {
  const titleId = createUniqueId();
  let box: HTMLDivElement | undefined;
  createEffect(
    on(
      () => props.errors,
      () => box?.focus(),
    ),
  );
  return (
    <div
      class="error-summary"
      role="alert"
      tabindex="-1"
      aria-labelledby={titleId}
      ref={(element) => (box = element)}
    >
      <h2 id={titleId}>{props.title ?? t('errors.title')}</h2>
      <ul>
        <For each={props.errors}>
          {(error) => (
            <li>
              <Show when={error.name !== ''} fallback={error.message}>
                <a href={`#${fieldId(error.name)}`} onClick={(event) => goTo(event, error.name)}>
                  {error.message}
                </a>
              </Show>
            </li>
          )}
        </For>
      </ul>
    </div>
  );
};

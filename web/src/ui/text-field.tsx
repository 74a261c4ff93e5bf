import { type Component, createSignal, createUniqueId, type JSX, Show } from 'solid-js';
import { commonWords } from '../lib/i18n/common.words.ts';
import { FieldFrame, type FieldProps, fieldId, wireControl } from './field.tsx';

const { t } = commonWords;

export interface TextFieldProps extends FieldProps {
  value?: string | undefined;
  onInput?: ((value: string) => void) | undefined;
  type?: 'text' | 'tel' | 'password' | 'search' | 'email' | undefined;
  inputmode?: 'text' | 'numeric' | 'tel' | 'search' | undefined;
  autocomplete?: string | undefined;
  /** As wide as the answer is long. */
  width?: 'short' | 'medium' | 'full' | undefined;
}

export const TextField: Component<TextFieldProps> = (props) => (
  <FieldFrame field={props}>
    <input
      class="control"
      id={fieldId(props.name)}
      name={props.name}
      type={props.type ?? 'text'}
      inputmode={props.inputmode}
      autocomplete={props.autocomplete}
      data-width={props.width}
      value={props.value ?? ''}
      onInput={(event) => props.onInput?.(event.currentTarget.value)}
      {...wireControl(props)}
    />
  </FieldFrame>
);

export interface DateFieldProps extends FieldProps {
  /** `YYYY-MM-DD` or empty. */
  value?: string | undefined;
  onInput?: ((value: string) => void) | undefined;
  /** `YYYY-MM-DD`, both included. */
  min?: string | undefined;
  max?: string | undefined;
}

export const DateField: Component<DateFieldProps> = (props) => {
  const withHint = (): FieldProps => ({
    name: props.name,
    label: props.label,
    hint: props.hint ?? t('field.date.hint'),
    error: props.error,
    optional: props.optional,
  });
  return (
    <FieldFrame field={withHint()}>
      <input
        class="control"
        id={fieldId(props.name)}
        name={props.name}
        type="date"
        min={props.min}
        max={props.max}
        data-width="short"
        value={props.value ?? ''}
        onInput={(event) => props.onInput?.(event.currentTarget.value)}
        {...wireControl(withHint())}
      />
    </FieldFrame>
  );
};

export interface TextAreaProps extends FieldProps {
  value?: string | undefined;
  onInput?: ((value: string) => void) | undefined;
  rows?: number | undefined;
  /** Most characters allowed. Typing past it is counted, not cut off: people paste first and shorten after. */
  limit?: number | undefined;
}

export const TextArea: Component<TextAreaProps> = (props) => {
  const countId = createUniqueId();
  const [length, setLength] = createSignal<number>();
  const input: JSX.EventHandler<HTMLTextAreaElement, InputEvent> = (event) => {
    setLength(event.currentTarget.value.length);
    props.onInput?.(event.currentTarget.value);
  };
  return (
    <FieldFrame field={props}>
      <textarea
        class="control"
        id={fieldId(props.name)}
        name={props.name}
        rows={props.rows ?? 5}
        value={props.value ?? ''}
        onInput={input}
        {...wireControl(props, props.limit === undefined ? undefined : countId)}
      />
      <Show when={props.limit}>
        {(limit) => (
          <Count id={countId} left={limit() - (length() ?? props.value?.length ?? 0)} limit={limit()} />
        )}
      </Show>
    </FieldFrame>
  );
};

const Count: Component<{ id: string; left: number; limit: number }> = (props) => {
  const words = (): string => {
    const n = Math.abs(props.left);
    return props.left < 0 ? t('field.over', { n }) : t('field.left', { n });
  };
  // Read aloud only near the end: a count at every key is noise.
  const spoken = (): boolean => props.left <= Math.max(10, props.limit * 0.05);
  return (
    <>
      <p class="field-count" id={props.id} data-over={props.left < 0 ? '' : undefined}>
        {words()}
      </p>
      <span class="visually-hidden" aria-live="polite">
        {spoken() ? words() : ''}
      </span>
    </>
  );
};

import { type Component, For, Show } from 'solid-js';
import { commonWords } from '../lib/i18n/common.words.ts';
import { FieldError, FieldFrame, type FieldProps, fieldId, GroupFrame, wireControl } from './field.tsx';

const { t } = commonWords;

export interface Option {
  value: string;
  label: string;
  hint?: string | undefined;
}
export interface OptionGroup {
  label: string;
  options: readonly Option[];
}

export interface SelectFieldProps extends FieldProps {
  options: readonly (Option | OptionGroup)[];
  value?: string | undefined;
  onChange?: ((value: string) => void) | undefined;
  width?: 'short' | 'medium' | 'full' | undefined;
  /** The words of the empty first option; an empty string leaves that option out. */
  emptyLabel?: string | undefined;
}

const SelectOption: Component<{ option: Option; chosen: string }> = (props) => (
  <option value={props.option.value} selected={props.option.value === props.chosen}>
    {props.option.label}
  </option>
);

export const SelectField: Component<SelectFieldProps> = (props) => {
  const chosen = (): string => props.value ?? '';
  const emptyLabel = (): string => props.emptyLabel ?? t('field.choose');
  return (
    <FieldFrame field={props}>
      <select
        class="control"
        id={fieldId(props.name)}
        name={props.name}
        data-width={props.width}
        onChange={(event) => props.onChange?.(event.currentTarget.value)}
        {...wireControl(props)}
      >
        <Show when={emptyLabel() !== ''}>
          <option value="" selected={chosen() === ''}>
            {emptyLabel()}
          </option>
        </Show>
        <For each={props.options}>
          {(entry) =>
            'options' in entry ? (
              <optgroup label={entry.label}>
                <For each={entry.options}>
                  {(option) => <SelectOption option={option} chosen={chosen()} />}
                </For>
              </optgroup>
            ) : (
              <SelectOption option={entry} chosen={chosen()} />
            )
          }
        </For>
      </select>
    </FieldFrame>
  );
};

export interface RadioGroupProps extends FieldProps {
  options: readonly Option[];
  value?: string | undefined;
  onChange?: ((value: string) => void) | undefined;
  /** Beside each other; for two or three short answers. */
  inline?: boolean | undefined;
}

export const RadioGroup: Component<RadioGroupProps> = (props) => (
  <GroupFrame field={props}>
    <div class="choices" data-inline={props.inline ? '' : undefined}>
      <For each={props.options}>
        {(option, index) => (
          <label class="choice">
            <input
              type="radio"
              // The error summary leads to the first answer.
              id={index() === 0 ? fieldId(props.name) : undefined}
              name={props.name}
              value={option.value}
              checked={props.value === option.value}
              onChange={() => props.onChange?.(option.value)}
            />
            <span class="choice-text">
              {option.label}
              <Show when={option.hint}>{(hint) => <span class="choice-hint">{hint()}</span>}</Show>
            </span>
          </label>
        )}
      </For>
    </div>
  </GroupFrame>
);

export interface CheckboxFieldProps extends FieldProps {
  checked?: boolean | undefined;
  onChange?: ((checked: boolean) => void) | undefined;
}

/** One yes or no; consent, for example. */
export const CheckboxField: Component<CheckboxFieldProps> = (props) => {
  const id = (): string => fieldId(props.name);
  return (
    <div class="field" data-invalid={props.error === undefined ? undefined : ''}>
      <Show when={props.error}>{(error) => <FieldError id={`${id()}-error`}>{error()}</FieldError>}</Show>
      <label class="choice">
        <input
          type="checkbox"
          id={id()}
          name={props.name}
          checked={props.checked ?? false}
          onChange={(event) => props.onChange?.(event.currentTarget.checked)}
          {...wireControl(props)}
        />
        <span class="choice-text">{props.label}</span>
      </label>
      <Show when={props.hint}>
        {(hint) => (
          <p class="hint" id={`${id()}-hint`}>
            {hint()}
          </p>
        )}
      </Show>
    </div>
  );
};

import { type Component, For } from 'solid-js';
import type { Option } from '../../ui/choice-field.tsx';
import { type FieldProps, fieldId, GroupFrame } from '../../ui/field.tsx';

export interface CheckboxGroupProps extends FieldProps {
  options: readonly Option[];
  values: readonly string[];
  onChange: (values: readonly string[]) => void;
}

/** Any number of answers to one question; kept in the order they are listed. */
export const CheckboxGroup: Component<CheckboxGroupProps> = (props) => {
  const toggle = (value: string, isOn: boolean): void => {
    const chosen = (option: Option): boolean =>
      option.value === value ? isOn : props.values.includes(option.value);
    props.onChange(props.options.filter(chosen).map((option) => option.value));
  };
  return (
    <GroupFrame field={props}>
      <div class="choices choices-grid">
        <For each={props.options}>
          {(option, index) => (
            <label class="choice">
              <input
                type="checkbox"
                // The error summary leads to the first answer.
                id={index() === 0 ? fieldId(props.name) : undefined}
                name={props.name}
                checked={props.values.includes(option.value)}
                onChange={(event) => toggle(option.value, event.currentTarget.checked)}
              />
              <span class="choice-text">{option.label}</span>
            </label>
          )}
        </For>
      </div>
    </GroupFrame>
  );
};

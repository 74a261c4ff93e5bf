import type { Component } from 'solid-js';
import { FieldFrame, type FieldProps, fieldId, wireControl } from '../../ui/field.tsx';

export interface TimeFieldProps extends FieldProps {
  /** `HH:MM` or empty. */
  value: string;
  onInput: (value: string) => void;
}

/** A time of day, written: `24:00`, which ends a day, is no time a browser's own picker knows. */
export const TimeField: Component<TimeFieldProps> = (props) => (
  <FieldFrame field={props}>
    <input
      class="control"
      id={fieldId(props.name)}
      name={props.name}
      inputmode="text"
      autocomplete="off"
      maxLength={5}
      placeholder="09:00"
      data-width="short"
      value={props.value}
      onInput={(event) => props.onInput(event.currentTarget.value)}
      {...wireControl(props)}
    />
  </FieldFrame>
);

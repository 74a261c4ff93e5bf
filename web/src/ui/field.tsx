import { type Component, type JSX, Show } from 'solid-js';
import { commonWords } from '../lib/i18n/common.words.ts';
import { ToneShape } from './icons.tsx';
import './field.css';

const { t } = commonWords;

/** What every field takes. `name` is the path the contract names in its errors. */
export interface FieldProps {
  name: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  /** Fields are needed unless this says otherwise, and then the label does too. */
  optional?: boolean | undefined;
}

/** The id of the control that answers for a name; the error summary's links point at it. */
export const fieldId = (name: string): string => `field-${name}`;
const hintId = (name: string): string => `${fieldId(name)}-hint`;
const errorId = (name: string): string => `${fieldId(name)}-error`;

/** Attributes that tie a control to its name, hint and error. */
export const wireControl = (props: FieldProps, alsoDescribedBy?: string) => {
  const described = [
    props.hint === undefined ? undefined : hintId(props.name),
    props.error === undefined ? undefined : errorId(props.name),
    alsoDescribedBy,
  ].filter((id) => id !== undefined);
  return {
    'aria-describedby': described.length === 0 ? undefined : described.join(' '),
    'aria-invalid': props.error === undefined ? undefined : ('true' as const),
  };
};

export const Hint: Component<{ id?: string | undefined; children: JSX.Element }> = (props) => (
  <p class="hint" id={props.id}>
    {props.children}
  </p>
);

export const FieldError: Component<{ id?: string | undefined; children: JSX.Element }> = (props) => (
  <p class="field-error" id={props.id}>
    <ToneShape tone="bad" />
    <span>
      <span class="visually-hidden">{t('field.error')}</span>
      {props.children}
    </span>
  </p>
);

const Optional: Component<{ when: boolean | undefined }> = (props) => (
  <Show when={props.when}>
    <span class="field-optional">{t('field.optional')}</span>
  </Show>
);

const HintAndError: Component<{ field: FieldProps }> = (props) => (
  <>
    <Show when={props.field.hint}>{(hint) => <Hint id={hintId(props.field.name)}>{hint()}</Hint>}</Show>
    <Show when={props.field.error}>
      {(error) => <FieldError id={errorId(props.field.name)}>{error()}</FieldError>}
    </Show>
  </>
);

/** Label, hint and error around one control. */
export const FieldFrame: Component<{ field: FieldProps; children: JSX.Element }> = (props) => (
  <div class="field" data-invalid={props.field.error === undefined ? undefined : ''}>
    <label class="field-label" for={fieldId(props.field.name)}>
      {props.field.label}
      <Optional when={props.field.optional} />
    </label>
    <HintAndError field={props.field} />
    {props.children}
  </div>
);

/** Legend, hint and error around several controls that answer one question. */
export const GroupFrame: Component<{ field: FieldProps; children: JSX.Element }> = (props) => (
  <fieldset
    class="field"
    data-invalid={props.field.error === undefined ? undefined : ''}
    aria-describedby={wireControl(props.field)['aria-describedby']}
  >
    <legend class="fieldset-legend">
      {props.field.label}
      <Optional when={props.field.optional} />
    </legend>
    <HintAndError field={props.field} />
    {props.children}
  </fieldset>
);

export interface FieldsetProps {
  legend: string;
  hint?: string | undefined;
  large?: boolean | undefined;
  children: JSX.Element;
}

/** Fields that belong together under one heading. */
export const Fieldset: Component<FieldsetProps> = (props) => (
  <fieldset class="fieldset">
    <legend class="fieldset-legend" data-size={props.large ? 'large' : undefined}>
      {props.legend}
    </legend>
    <Show when={props.hint}>{(hint) => <Hint>{hint()}</Hint>}</Show>
    {props.children}
  </fieldset>
);

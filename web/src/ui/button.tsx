import { A } from '@solidjs/router';
import type { Component, JSX } from 'solid-js';
import './button.css';

export type ButtonKind = 'main' | 'second' | 'quiet' | 'danger';

export interface ButtonProps {
  children: JSX.Element;
  kind?: ButtonKind | undefined;
  /** `button` unless told, so that a stray button never sends a form. */
  type?: 'button' | 'submit' | undefined;
  /** The action is under way: says so and swallows further presses, but stays focusable. */
  busy?: boolean | undefined;
  /** For a button whose words alone don't say what it acts on. */
  label?: string | undefined;
  name?: string | undefined;
  value?: string | undefined;
  onPress?: (() => void) | undefined;
}

export const Button: Component<ButtonProps> = (props) => {
  const press = (event: MouseEvent): void => {
    if (props.busy) event.preventDefault();
    else props.onPress?.();
  };
  return (
    <button
      class="button"
      type={props.type ?? 'button'}
      data-kind={props.kind ?? 'second'}
      aria-disabled={props.busy ? 'true' : undefined}
      aria-label={props.label}
      name={props.name}
      value={props.value ?? ''}
      onClick={press}
    >
      {props.children}
    </button>
  );
};

export interface LinkButtonProps {
  href: string;
  children: JSX.Element;
  kind?: ButtonKind | undefined;
}

/** Looks like a button, goes somewhere. */
export const LinkButton: Component<LinkButtonProps> = (props) => (
  <A class="button" href={props.href} data-kind={props.kind ?? 'second'}>
    {props.children}
  </A>
);

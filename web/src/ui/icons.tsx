import { type Component, type JSX, Match, Switch } from 'solid-js';

export type Tone = 'neutral' | 'info' | 'ok' | 'warn' | 'bad';

/** A shape for each tone, so that a status is told apart without its colour. */
export const ToneShape: Component<{ tone: Tone }> = (props) => (
  <Shape>
    <Switch fallback={<circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" stroke-width="2" />}>
      <Match when={props.tone === 'info'}>
        <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" stroke-width="2" />
        <path d="M8 1.5a6.5 6.5 0 0 1 0 13z" fill="currentColor" />
      </Match>
      <Match when={props.tone === 'ok'}>
        <path d="M2.5 8.5l4 4 7-8" fill="none" stroke="currentColor" stroke-width="2.5" />
      </Match>
      <Match when={props.tone === 'warn'}>
        <path d="M8 .8L15.8 15H.2zM7 5.6h2v4.6H7zm0 5.8h2v2H7z" fill="currentColor" fill-rule="evenodd" />
      </Match>
      <Match when={props.tone === 'bad'}>
        <path
          d="M4.7 0h6.6L16 4.7v6.6L11.3 16H4.7L0 11.3V4.7zM7 3h2v6H7zm0 8h2v2H7z"
          fill="currentColor"
          fill-rule="evenodd"
        />
      </Match>
    </Switch>
  </Shape>
);

const Shape: Component<{ children: JSX.Element }> = (props) => (
  <svg class="shape" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
    {props.children}
  </svg>
);

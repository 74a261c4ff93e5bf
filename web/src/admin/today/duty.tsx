import { A } from '@solidjs/router';
import type { Component, JSX } from 'solid-js';

/** As many rows of each list as fit beside the others; the rest is one press away. */
export const rowsShown = 6;

export interface DutyProps {
  title: string;
  count: string;
  isBad?: boolean | undefined;
  /** Where the rest is. */
  href: string;
  all: string;
  children: JSX.Element;
}

/** One list of what is to be seen to, with the way to all of it. */
export const Duty: Component<DutyProps> = (props) => (
  <section class="duty" data-tone={props.isBad ? 'bad' : undefined}>
    <h3>
      {props.title} <span class="duty-count">{props.count}</span>
    </h3>
    {props.children}
    <p>
      <A href={props.href}>{props.all}</A>
    </p>
  </section>
);

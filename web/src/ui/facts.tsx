import { type Component, createSignal, For, type JSX, Show } from 'solid-js';
import { commonWords } from '../lib/i18n/common.words.ts';
import { Button } from './button.tsx';
import { type Tone, ToneShape } from './icons.tsx';
import { StatusTag } from './notice.tsx';
import './facts.css';

const { t } = commonWords;

export interface Fact {
  term: string;
  value: JSX.Element;
  /** Something to do about this fact: a change link on a check-your-answers page. */
  action?: JSX.Element;
}

export const DescriptionList: Component<{ facts: readonly Fact[] }> = (props) => (
  <dl class="facts">
    <For each={props.facts}>
      {(fact) => (
        <div class="keep-together">
          <dt>{fact.term}</dt>
          <dd>{fact.value}</dd>
          <Show when={fact.action}>
            <dd>{fact.action}</dd>
          </Show>
        </div>
      )}
    </For>
  </dl>
);

export interface TimelineEntry {
  title: string;
  /** When, in words and for machines (RFC 3339). */
  when: string;
  instant: string;
  who?: string | undefined;
  tone?: Tone | undefined;
  body?: JSX.Element;
}

/** What happened to a case, in the order given. */
export const Timeline: Component<{ entries: readonly TimelineEntry[] }> = (props) => (
  <ol class="timeline">
    <For each={props.entries}>
      {(entry) => (
        <li class="keep-together" data-tone={entry.tone}>
          <ToneShape tone={entry.tone ?? 'neutral'} />
          <p class="timeline-title">{entry.title}</p>
          <p class="timeline-when">
            <time datetime={entry.instant}>{entry.when}</time>
            <Show when={entry.who}>{(who) => <> · {who()}</>}</Show>
          </p>
          {entry.body}
        </li>
      )}
    </For>
  </ol>
);

export type ClockState = 'running' | 'near' | 'late' | 'stopped';

const clockTones = {
  running: 'info',
  near: 'warn',
  late: 'bad',
  stopped: 'neutral',
} as const satisfies Record<ClockState, Tone>;

export interface ClockProps {
  state: ClockState;
  /** How much working time is left or over, already put in words; nothing is computed here. */
  remaining?: string | undefined;
  /** The deadline in words and for machines (RFC 3339). */
  due: string;
  instant: string;
  /** The deadline may still move because next year's calendar isn't loaded. */
  provisional?: boolean | undefined;
}

export const Clock: Component<ClockProps> = (props) => (
  <span class="clock" data-tone={clockTones[props.state]}>
    <StatusTag tone={clockTones[props.state]}>{t(`clock.${props.state}`)}</StatusTag>
    <Show when={props.remaining}>{(remaining) => <span class="clock-words">{remaining()}</span>}</Show>
    <span>
      {t('clock.due')}
      <time datetime={props.instant}>{props.due}</time>
    </span>
    <Show when={props.provisional}>
      <span class="clock-note">{t('clock.provisional')}</span>
    </Show>
  </span>
);

/** Copies a reference or a link, and says whether it worked. */
export const CopyButton: Component<{ text: string; label?: string | undefined }> = (props) => {
  const [outcome, setOutcome] = createSignal('');
  const copy = async (): Promise<void> => {
    try {
      // Absent on plain-http pages and refused in some in-app browsers: both end in the catch.
      await navigator.clipboard.writeText(props.text);
      setOutcome(t('copy.done'));
    } catch {
      setOutcome(t('copy.failed'));
    }
  };
  return (
    <span class="copy no-print">
      <Button onPress={() => void copy()}>{props.label ?? t('copy.do')}</Button>
      <span role="status" class="soft">
        {outcome()}
      </span>
    </span>
  );
};

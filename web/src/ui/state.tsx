import { type Component, For, type JSX, Show } from 'solid-js';
import { commonWords } from '../lib/i18n/common.words.ts';
import { Button } from './button.tsx';
import './state.css';

const { t } = commonWords;

export interface EmptyStateProps {
  title: string;
  /** Why it is empty and what one can do about it. */
  children?: JSX.Element;
}

export const EmptyState: Component<EmptyStateProps> = (props) => (
  <div class="state">
    <h2>{props.title}</h2>
    {props.children}
  </div>
);

export interface LoadingStateProps {
  label?: string | undefined;
  /** About as many lines as will come, so that the page doesn't jump. */
  lines?: number | undefined;
}

export const LoadingState: Component<LoadingStateProps> = (props) => (
  <div role="status" aria-busy="true">
    <span class="visually-hidden">{props.label ?? t('state.loading')}</span>
    <div class="skeleton" aria-hidden="true">
      <For each={Array.from({ length: props.lines ?? 4 })}>{() => <span />}</For>
    </div>
  </div>
);

export interface ErrorStateProps {
  title?: string | undefined;
  text?: string | undefined;
  /** Something an operator can search the logs for. */
  reference?: string | undefined;
  onRetry?: (() => void) | undefined;
}

export const ErrorState: Component<ErrorStateProps> = (props) => (
  <div class="state" data-tone="bad" role="alert">
    <h2>{props.title ?? t('state.failed')}</h2>
    <p>{props.text ?? t('state.failed.text')}</p>
    <Show when={props.reference}>{(reference) => <p class="soft">{reference()}</p>}</Show>
    <Show when={props.onRetry}>
      {(retry) => (
        <Button kind="main" onPress={retry()}>
          {t('state.retry')}
        </Button>
      )}
    </Show>
  </div>
);

import { query, useLocation } from '@solidjs/router';
import { type Component, createEffect, ErrorBoundary, type JSX, on, Suspense } from 'solid-js';
import { ErrorState, LoadingState } from '../../ui/state.tsx';
import { adminWords } from '../admin.words.ts';
import { codeOf, problemMessage } from '../messages/messages.ts';

const { t } = adminWords;

/** Around the pages of the desk: says why one could not be read, and lets go of it when another is opened. */
export const DeskBoundary: Component<{ children: JSX.Element }> = (props) => (
  <ErrorBoundary fallback={(error: unknown, reset) => <Failed error={error} reset={reset} />}>
    <Suspense fallback={<LoadingState lines={8} />}>{props.children}</Suspense>
  </ErrorBoundary>
);

const Failed: Component<{ error: unknown; reset: () => void }> = (props) => {
  const location = useLocation();
  const again = (): void => {
    // The failed answer is kept like any other; it must be asked for again.
    query.clear();
    props.reset();
  };
  createEffect(on(() => location.pathname + location.search, again, { defer: true }));
  return <ErrorState title={t('failed.title')} text={problemMessage(codeOf(props.error))} onRetry={again} />;
};

/** Around a slot of the bar: a figure that can't be had leaves the desk standing. */
export const SlotBoundary: Component<{ children: JSX.Element; fallback?: JSX.Element }> = (props) => (
  <ErrorBoundary fallback={props.fallback}>
    <Suspense fallback={props.fallback}>{props.children}</Suspense>
  </ErrorBoundary>
);

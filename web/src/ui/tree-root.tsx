import { type Component, ErrorBoundary, type JSX, Suspense } from 'solid-js';
import { followRoutes } from '../lib/route-focus.ts';
import { ConfirmHost } from './dialog.tsx';
import { OfflineBanner } from './notice.tsx';
import { SkipLink } from './page.tsx';
import { ErrorState, LoadingState } from './state.tsx';
import { ToastHost } from './toast.tsx';

/** What the root of either tree needs once: skip link, news, questions, and focus that follows the pages. */
export const TreeRoot: Component<{ children: JSX.Element }> = (props) => {
  followRoutes();
  return (
    <>
      <SkipLink />
      <OfflineBanner />
      {props.children}
      <ToastHost />
      <ConfirmHost />
    </>
  );
};

/** Around the pages inside a layout, so that a failing page leaves the way to the others standing. */
export const PageBoundary: Component<{ children: JSX.Element }> = (props) => (
  // Reloaded rather than reset: a page whose code failed to arrive is only fetched again by a new load.
  <ErrorBoundary fallback={<ErrorState onRetry={() => window.location.reload()} />}>
    <Suspense fallback={<LoadingState />}>{props.children}</Suspense>
  </ErrorBoundary>
);

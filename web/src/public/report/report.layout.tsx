import { type RouteSectionProps, useLocation, useNavigate } from '@solidjs/router';
import { type Component, createEffect, createMemo, onCleanup, onMount, Show } from 'solid-js';
import { draft } from './report.draft.ts';
import { retryPhotos, unsentPhotos } from './report.photos.ts';
import { prepareProof } from './report.proof.ts';
import { frozen, receipt } from './report.sending.ts';
import { redirectFrom } from './report.steps.ts';
import './report.css';

const RETRY_EVERY_MS = 20_000;

/** Around the pages of the form: nobody gets ahead of the questions, and photos go on being sent. */
export const ReportLayout: Component<RouteSectionProps> = (props) => {
  const location = useLocation();
  const navigate = useNavigate();
  const elsewhere = createMemo(() =>
    redirectFrom(location.pathname, draft(), {
      hasReceipt: receipt() !== undefined,
      isFrozen: frozen() !== undefined,
    }),
  );
  createEffect(() => {
    const path = elsewhere();
    if (path !== undefined) navigate(path, { replace: true });
  });

  const retry = (): void => {
    if (navigator.onLine && unsentPhotos().length > 0) void retryPhotos();
  };
  onMount(() => {
    prepareProof();
    retry();
    const timer = setInterval(retry, RETRY_EVERY_MS);
    window.addEventListener('online', retry);
    onCleanup(() => {
      clearInterval(timer);
      window.removeEventListener('online', retry);
    });
  });

  return <Show when={elsewhere() === undefined}>{props.children}</Show>;
};

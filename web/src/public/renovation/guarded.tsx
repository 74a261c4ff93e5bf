import { useLocation, useNavigate } from '@solidjs/router';
import { type Component, createEffect, createMemo, onMount, Show } from 'solid-js';
import { prepareProof } from '../report/report.proof.ts';
import { draft } from './renovation.draft.ts';
import { isFrozen, receipt } from './renovation.outcome.ts';
import { homePhotos } from './renovation.photos.ts';
import { redirectFrom } from './renovation.steps.ts';

const RETRY_EVERY_MS = 20_000;
const retry = (): void => {
  if (navigator.onLine && homePhotos.unsent().length > 0) void homePhotos.retry();
};
let isStarted = false;

/** The sum against machines is worked out while the form is filled in, and photos that did not arrive go again. */
const startInBackground = (): void => {
  prepareProof();
  if (isStarted) return;
  isStarted = true;
  retry();
  setInterval(retry, RETRY_EVERY_MS);
  window.addEventListener('online', retry);
};

/** A page of the form that nobody reaches ahead of the questions before it. */
export const guarded =
  (Page: Component): Component =>
  () => {
    const location = useLocation();
    const navigate = useNavigate();
    const elsewhere = createMemo(() =>
      redirectFrom(location.pathname, draft(), {
        hasReceipt: receipt() !== undefined,
        isFrozen: isFrozen(),
      }),
    );
    createEffect(() => {
      const path = elsewhere();
      if (path !== undefined) navigate(path, { replace: true });
    });
    onMount(startInBackground);
    return (
      <Show when={elsewhere() === undefined}>
        <Page />
      </Show>
    );
  };

import { useLocation, useNavigate } from '@solidjs/router';
import { type Component, createEffect, createMemo, onMount, Show } from 'solid-js';
import { startInBackground } from './report.background.ts';
import { draft } from './report.draft.ts';
import { isFrozen, receipt } from './report.outcome.ts';
import { redirectFrom } from './report.steps.ts';

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

import { useLocation, useNavigate } from '@solidjs/router';
import { type Component, createEffect, createMemo, onMount, Show } from 'solid-js';
import type { PhotoTray } from '../photos/photo-tray.ts';
import { startInBackground } from './background.ts';

/**
 * Makes pages of a form that nobody reaches ahead of the questions before them.
 * @param elsewhereThan where somebody who opens a path belongs instead, if elsewhere
 */
export const guardedBy =
  (tray: PhotoTray, elsewhereThan: (path: string) => string | undefined) =>
  (Page: Component): Component =>
  () => {
    const location = useLocation();
    const navigate = useNavigate();
    const elsewhere = createMemo(() => elsewhereThan(location.pathname));
    createEffect(() => {
      const path = elsewhere();
      if (path !== undefined) navigate(path, { replace: true });
    });
    onMount(() => startInBackground(tray));
    return (
      <Show when={elsewhere() === undefined}>
        <Page />
      </Show>
    );
  };

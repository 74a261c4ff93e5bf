import { useIsRouting, useLocation } from '@solidjs/router';
import { createEffect, on } from 'solid-js';

/** True from a change of page until its heading is there to take the focus. */
let headingAwaited = false;

/** Moves the reader to a heading, if one is awaited: what a page load does for a screen reader, done by hand. */
export const offerHeading = (heading: HTMLElement | null): void => {
  if (!headingAwaited || heading === null) return;
  headingAwaited = false;
  // The router has scrolled already; focusing must not do it again.
  heading.focus({ preventScroll: true });
};

/** In a tree's root: after each change of page (not of filters in the address) the focus goes to the new h1. */
export const followRoutes = (): void => {
  const location = useLocation();
  const isRouting = useIsRouting();
  let shown = location.pathname;
  createEffect(
    on(isRouting, (routing) => {
      if (routing || location.pathname === shown) return;
      shown = location.pathname;
      headingAwaited = true;
      offerHeading(document.querySelector<HTMLElement>('main h1'));
    }),
  );
};

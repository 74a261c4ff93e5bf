import type { PhotoTray } from '../photos/photo-tray.ts';
import { prepareProof } from './proof.ts';

const RETRY_EVERY_MS = 20_000;

const started = new WeakSet<PhotoTray>();

/**
 * What goes on while a form is being filled in, until the page is left: the sum against machines is worked out, and
 * photos that did not arrive are sent again. Asked again, it only sees to it that the sum is fresh.
 */
export const startInBackground = (tray: PhotoTray): void => {
  prepareProof();
  if (started.has(tray)) return;
  started.add(tray);
  const retry = (): void => {
    if (navigator.onLine && tray.unsent().length > 0) void tray.retry();
  };
  retry();
  setInterval(retry, RETRY_EVERY_MS);
  window.addEventListener('online', retry);
};

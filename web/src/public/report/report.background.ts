import { reportPhotos } from './report.photos.ts';
import { prepareProof } from './report.proof.ts';

const RETRY_EVERY_MS = 20_000;

const retry = (): void => {
  if (navigator.onLine && reportPhotos.unsent().length > 0) void reportPhotos.retry();
};

let isStarted = false;

/**
 * What goes on while the form is being filled in, until the page is left: the sum against machines is worked out,
 * and photos that did not arrive are sent again. Asked again, it only sees to it that the sum is fresh.
 */
export const startInBackground = (): void => {
  prepareProof();
  if (isStarted) return;
  isStarted = true;
  retry();
  setInterval(retry, RETRY_EVERY_MS);
  window.addEventListener('online', retry);
};

import { createSignal } from 'solid-js';

const [waiting, setWaiting] = createSignal<ServiceWorker>();
const [isKept, setKept] = createSignal(false);

/** Whether the app now opens without a network. */
export { isKept };
export const hasNewVersion = (): boolean => waiting() !== undefined;

const savers: (() => Promise<void>)[] = [];

/** For whatever may still be on its way to the phone's memory when a new version takes over. */
export const finishBeforeReload = (save: () => Promise<void>): void => {
  savers.push(save);
};

const reload = async (): Promise<void> => {
  await Promise.allSettled(savers.map((save) => save()));
  window.location.reload();
};

/** Nothing is lost: what is being typed is kept, and every open page of the app starts again where it was. */
export const takeNewVersion = (): void => {
  waiting()?.postMessage('take-over');
};

const follow = (registration: ServiceWorkerRegistration): void => {
  const look = (): void => {
    // The very first one has nobody to replace: it takes over at once.
    if (registration.waiting && registration.active) setWaiting(registration.waiting);
  };
  look();
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', look);
  });
  document.addEventListener('visibilitychange', () => {
    // Offline there is nothing to look for.
    if (document.visibilityState === 'visible') registration.update().catch(() => undefined);
  });
};

/** Keeps the app on the phone from here on. Where the browser has no service workers it works with a network only. */
export const startWorker = async (): Promise<void> => {
  const { serviceWorker } = navigator;
  // While developing there is no worker, and an old one would hide every change.
  if (!serviceWorker || import.meta.hot) return;
  let isControlled = serviceWorker.controller !== null;
  serviceWorker.addEventListener('controllerchange', () => {
    if (isControlled) void reload();
    isControlled = true;
  });
  try {
    follow(await serviceWorker.register('/field-worker.js', { scope: '/field', updateViaCache: 'none' }));
    await serviceWorker.ready;
    setKept(true);
  } catch {
    // Refused in private windows and without a network on the first visit; the next visit tries again.
  }
};

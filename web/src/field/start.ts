import { createEffect, createSignal, on, onCleanup } from 'solid-js';
import { access, askWho, officer, recallOfficer } from './officer/officer.ts';
import { readOutbox, waiting } from './outbox/outbox.ts';
import { sendWaiting } from './outbox/sending.ts';
import { clearOutdated, fetchRound, recallRound, round } from './round/round.ts';
import { startWorker } from './worker/registration.ts';

/** Milliseconds: the first wait after a failure, doubled with each, and the longest. */
const FIRST_WAIT = 5_000;
const LONGEST_WAIT = 300_000;
/** Milliseconds after which a round is fetched anew when the app is looked at again. */
const ROUND_FRESH = 120_000;

/** `opening` until the phone's memory was read; `closed` where the browser keeps nothing. */
const [memory, setMemory] = createSignal<'opening' | 'open' | 'closed'>('opening');

export { memory };

const recall = async (): Promise<void> => {
  await recallOfficer();
  await Promise.all([recallRound(), readOutbox()]);
};

let failures = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Later and later, and not all phones of an office at once. */
const waitFor = (): number =>
  Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (failures - 1)) * (0.8 + Math.random() * 0.4);

/** Sends what waits; what does not get through is tried again by itself. */
export const sendNow = async (isForced = false): Promise<void> => {
  clearTimeout(timer);
  const before = waiting().length;
  await sendWaiting(isForced);
  if (waiting().length < before) void fetchRound();
  // Without a sign-in there is nothing to try; the sign-in itself starts it again.
  if (waiting().length === 0 || access() === 'ended' || access() === 'password') {
    failures = 0;
    return;
  }
  failures += 1;
  timer = setTimeout(() => void sendNow(), waitFor());
};

/** Everything that can be had from the service now: who is signed in, the round, and what waits is sent. */
export const catchUp = async (): Promise<void> => {
  await askWho().catch(() => undefined);
  if (access() !== 'open') {
    // Nothing is lost by it: the list of before is shown, and what waits goes on waiting.
    if (access() === 'unknown') await sendNow();
    return;
  }
  await Promise.all([fetchRound(), sendNow()]);
};

const isStale = (): boolean => {
  const asOf = round()?.round.asOf;
  return asOf === undefined || Date.now() - Date.parse(asOf) > ROUND_FRESH;
};

/** Once, at the root of the app: recalls what the phone keeps, and follows the network from then on. */
export const startField = (): void => {
  const online = (): void => {
    failures = 0;
    void catchUp();
  };
  const looked = (): void => {
    if (document.visibilityState !== 'visible') return;
    if (isStale()) void catchUp();
    else void sendNow();
  };
  window.addEventListener('online', online);
  document.addEventListener('visibilitychange', looked);
  onCleanup(() => {
    window.removeEventListener('online', online);
    document.removeEventListener('visibilitychange', looked);
    clearTimeout(timer);
  });
  // Another person on this phone: nothing of the one before is shown any longer.
  createEffect(
    on(
      () => officer()?.staffId,
      () => void Promise.all([recallRound(), readOutbox()]).catch(() => setMemory('closed')),
      { defer: true },
    ),
  );
  recall()
    .then(() => setMemory('open'))
    .then(clearOutdated)
    .then(catchUp)
    .catch(() => {
      if (memory() === 'opening') setMemory('closed');
    });
  void startWorker();
};

import { createEffect, createSignal, on, onCleanup } from 'solid-js';
import { clearOutdatedHomes, readAssessments, waitingAssessments } from './assessment/assessments.ts';
import { access, askWho, assesses, officer, recallOfficer, visits } from './officer/officer.ts';
import { readOutbox, waiting } from './outbox/outbox.ts';
import { sendWaiting } from './outbox/sending.ts';
import { clearOutdated, fetchRound, isOutdated, recallRound, round } from './round/round.ts';
import { startWorker } from './worker/registration.ts';

/** Milliseconds: the first wait after a failure, doubled with each, and the longest. */
const FIRST_WAIT = 5_000;
const LONGEST_WAIT = 300_000;
/** Milliseconds after which a round is fetched anew when the app is looked at again. */
const ROUND_FRESH = 120_000;

/** `opening` until the phone's memory was read; `closed` where the browser keeps nothing. */
const [memory, setMemory] = createSignal<'opening' | 'open' | 'closed'>('opening');

export { memory };

/** What the phone keeps of whoever works on it now. */
const recallTheirs = async (): Promise<void> => {
  await Promise.all([recallRound(), readOutbox(), readAssessments(), recallHomes()]);
};

const recall = async (): Promise<void> => {
  await recallOfficer();
  await recallTheirs();
};

/** Most phones have no homes to assess, and leave what that takes where it is kept. */
const recallHomes = async (): Promise<void> => {
  if (assesses()) await (await import('./assessment/homes.ts')).recallHomes();
};
const fetchHomes = async (): Promise<void> => {
  if (assesses()) await (await import('./assessment/homes.ts')).fetchHomes();
};
const sendAssessments = async (isForced: boolean): Promise<void> => {
  if (waitingAssessments().length === 0) return;
  await (await import('./assessment/sending.ts')).sendAssessments(isForced);
};

const unsent = (): number => waiting().length + waitingAssessments().length;

let failures = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Later and later, and not all phones of an office at once. */
const waitFor = (): number =>
  Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (failures - 1)) * (0.8 + Math.random() * 0.4);

/** Sends what waits; what does not get through is tried again by itself. */
export const sendNow = async (isForced = false): Promise<void> => {
  clearTimeout(timer);
  const before = waiting().length;
  const homesBefore = waitingAssessments().length;
  await sendWaiting(isForced);
  if (waiting().length < before) void fetchRound();
  await sendAssessments(isForced);
  if (waitingAssessments().length < homesBefore) void fetchHomes();
  // Without a sign-in there is nothing to try; the sign-in itself starts it again.
  if (unsent() === 0 || access() === 'ended' || access() === 'password') {
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
  await Promise.all([visits() ? fetchRound() : undefined, fetchHomes(), sendNow()]);
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
      () => void recallTheirs().catch(() => setMemory('closed')),
      { defer: true },
    ),
  );
  recall()
    .then(() => setMemory('open'))
    .then(clearOutdated)
    .then(() => clearOutdatedHomes(isOutdated))
    .then(catchUp)
    .catch(() => {
      if (memory() === 'opening') setMemory('closed');
    });
  void startWorker();
};

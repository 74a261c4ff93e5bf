import { newKey } from '../../api/client.ts';
import { only, phone } from '../phone/database.ts';

const NAME = 'huimin-field-sender';
/** Milliseconds to wait for a page that is sending; then the next occasion tries again. */
const PATIENCE = 60_000;
/** Milliseconds a lease holds without being renewed: a page that was killed must not stop the others for long. */
const LEASE = 30_000;

/** This page, among others of the app. */
const me = newKey();

const takeLease = async (): Promise<boolean> => {
  const transaction = (await phone()).transaction('lease', 'readwrite');
  const lease = await transaction.store.get(only);
  const isMine = lease === undefined || lease.holder === me || lease.until < Date.now();
  if (isMine) await transaction.store.put({ holder: me, until: Date.now() + LEASE }, only);
  await transaction.done;
  return isMine;
};

/** For browsers without locks: whoever has the lease sends, the others leave it to them. */
const withLease = async (work: () => Promise<void>): Promise<void> => {
  if (!(await takeLease())) return;
  const renewal = setInterval(() => void takeLease(), LEASE / 3);
  try {
    await work();
  } finally {
    clearInterval(renewal);
    await (await phone()).delete('lease', only);
  }
};

/**
 * Runs `work` while no other page of the app on this phone does: they wait for their turn. The service would take
 * a visit sent twice only once, so this saves what a slow connection costs.
 */
export const inTurn = async (work: () => Promise<void>): Promise<void> => {
  if (!navigator.locks) return withLease(work);
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE);
  try {
    await navigator.locks.request(NAME, { signal: patience.signal }, async () => {
      clearTimeout(timer);
      await work();
    });
  } catch (error) {
    if (!patience.signal.aborted) throw error;
  } finally {
    clearTimeout(timer);
  }
};

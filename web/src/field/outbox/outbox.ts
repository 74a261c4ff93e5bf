import { createSignal } from 'solid-js';
import { officer } from '../officer/officer.ts';
import { onChange, tellChange } from '../phone/changes.ts';
import { durably, phone } from '../phone/database.ts';
import type { KeptEntry, Refusal, SentEntry } from '../phone/kept.ts';
import { removePhotosOf } from '../phone/photos.ts';

const [entries, setEntries] = createSignal<readonly KeptEntry[]>([]);
const [sent, setSent] = createSignal<readonly SentEntry[]>([]);

/** The officer's own visits: those the service does not have yet, and those it has, both in the order they were made. */
export { entries, sent };

export const waiting = (): readonly KeptEntry[] => entries().filter(({ refusal }) => refusal === undefined);
export const refused = (): readonly KeptEntry[] => entries().filter(({ refusal }) => refusal !== undefined);

/** Reads what the phone keeps of the officer who works on it now, and of nobody else. */
export const readOutbox = async (): Promise<void> => {
  const staffId = officer()?.staffId;
  if (staffId === undefined) {
    setEntries([]);
    setSent([]);
    return;
  }
  const database = await phone();
  const mine = await database.getAllFromIndex('entries', 'staffId', staffId);
  setEntries(mine.sort((one, other) => one.writtenAt.localeCompare(other.writtenAt)));
  const gone = await database.getAllFromIndex('sent', 'staffId', staffId);
  setSent(gone.sort((one, other) => one.at.localeCompare(other.at)));
};
onChange('outbox', readOutbox);

/**
 * Writes a visit down for sending, in the place of its draft. Saved means on the disk: only then this resolves.
 * @throws DOMException when the phone can't keep it; the draft is then still there
 */
export const putInOutbox = async (entry: KeptEntry): Promise<void> => {
  const transaction = (await phone()).transaction(['entries', 'drafts'], 'readwrite', durably);
  await transaction.objectStore('entries').put(entry);
  await transaction.objectStore('drafts').delete([entry.staffId, entry.stop]);
  await transaction.done;
  await tellChange('outbox');
};

const change = async (entryId: string, next: (entry: KeptEntry) => KeptEntry): Promise<void> => {
  const transaction = (await phone()).transaction('entries', 'readwrite', durably);
  const entry = await transaction.store.get(entryId);
  if (entry !== undefined) await transaction.store.put(next(entry));
  await transaction.done;
};

/**
 * From here on it may have arrived, whatever becomes of the answer.
 * @returns whether it is still to be sent: somebody may have opened it for correction a moment ago
 */
export const setOff = async (entryId: string): Promise<boolean> => {
  const transaction = (await phone()).transaction('entries', 'readwrite', durably);
  const entry = await transaction.store.get(entryId);
  const isWaiting = entry !== undefined && entry.refusal === undefined;
  if (isWaiting) await transaction.store.put({ ...entry, tries: entry.tries + 1 });
  await transaction.done;
  return isWaiting;
};

/** @param refusal undefined to have it sent again */
export const refuse = async (entryId: string, refusal: Refusal | undefined): Promise<void> => {
  await change(entryId, (entry) => ({ ...entry, refusal }));
  await tellChange('outbox');
};

export const noteExport = async (those: readonly KeptEntry[], now: string): Promise<void> => {
  for (const { entryId } of those) await change(entryId, (entry) => ({ ...entry, exportedAt: now }));
  await tellChange('outbox');
};

/** Takes an entry out, with its photos; what is left of one that was sent takes its place in the same breath. */
const takeOut = async (entryId: string, left: SentEntry | undefined): Promise<void> => {
  const transaction = (await phone()).transaction(['entries', 'sent', 'photos'], 'readwrite', durably);
  await transaction.objectStore('entries').delete(entryId);
  if (left !== undefined) await transaction.objectStore('sent').put(left);
  await removePhotosOf(entryId, transaction.objectStore('photos'));
  await transaction.done;
  await tellChange('outbox');
};

/** The service has named the visit it became: the only way out of the outbox but discarding. */
export const acknowledge = (left: SentEntry): Promise<void> => takeOut(left.entryId, left);

/** Gone for good; asked for twice and written to a file before (see outbox.page). */
export const discard = (entryId: string): Promise<void> => takeOut(entryId, undefined);

/** What of the phone's memory has changed: each open page of the app reads it again. */
export type Changed = 'officer' | 'round' | 'outbox' | 'homes' | 'assessments';

const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('huimin-field');

const readers = new Map<Changed, () => Promise<void>>();

const read = async (changed: unknown): Promise<void> => {
  for (const [name, again] of readers) if (name === changed) await again();
};

channel?.addEventListener('message', ({ data }) => {
  // A page that can't read its memory says so where it is used.
  read(data).catch(() => undefined);
});

/** For what shows a part of the phone's memory: how to read it again. */
export const onChange = (what: Changed, again: () => Promise<void>): void => {
  readers.set(what, again);
};

/** Reads it again here, and in every other page of the app on this phone. */
export const tellChange = async (what: Changed): Promise<void> => {
  channel?.postMessage(what);
  await read(what);
};

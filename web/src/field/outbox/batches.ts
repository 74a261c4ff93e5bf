import type { limits } from '../../../../functions/visits/visits.words.ts';
import type { KeptEntry } from '../phone/kept.ts';

/** What one request takes; the value itself would bring the contract's schemas along. */
const MOST = 25 satisfies (typeof limits)['entries'];
/** Characters of JSON: what a connection of the countryside carries before it breaks. */
const MOST_CHARACTERS = 60_000;

/** Oldest first, each batch as large as one request takes; an entry too large for any goes by itself. */
export const batchesOf = (entries: readonly KeptEntry[]): KeptEntry[][] => {
  const batches: KeptEntry[][] = [];
  let room = 0;
  for (const entry of entries) {
    const size = JSON.stringify(entry.visit).length;
    const last = batches.at(-1);
    if (last !== undefined && last.length < MOST && size <= room) {
      last.push(entry);
      room -= size;
    } else {
      batches.push([entry]);
      room = MOST_CHARACTERS - size;
    }
  }
  return batches;
};

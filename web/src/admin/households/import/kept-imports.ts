import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { CheckedRow, LoadedRow } from '../../../../../functions/households/households.views.ts';
import { limits } from '../../../../../functions/households/households.words.ts';
import type { Remark } from './households-of-lines.ts';
import type { PreparedRow } from './rows.ts';

/** What this browser knows of an import until it is completed, so that a reload or a broken line costs nothing. */
export interface KeptImport {
  readonly import: string;
  /** Whose rows these are: nobody else at this computer is shown them. */
  readonly staffId: string;
  readonly village: string;
  readonly fileName: string;
  readonly rows: number;
  readonly remarks: readonly Remark[];
  /** Rows the dry run has looked at. */
  readonly checked: number;
  /** Rows whose answer this browser has. */
  readonly loaded: number;
  /** Somebody has seen what the dry run found and said: load. */
  readonly loading: boolean;
  /** Milliseconds since 1970. */
  readonly keptAt: number;
}

/** A row the register did not take, with all there is to put it right. */
export interface RefusedRow {
  readonly answer: LoadedRow;
  readonly prepared: PreparedRow;
}

interface Chunk<T> {
  readonly import: string;
  /** Number of its first row; the first of all is 1. */
  readonly from: number;
  readonly rows: readonly T[];
}

interface ImportDatabase extends DBSchema {
  imports: { key: string; value: KeptImport };
  rows: { key: [string, number]; value: Chunk<PreparedRow> };
  found: { key: [string, number]; value: Chunk<CheckedRow> };
  refused: { key: [string, number]; value: Chunk<RefusedRow> & { readonly already: number } };
}

/** Rows are kept as they are sent: so many at once. */
const chunkSize = limits.loadedAtOnce;
const keptForMilliseconds = 14 * 86_400_000;

let opened: Promise<IDBPDatabase<ImportDatabase>> | undefined;
const database = (): Promise<IDBPDatabase<ImportDatabase>> => {
  opened ??= openDB<ImportDatabase>('huimin-household-imports', 1, {
    upgrade: (db) => {
      db.createObjectStore('imports', { keyPath: 'import' });
      for (const name of ['rows', 'found', 'refused'] as const) {
        db.createObjectStore(name, { keyPath: ['import', 'from'] });
      }
    },
  });
  return opened;
};

const allOf = (id: string): IDBKeyRange => IDBKeyRange.bound([id, 0], [id, Number.MAX_SAFE_INTEGER]);
const chunkStart = (row: number): number => row - ((row - 1) % chunkSize);

/** Takes an import and everything of it off this computer. */
export const forgetImport = async (id: string): Promise<void> => {
  const work = (await database()).transaction(['imports', 'rows', 'found', 'refused'], 'readwrite');
  await Promise.all([
    work.objectStore('imports').delete(id),
    ...(['rows', 'found', 'refused'] as const).map((name) => work.objectStore(name).delete(allOf(id))),
    work.done,
  ]);
};

const forgetOld = async (now: number): Promise<void> => {
  const old = (await (await database()).getAll('imports')).filter(
    ({ keptAt }) => keptAt < now - keptForMilliseconds,
  );
  for (const each of old) await forgetImport(each.import);
};

/** Keeps an import that was just begun. Rejects when the browser has no room, before anything was sent. */
export const keepImport = async (
  kept: Omit<KeptImport, 'checked' | 'loaded' | 'loading' | 'keptAt'>,
  rows: readonly PreparedRow[],
  found: readonly CheckedRow[],
): Promise<void> => {
  const now = Date.now();
  await forgetOld(now);
  const work = (await database()).transaction(['imports', 'rows', 'found'], 'readwrite');
  const puts: Promise<unknown>[] = [];
  for (let from = 1; from <= rows.length; from += chunkSize) {
    const chunk = rows.slice(from - 1, from - 1 + chunkSize);
    puts.push(work.objectStore('rows').put({ import: kept.import, from, rows: chunk }));
  }
  // What the browser found by itself stands before what the service finds.
  puts.push(work.objectStore('found').put({ import: kept.import, from: 0, rows: found }));
  puts.push(work.objectStore('imports').put({ ...kept, checked: 0, loaded: 0, loading: false, keptAt: now }));
  await Promise.all([...puts, work.done]);
};

/** @returns undefined when this browser has no such import of this person */
export const readKept = async (id: string, staffId: string): Promise<KeptImport | undefined> => {
  const kept = await (await database()).get('imports', id);
  return kept?.staffId === staffId ? kept : undefined;
};

/** The rows from one on, as many as are loaded at once. */
export const rowsFrom = async (id: string, from: number): Promise<readonly PreparedRow[]> => {
  const start = chunkStart(from);
  const chunk = await (await database()).get('rows', [id, start]);
  return chunk?.rows.slice(from - start) ?? [];
};

/** The rows from one on, as many as are checked at once. */
export const rowsToCheck = async (id: string, from: number): Promise<readonly PreparedRow[]> => {
  const first = await rowsFrom(id, from);
  return [...first, ...(await rowsFrom(id, from + first.length))].slice(0, limits.checkedAtOnce);
};

export const allRows = async (id: string): Promise<ReadonlyMap<number, PreparedRow>> => {
  const chunks = await (await database()).getAll('rows', allOf(id));
  return new Map(chunks.flatMap(({ from, rows }) => rows.map((row, index) => [from + index, row] as const)));
};

const change = async (id: string, part: Partial<KeptImport>): Promise<void> => {
  const work = (await database()).transaction('imports', 'readwrite');
  const kept = await work.store.get(id);
  if (kept) await work.store.put({ ...kept, ...part });
  await work.done;
};

/** @param through number of the last row the dry run has looked at */
export const keepFound = async (
  id: string,
  from: number,
  through: number,
  rows: readonly CheckedRow[],
): Promise<void> => {
  if (rows.length > 0) await (await database()).put('found', { import: id, from, rows });
  await change(id, { checked: through });
};

/** What several findings say of a row is one, in the order of the rows. */
export const foundTogether = (found: readonly CheckedRow[]): CheckedRow[] => {
  const byRow = new Map<number, CheckedRow>();
  for (const { row, errors, duplicates } of found) {
    const known = byRow.get(row);
    byRow.set(row, {
      row,
      errors: [...(known?.errors ?? []), ...errors],
      duplicates: [...(known?.duplicates ?? []), ...duplicates],
    });
  }
  return [...byRow.values()]
    .filter(({ errors, duplicates }) => errors.length + duplicates.length > 0)
    .sort((one, other) => one.row - other.row);
};

/** Everything the dry run has found so far. */
export const readFound = async (id: string): Promise<CheckedRow[]> => {
  const chunks = await (await database()).getAll('found', allOf(id));
  return foundTogether(chunks.flatMap(({ rows }) => rows));
};

export const keepLoading = (id: string): Promise<void> => change(id, { loading: true });

/** Rows the register has taken leave this computer; those it refused stay, with why. */
export const keepLoaded = async (id: string, from: number, answers: readonly LoadedRow[]): Promise<void> => {
  const prepared = await rowsFrom(id, from);
  const refused = answers.flatMap((answer): RefusedRow[] => {
    const own = prepared[answer.row - from];
    return answer.result === 'refused' && own ? [{ answer, prepared: own }] : [];
  });
  const already = answers.filter(({ result }) => result === 'already').length;
  const work = (await database()).transaction(['rows', 'refused'], 'readwrite');
  await Promise.all([
    work.objectStore('refused').put({ import: id, from, rows: refused, already }),
    ...(answers.length < prepared.length ? [] : [work.objectStore('rows').delete([id, chunkStart(from)])]),
    work.done,
  ]);
  await change(id, { loaded: from + answers.length - 1 });
};

export const readRefused = async (
  id: string,
): Promise<{ readonly rows: readonly RefusedRow[]; readonly already: number }> => {
  const chunks = await (await database()).getAll('refused', allOf(id));
  return {
    rows: chunks.flatMap(({ rows }) => rows),
    already: chunks.reduce((sum, chunk) => sum + chunk.already, 0),
  };
};

import type { Repeat } from '../../../../../functions/households/households.fields.ts';
import {
  type Column,
  columnsOf,
  findHeadings,
  guessMapping,
  headingsAmong,
  type Mapping,
} from './columns.ts';
import { readCsv } from './csv.ts';
import { kindOfFile } from './file-kind.ts';
import { householdsOfLines, type Remark } from './households-of-lines.ts';
import { FileProblem } from './reading-problem.ts';
import { type KnownArea, type PreparedRow, prepareRows, repeatsInFile } from './rows.ts';
import { type Line, noNotes, type Sheet, type SheetNotes } from './sheet.ts';
import { openWorkbook, type Workbook } from './xlsx.ts';

/** A table as it lies before the person who says what its columns are. */
export interface OpenedSheet {
  /** Names of the file's sheets; a text file has none. */
  readonly sheets: readonly string[];
  readonly sheet: number;
  readonly notes: SheetNotes;
  /** The first lines, to choose the headings among. */
  readonly top: readonly Line[];
  /** Position in `top` of the headings. */
  readonly headingsAt: number;
  readonly columns: readonly Column[];
  readonly mapping: Mapping;
  /** Lines under the headings. */
  readonly lines: number;
}

export interface Spreadsheet {
  readonly open: (sheet: number) => Promise<OpenedSheet>;
  /** The first sheet with headings that are known: instructions often stand before it. */
  readonly openLikely: () => Promise<OpenedSheet>;
  readonly withHeadings: (at: number) => OpenedSheet;
  readonly prepare: (mapping: Mapping, areas: readonly KnownArea[]) => Prepared;
}

const sheetsTried = 5;

const onlySheet = async (file: Blob): Promise<Workbook> => {
  const sheet = await readCsv(file);
  return { sheets: [], read: () => Promise.resolve(sheet) };
};

export interface Prepared {
  readonly rows: readonly PreparedRow[];
  readonly remarks: readonly Remark[];
  readonly repeats: readonly Repeat[];
}

/**
 * A file as a table. It stays where it is opened; what leaves is what `prepare` gives for the columns named.
 * @throws FileProblem when the file is no spreadsheet, is damaged or too large
 */
export const openSpreadsheet = async (file: Blob): Promise<Spreadsheet> => {
  const workbook = (await kindOfFile(file)) === 'xlsx' ? await openWorkbook(file) : await onlySheet(file);
  let sheet: Sheet = { lines: [], notes: noNotes() };
  let chosen = 0;
  let at = 0;
  const titles = (): readonly string[] => sheet.lines[at]?.cells ?? [];

  const opened = (): OpenedSheet => {
    const columns = columnsOf(sheet.lines, at);
    return {
      sheets: workbook.sheets,
      sheet: chosen,
      notes: sheet.notes,
      top: sheet.lines.slice(0, headingsAmong),
      headingsAt: at,
      columns,
      mapping: guessMapping(columns.map(({ title }) => title)),
      lines: Math.max(0, sheet.lines.length - at - 1),
    };
  };

  const open = async (wanted: number): Promise<OpenedSheet> => {
    sheet = await workbook.read(wanted);
    // Another sheet may hold the lines; only a file without any is refused.
    if (sheet.lines.length < 2 && workbook.sheets.length < 2) throw new FileProblem('file.empty');
    chosen = wanted;
    at = findHeadings(sheet.lines);
    return opened();
  };

  return {
    open,
    openLikely: async () => {
      for (let wanted = 0; wanted < Math.min(workbook.sheets.length, sheetsTried); wanted++) {
        const likely = await open(wanted);
        if (likely.lines > 0 && likely.mapping.some((field) => field !== undefined)) return likely;
      }
      return open(0);
    },
    withHeadings: (position) => {
      at = position;
      return opened();
    },
    prepare: (mapping, areas) => {
      const { households, remarks } = householdsOfLines(sheet.lines.slice(at + 1), titles(), mapping);
      const rows = prepareRows(households, areas);
      return { rows, remarks, repeats: repeatsInFile(rows) };
    },
  };
};

const hexadecimal = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * SHA-256 in 64 hexadecimal digits: the same file again gives the same, so that one can tell. Where a site is opened
 * over plain http browsers compute none; then no file is like another.
 */
export const digestOf = async (file: Blob): Promise<string> =>
  hexadecimal(
    crypto.subtle === undefined
      ? crypto.getRandomValues(new Uint8Array(32))
      : new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer())),
  );

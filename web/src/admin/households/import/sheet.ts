/** A cell as text: numbers with all their digits, dates as `YYYY-MM-DD`, nothing as an empty string. */
export type Cell = string;

export interface Line {
  /** Number of the line in the spreadsheet, as the office sees it; from 1. */
  readonly no: number;
  readonly cells: Cell[];
}

/** What a reader should know before trusting the values. */
export interface SheetNotes {
  /** Merged cells whose value was repeated down. */
  merged: number;
  /** Cells whose formula gave their value. */
  formulas: number;
  /** Addresses such as `C7` of formulas never calculated or ending in an error: they count as empty. */
  readonly unknown: string[];
  /** Addresses of numbers longer than a spreadsheet keeps: their last digits are lost. */
  readonly cut: string[];
  /** Cells that are dates. */
  dates: number;
}

export interface Sheet {
  readonly lines: Line[];
  readonly notes: SheetNotes;
}

export const noNotes = (): SheetNotes => ({ merged: 0, formulas: 0, unknown: [], cut: [], dates: 0 });

/** Full-width forms and the spaces of Chinese input become plain ones; line breaks inside a cell become a space. */
export const plainText = (text: string): string => text.normalize('NFKC').replace(/\s+/g, ' ').trim();

/** `A` is 0. */
export const columnOf = (address: string): number => {
  let column = 0;
  for (const letter of address) {
    const value = letter.charCodeAt(0) - 64;
    if (value < 1 || value > 26) break;
    column = column * 26 + value;
  }
  return column - 1;
};

export const columnName = (column: number): string =>
  (column >= 26 ? columnName(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));

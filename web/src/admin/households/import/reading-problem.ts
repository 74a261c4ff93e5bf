import { limits } from '../../../../../functions/households/households.words.ts';

/** Why a file can't be read as a spreadsheet, or only in part; the words stand in the dictionary under these codes. */
export const fileRefusals = [
  'file.too_large',
  'file.empty',
  'file.old_excel',
  'file.encrypted',
  'file.not_a_spreadsheet',
  'file.damaged',
  'file.too_many_rows',
  'file.too_many_columns',
  'file.too_many_bytes',
  'file.encoding',
  'file.no_unpacking',
] as const;
export type FileRefusal = (typeof fileRefusals)[number];

/** The file as a whole is refused. */
export class FileProblem extends Error {
  readonly code: FileRefusal;
  constructor(code: FileRefusal) {
    super(code);
    this.name = 'FileProblem';
    this.code = code;
  }
}

/** Bytes; a district's whole register is a fifth of it. Anything above is refused before a byte of it is read. */
export const fileLimit = 50 * 1024 * 1024;
/** Lines with something in them. */
export const rowLimit = limits.importRows;
export const columnLimit = limits.columns;
/** Bytes unpacked: a small archive can hold far more than any register does. */
export const unpackedLimit = 1024 * 1024 * 1024;

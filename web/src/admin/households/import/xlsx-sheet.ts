import { columnLimit, FileProblem, rowLimit } from './reading-problem.ts';
import { type Cell, columnOf, type Line, noNotes, plainText, type Sheet, type SheetNotes } from './sheet.ts';
import { attributesOf, eachElement, textOf, unescapeXml } from './xml-parts.ts';

export interface SheetSetup {
  /** Strings the cells refer to by number. */
  readonly shared: readonly string[];
  /** By style number. */
  readonly isDate: readonly boolean[];
  /** The workbook counts its days from 1904. */
  readonly is1904: boolean;
}

const millisecondsInDay = 86_400_000;

/** @param serial days since the end of 1899, with the 29 February 1900 there never was */
export const dateOfSerial = (serial: number, is1904: boolean): string => {
  const days = Math.floor(serial) + (is1904 ? 1462 : 0);
  const epoch = Date.UTC(1899, 11, days < 60 ? 31 : 30);
  const date = new Date(epoch + days * millisecondsInDay);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
};

/** Digits a spreadsheet keeps of a number; an ID number typed as one has lost its last three. */
const keptDigits = 15;

/** A number as people would write it: no exponent, no binary dust such as 3.0000000000000004. */
const numberText = (raw: string, note: () => void): string => {
  if (/^\d+$/.test(raw) && raw.length <= keptDigits) return raw;
  const value = Number(raw);
  if (Number.isNaN(value)) return raw;
  if (Math.abs(value) >= 10 ** keptDigits) {
    note();
    return Math.abs(value) < 10 ** 21 ? BigInt(Math.round(value)).toString() : raw;
  }
  return String(Number(value.toPrecision(keptDigits)));
};

const cellPattern = /<((?:\w+:)?)c(\s[^>]*?)?(?:\/>|>([\s\S]*?)<\/\1c>)/g;
const valuePattern = /<(?:\w+:)?v(?:\s[^>]*)?>([^<]*)<\/(?:\w+:)?v>/;
const formulaPattern = /<(?:\w+:)?f[\s>/]/;

const readCell = (
  attributes: Record<string, string>,
  inner: string,
  setup: SheetSetup,
  notes: SheetNotes,
): Cell => {
  const { r: address = '', t: type = 'n', s: style } = attributes;
  const value = valuePattern.exec(inner)?.[1];
  if (formulaPattern.test(inner)) {
    if (value === undefined || type === 'e') {
      notes.unknown.push(address);
      return '';
    }
    notes.formulas += 1;
  }
  if (type === 'inlineStr') return plainText(textOf(inner));
  if (value === undefined) return '';
  if (type === 's') return setup.shared[Number(value)] ?? '';
  if (type === 'str') return plainText(unescapeXml(value));
  if (type === 'b') return value === '1' ? '是' : '否';
  if (type === 'e') {
    notes.unknown.push(address);
    return '';
  }
  if (type === 'd' || (style !== undefined && setup.isDate[Number(style)])) {
    notes.dates += 1;
    return type === 'd' ? value.slice(0, 10) : dateOfSerial(Number(value), setup.is1904);
  }
  return numberText(value, () => notes.cut.push(address));
};

interface Merge {
  readonly column: number;
  readonly from: number;
  readonly to: number;
}

/** Only what was merged downwards: a title merged across a table names no column. */
const mergesIn = (xml: string): Merge[] =>
  [...xml.matchAll(/<(?:\w+:)?mergeCell\s[^>]*ref="([A-Z]+)(\d+):[A-Z]+(\d+)"/g)]
    .map(([, column = '', from, to]) => ({ column: columnOf(column), from: Number(from), to: Number(to) }))
    .filter(({ from, to }) => to > from);

const repeatDown = (lines: readonly Line[], merges: readonly Merge[], notes: SheetNotes): void => {
  const byNumber = new Map(lines.map((line) => [line.no, line]));
  for (const { column, from, to } of merges) {
    const value = byNumber.get(from)?.cells[column] ?? '';
    if (value === '') continue;
    let repeated = false;
    for (let no = from + 1; no <= to && no <= (lines.at(-1)?.no ?? 0); no++) {
      const line = byNumber.get(no);
      if (line === undefined || (line.cells[column] ?? '') !== '') continue;
      line.cells[column] = value;
      repeated = true;
    }
    if (repeated) notes.merged += 1;
  }
};

/** @throws FileProblem when the row is wider than any register */
const cellsOf = (row: string, setup: SheetSetup, notes: SheetNotes): Cell[] => {
  const cells: Cell[] = [];
  let next = 0;
  for (const [, , tag = '', inner = ''] of row.matchAll(cellPattern)) {
    const attributes = attributesOf(tag);
    const column = attributes['r'] === undefined ? next : columnOf(attributes['r']);
    next = column + 1;
    const cell = inner === '' ? '' : readCell(attributes, inner, setup, notes);
    if (cell === '') continue;
    if (column >= columnLimit) throw new FileProblem('file.too_many_columns');
    while (cells.length < column) cells.push('');
    cells[column] = cell;
  }
  return cells;
};

/** Lines with something in them, each with the number it has in the spreadsheet. */
export const readXlsxSheet = async (
  stream: ReadableStream<Uint8Array>,
  setup: SheetSetup,
): Promise<Sheet> => {
  const clean: SheetSetup = { ...setup, shared: setup.shared.map(plainText) };
  const notes = noNotes();
  const lines: Line[] = [];
  let before = 0;
  const after = await eachElement(stream, 'row', (row) => {
    const no = Number(attributesOf(row.slice(0, row.indexOf('>')))['r'] ?? before + 1);
    before = no;
    const cells = cellsOf(row, clean, notes);
    if (cells.length === 0) return;
    lines.push({ no, cells });
    if (lines.length > rowLimit) throw new FileProblem('file.too_many_rows');
  });
  repeatDown(lines, mergesIn(after), notes);
  return { lines, notes };
};

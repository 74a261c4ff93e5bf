import { zipOf } from './write-zip.ts';

/** The first line holds the headings. */
export type TextTable = readonly (readonly string[])[];

/** As a text table; what is a number can be added up in the file. */
type Sheet = readonly (readonly (string | number)[])[];

const escapeXml = (text: string): string =>
  text
    // What XML can't hold at all.
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');

const columnName = (column: number): string =>
  (column >= 26 ? columnName(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));

/** Every text says that it is one, so no `=1+1` is worked out and no ID number becomes 3.7E+17. */
const cellOf = (cell: string | number, column: number, row: number): string => {
  const at = `${columnName(column)}${row}`;
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
  return cell === ''
    ? ''
    : `<c r="${at}" s="1" t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell)}</t></is></c>`;
};

const rowOf = (cells: Sheet[number], index: number): string =>
  `<row r="${index + 1}">${cells.map((cell, column) => cellOf(cell, column, index + 1)).join('')}</row>`;

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaging = 'http://schemas.openxmlformats.org/package/2006';
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

export const xlsxOf = (table: Sheet): Promise<Blob> =>
  zipOf(
    {
      '[Content_Types].xml': `${head}<Types xmlns="${packaging}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheetType}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${sheetType}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${sheetType}.styles+xml"/></Types>`,
      '_rels/.rels': `${head}<Relationships xmlns="${packaging}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${packaging}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
      // Number format 49 is text: what people type into the file later stays as they typed it.
      'xl/styles.xml': `${head}<styleSheet xmlns="${main}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="49" applyNumberFormat="1"/></cellXfs></styleSheet>`,
      'xl/worksheets/sheet1.xml': `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>${table.map(rowOf).join('')}</sheetData></worksheet>`,
    },
    `${sheetType}.sheet`,
  );

/** An apostrophe keeps a formula, a tab a long number, from being taken for what it isn't; both are read back. */
const guarded = (text: string): string => {
  if (/^[=+\-@\t\r]/.test(text)) return `'${text}`;
  return /^\d{12,}[\dXx]*$/.test(text) ? `${text}\t` : text;
};

const csvCell = (text: string): string => {
  const cell = guarded(text);
  return /["\n\r,\t]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell;
};

/** UTF-8 with the mark by which Excel knows it. */
export const csvOf = (table: TextTable): Blob =>
  new Blob([`\uFEFF${table.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`], {
    type: 'text/csv;charset=utf-8',
  });

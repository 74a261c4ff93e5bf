import { crc32, deflateRawSync } from 'node:zlib';

/** A zip archive of these texts, as a spreadsheet program would write it. */
export const zipOf = (files: Readonly<Record<string, string>>): Buffer<ArrayBuffer> => {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(files)) {
    const bytes = Buffer.from(text);
    const packed = deflateRawSync(bytes);
    const fixed = Buffer.alloc(26);
    fixed.writeUInt16LE(20, 0);
    fixed.writeUInt16LE(0x0800, 2);
    fixed.writeUInt16LE(8, 4);
    fixed.writeUInt32LE(crc32(bytes), 10);
    fixed.writeUInt32LE(packed.length, 14);
    fixed.writeUInt32LE(bytes.length, 18);
    fixed.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), fixed, Buffer.from(name), packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    directory.push(
      Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), fixed, place, Buffer.from(name)]),
    );
    parts.push(local);
    at += local.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length, 4);
  end.writeUInt16LE(directory.length, 6);
  end.writeUInt32LE(
    directory.reduce((sum, each) => sum + each.length, 0),
    8,
  );
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...parts, ...directory, Buffer.from('PK\u0005\u0006'), end]);
};

const escapeXml = (text: string): string => text.replace(/[<>&"]/g, (each) => `&#${each.charCodeAt(0)};`);

const letters = (column: number): string =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));

/** A cell: a text, a number, a date as its serial number, or the XML that stands in `<c>` with its attributes. */
export type TestCell =
  | string
  | number
  | { readonly serial: number }
  | { readonly attributes: string; readonly xml: string };

const cellXml = (cell: TestCell, address: string, strings: string[]): string => {
  if (cell === '') return '';
  if (typeof cell === 'number') return `<c r="${address}"><v>${cell}</v></c>`;
  if (typeof cell === 'object') {
    return 'serial' in cell
      ? `<c r="${address}" s="1"><v>${cell.serial}</v></c>`
      : `<c r="${address}" ${cell.attributes}>${cell.xml}</c>`;
  }
  strings.push(`<si><t xml:space="preserve">${escapeXml(cell)}</t></si>`);
  return `<c r="${address}" t="s"><v>${strings.length - 1}</v></c>`;
};

const sheetXml = (
  rows: readonly (readonly TestCell[])[],
  merges: readonly string[],
  strings: string[],
): string =>
  `<worksheet><sheetData>${rows
    .map(
      (row, index) =>
        `<row r="${index + 1}">${row.map((cell, column) => cellXml(cell, `${letters(column)}${index + 1}`, strings)).join('')}</row>`,
    )
    .join(
      '',
    )}</sheetData><mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells></worksheet>`;

export interface TestSheet {
  readonly name: string;
  readonly rows: readonly (readonly TestCell[])[];
  readonly merges?: readonly string[];
}

/** A workbook as Excel writes it: shared strings, styles, relations. */
export const workbookOf = (...sheets: readonly TestSheet[]): Buffer<ArrayBuffer> => {
  const strings: string[] = [];
  const files: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${sheets.map(({ name }, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${sheets.map((_, index) => `<Relationship Id="rId${index + 1}" Target="worksheets/sheet${index + 1}.xml"/>`).join('')}</Relationships>`,
    'xl/styles.xml':
      '<styleSheet><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
  };
  for (const [index, { rows, merges = [] }] of sheets.entries()) {
    files[`xl/worksheets/sheet${index + 1}.xml`] = sheetXml(rows, merges, strings);
  }
  files['xl/sharedStrings.xml'] = `<sst>${strings.join('')}</sst>`;
  return zipOf(files);
};

import { FileProblem } from './reading-problem.ts';
import type { Sheet } from './sheet.ts';
import { readXlsxSheet } from './xlsx-sheet.ts';
import { attributesOf, eachElement, textOf, wholeText } from './xml-parts.ts';
import { canUnpack, readZipDirectory, unpackEntry, type ZipEntry } from './zip.ts';

export interface Workbook {
  /** Names of the sheets people see, in their order. */
  readonly sheets: readonly string[];
  /** @throws FileProblem when the sheet is damaged or too large */
  readonly read: (sheet: number) => Promise<Sheet>;
}

/** Number formats that Excel knows by number and that are dates. */
const dateFormats = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);

/** A format with a day, month or year in it, once what is quoted or in brackets is gone. */
const isDateFormat = (code: string): boolean =>
  /[ymd年月日]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '').replace(/general/i, ''));

/** By style number, whether a number of that style is a date. */
const dateStyles = (xml: string): readonly boolean[] => {
  const own = new Map<number, boolean>();
  for (const [tag] of xml.matchAll(/<(?:\w+:)?numFmt\s[^>]*>/g)) {
    const { numFmtId, formatCode = '' } = attributesOf(tag);
    own.set(Number(numFmtId), isDateFormat(formatCode));
  }
  const [cellFormats = ''] = /<(?:\w+:)?cellXfs[\s\S]*?<\/(?:\w+:)?cellXfs>/.exec(xml) ?? [];
  return [...cellFormats.matchAll(/<(?:\w+:)?xf\s[^>]*>/g)].map(([tag]) => {
    const id = Number(attributesOf(tag)['numFmtId'] ?? 0);
    return own.get(id) ?? dateFormats.has(id);
  });
};

const sheetsOf = (workbook: string): { readonly name: string; readonly relation: string }[] =>
  [...workbook.matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)]
    .map(([tag]) => attributesOf(tag))
    .filter(({ state }) => state === undefined || state === 'visible')
    .map((attributes) => ({ name: attributes['name'] ?? '', relation: attributes['r:id'] ?? '' }));

const targetsOf = (relations: string): ReadonlyMap<string, string> =>
  new Map(
    [...relations.matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)].map(([tag]) => {
      const { Id = '', Target = '' } = attributesOf(tag);
      return [Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target.replace(/^\.\//, '')}`];
    }),
  );

/** Whatever goes wrong while unpacking is the file's fault, and said so. */
const orDamaged = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (thrown) {
    throw thrown instanceof FileProblem ? thrown : new FileProblem('file.damaged');
  }
};

const open = async (file: Blob): Promise<Workbook> => {
  const entries = await readZipDirectory(file);
  if (entries === undefined) throw new FileProblem('file.damaged');
  const find = (name: string): ZipEntry | undefined => entries.get(name);
  const workbook = find('xl/workbook.xml');
  // Word documents, archives and pictures in an archive come in the same wrapping.
  if (workbook === undefined) throw new FileProblem('file.not_a_spreadsheet');
  const textIn = async (entry: ZipEntry | undefined): Promise<string> =>
    entry === undefined ? '' : wholeText(await unpackEntry(file, entry));

  const workbookXml = await textIn(workbook);
  const targets = targetsOf(await textIn(find('xl/_rels/workbook.xml.rels')));
  const sheets = sheetsOf(workbookXml).filter(
    ({ relation }) => find(targets.get(relation) ?? '') !== undefined,
  );
  if (sheets.length === 0) throw new FileProblem('file.damaged');
  const is1904 = /date1904="(?:1|true)"/.test(workbookXml);

  const read = async (index: number): Promise<Sheet> => {
    const entry = find(targets.get(sheets[index]?.relation ?? '') ?? '');
    if (entry === undefined) throw new FileProblem('file.damaged');
    const shared: string[] = [];
    const strings = find('xl/sharedStrings.xml');
    if (strings)
      await eachElement(await unpackEntry(file, strings), 'si', (each) => shared.push(textOf(each)));
    const isDate = dateStyles(await textIn(find('xl/styles.xml')));
    return readXlsxSheet(await unpackEntry(file, entry), { shared, isDate, is1904 });
  };
  return { sheets: sheets.map(({ name }) => name), read: (index) => orDamaged(read(index)) };
};

/**
 * Opens a workbook. Written here because this site allows no scripts that a library makes at run time, and because
 * one cell in error must not cost an office its other ten thousand lines.
 * @throws FileProblem
 */
export const openWorkbook = async (file: Blob): Promise<Workbook> => {
  if (!canUnpack()) throw new FileProblem('file.no_unpacking');
  return orDamaged(open(file));
};

import Papa from 'papaparse';
import { columnLimit, FileProblem, rowLimit } from './reading-problem.ts';
import { columnName, type Line, noNotes, plainText, type Sheet } from './sheet.ts';

/** UTF-8 first, for it can be told wrong; then what Excel writes on Chinese computers. */
const decode = (bytes: ArrayBuffer): string => {
  const [first, second] = new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength));
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // The next one.
    }
  }
  throw new FileProblem('file.encoding');
};

/** `="3704…"` and `'+86…`: how systems, ours too, keep Excel from making a number or a formula of a text. */
const withoutGuard = (cell: string): string =>
  /^="(.*)"$/s.exec(cell)?.[1] ?? cell.replace(/^'(?=[=+\-@])/, '');

/** A formula that was saved instead of its value, or the error it ended in: `=A1+B1`, `=SUM(A1)`, `#REF!`. */
const withoutValue = /^(?:=\s*[$A-Z(]|#(?:REF|N\/A|VALUE|NAME|DIV\/0|NULL|NUM)[!?]?$)/i;

/**
 * Lines of a text separated by commas, semicolons or tabs.
 * @throws FileProblem
 */
export const readCsv = async (file: Blob): Promise<Sheet> => {
  const text = decode(await file.arrayBuffer());
  const notes = noNotes();
  const lines: Line[] = [];
  let no = 0;
  // Found by Papa itself, but not when the first lines are titles without any separator.
  const delimiter = [',', '\t', ';'].reduce((best, each) =>
    text.slice(0, 65_536).split(each).length > text.slice(0, 65_536).split(best).length ? each : best,
  );
  Papa.parse<string[]>(text, {
    delimiter,
    step: ({ data }) => {
      no += 1;
      const cells = data.map((raw, column) => {
        const cell = raw.trim();
        if (!withoutValue.test(cell)) return plainText(withoutGuard(cell));
        notes.unknown.push(`${columnName(column)}${no}`);
        return '';
      });
      while (cells.at(-1) === '') cells.pop();
      if (cells.length > columnLimit) throw new FileProblem('file.too_many_columns');
      if (cells.length === 0) return;
      for (const cell of cells) if (/^\d(?:\.\d+)?[eE]\+1[5-9]$/.test(cell)) notes.cut.push(String(no));
      lines.push({ no, cells });
      if (lines.length > rowLimit) throw new FileProblem('file.too_many_rows');
    },
  });
  return { lines, notes };
};

import type { Mapping } from './columns.ts';
import {
  digestOf,
  type OpenedSheet,
  openSpreadsheet,
  type Prepared,
  type Spreadsheet,
} from './open-spreadsheet.ts';
import { FileProblem, type FileRefusal } from './reading-problem.ts';
import type { KnownArea } from './rows.ts';

/** What the page asks of the worker that holds the file. */
export type Asked =
  | { readonly ask: 'open'; readonly file: File }
  | { readonly ask: 'sheet'; readonly sheet: number }
  | { readonly ask: 'headings'; readonly at: number }
  | { readonly ask: 'prepare'; readonly mapping: Mapping; readonly areas: readonly KnownArea[] };

export type Told =
  | { readonly tell: 'opened'; readonly opened: OpenedSheet; readonly digest: string }
  | { readonly tell: 'prepared'; readonly prepared: Prepared }
  | { readonly tell: 'refused'; readonly code: FileRefusal };

let spreadsheet: Spreadsheet | undefined;
let digest = '';

const answer = async (asked: Asked): Promise<Told> => {
  if (asked.ask === 'open') {
    spreadsheet = await openSpreadsheet(asked.file);
    const opened = await spreadsheet.openLikely();
    digest = await digestOf(asked.file);
    return { tell: 'opened', opened, digest };
  }
  if (spreadsheet === undefined) throw new Error('nothing is open');
  if (asked.ask === 'sheet') return { tell: 'opened', opened: await spreadsheet.open(asked.sheet), digest };
  if (asked.ask === 'headings') return { tell: 'opened', opened: spreadsheet.withHeadings(asked.at), digest };
  return { tell: 'prepared', prepared: spreadsheet.prepare(asked.mapping, asked.areas) };
};

addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  answer(data).then(
    (told) => postMessage(told),
    (thrown: unknown) =>
      postMessage({
        tell: 'refused',
        // A file that breaks the reader is damaged in a way nobody foresaw.
        code: thrown instanceof FileProblem ? thrown.code : 'file.damaged',
      } satisfies Told),
  );
});

import type { Mapping } from './columns.ts';
import type { Grouped } from './households-of-lines.ts';
import { digestOf, type OpenedSheet, openSpreadsheet, type Spreadsheet } from './open-spreadsheet.ts';
import { FileProblem, type FileRefusal } from './reading-problem.ts';

/** What the page asks of the worker that holds the file. */
export type Asked =
  | { readonly ask: 'open'; readonly file: File }
  | { readonly ask: 'sheet'; readonly sheet: number }
  | { readonly ask: 'headings'; readonly at: number }
  | { readonly ask: 'group'; readonly mapping: Mapping };

export type Told =
  | { readonly tell: 'opened'; readonly opened: OpenedSheet; readonly digest: string }
  | { readonly tell: 'grouped'; readonly grouped: Grouped }
  | { readonly tell: 'refused'; readonly code: FileRefusal };

let spreadsheet: Spreadsheet | undefined;
let digest = '';

const answer = async (asked: Asked): Promise<Told> => {
  if (asked.ask === 'open') {
    spreadsheet = await openSpreadsheet(asked.file);
    const opened = await spreadsheet.open(0);
    digest = await digestOf(asked.file);
    return { tell: 'opened', opened, digest };
  }
  if (spreadsheet === undefined) throw new Error('nothing is open');
  if (asked.ask === 'sheet') return { tell: 'opened', opened: await spreadsheet.open(asked.sheet), digest };
  if (asked.ask === 'headings') return { tell: 'opened', opened: spreadsheet.withHeadings(asked.at), digest };
  return { tell: 'grouped', grouped: spreadsheet.group(asked.mapping) };
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

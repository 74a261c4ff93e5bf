import type { Mapping } from './columns.ts';
import type { Asked, Told } from './import.worker.ts';
import ImportWorker from './import.worker.ts?worker';
import type { OpenedSheet, Prepared } from './open-spreadsheet.ts';
import { FileProblem, fileLimit } from './reading-problem.ts';
import type { KnownArea } from './rows.ts';

export interface OpenFile {
  readonly name: string;
  readonly digest: string;
  readonly opened: OpenedSheet;
  readonly chooseSheet: (sheet: number) => Promise<OpenedSheet>;
  readonly chooseHeadings: (at: number) => Promise<OpenedSheet>;
  readonly prepare: (mapping: Mapping, areas: readonly KnownArea[]) => Promise<Prepared>;
  /** Lets go of the file and of everything read from it. */
  readonly close: () => void;
}

/**
 * Opens a file beside the page, so that reading a large one doesn't hold up the keyboard.
 * @throws FileProblem when it can't be read as a spreadsheet
 */
export const openFile = async (file: File): Promise<OpenFile> => {
  // Before any worker touches it: nothing of a file this large is read.
  if (file.size > fileLimit) throw new FileProblem('file.too_large');
  const worker = new ImportWorker();
  let last: Promise<unknown> = Promise.resolve();

  const ask = (asked: Asked): Promise<Told> => {
    // One question at a time: the answers carry no number.
    const answered = last.then(
      () =>
        new Promise<Told>((resolve, reject) => {
          worker.onmessage = ({ data }: MessageEvent<Told>) => resolve(data);
          worker.onerror = () => reject(new FileProblem('file.damaged'));
          worker.postMessage(asked);
        }),
    );
    last = answered.catch(() => undefined);
    return answered;
  };
  const opening = async (asked: Asked): Promise<{ opened: OpenedSheet; digest: string }> => {
    const told = await ask(asked);
    if (told.tell === 'opened') return told;
    throw new FileProblem(told.tell === 'refused' ? told.code : 'file.damaged');
  };

  try {
    const { opened, digest } = await opening({ ask: 'open', file });
    return {
      name: file.name,
      digest,
      opened,
      chooseSheet: async (sheet) => (await opening({ ask: 'sheet', sheet })).opened,
      chooseHeadings: async (at) => (await opening({ ask: 'headings', at })).opened,
      prepare: async (mapping, areas) => {
        const told = await ask({ ask: 'prepare', mapping, areas });
        if (told.tell === 'prepared') return told.prepared;
        throw new FileProblem(told.tell === 'refused' ? told.code : 'file.damaged');
      },
      close: () => worker.terminate(),
    };
  } catch (thrown) {
    worker.terminate();
    throw thrown;
  }
};

import { FileProblem, fileLimit } from './reading-problem.ts';

export type FileKind = 'xlsx' | 'csv';

const startsWith = (bytes: Uint8Array, ...wanted: readonly number[]): boolean =>
  wanted.every((byte, index) => bytes[index] === byte);

/** Zero bytes stand in every picture, archive and document, and never in a text of one of the encodings taken here. */
const isText = (bytes: Uint8Array): boolean => !bytes.includes(0);

/**
 * What a file is by its content; its name proves nothing. Only its first bytes are read.
 * @throws FileProblem when it is too large or something else than a spreadsheet
 */
export const kindOfFile = async (file: Blob): Promise<FileKind> => {
  if (file.size > fileLimit) throw new FileProblem('file.too_large');
  if (file.size === 0) throw new FileProblem('file.empty');
  const bytes = new Uint8Array(await file.slice(0, 4096).arrayBuffer());
  if (startsWith(bytes, 0x50, 0x4b, 3, 4)) return 'xlsx';
  // One and the same container: Excel up to 2003, and Excel files locked with a password.
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    const tail = new TextDecoder('utf-16le').decode(await file.slice(0, 64 * 1024).arrayBuffer());
    throw new FileProblem(tail.includes('EncryptedPackage') ? 'file.encrypted' : 'file.old_excel');
  }
  // Notepad's "Unicode": its zero bytes would pass for a picture's.
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) return 'csv';
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46) || !isText(bytes)) {
    throw new FileProblem('file.not_a_spreadsheet');
  }
  const opening = new TextDecoder('latin1').decode(bytes.subarray(0, 512)).trimStart().toLowerCase();
  // Systems that "export to Excel" by saving a web page under another name.
  if (opening.startsWith('<')) throw new FileProblem('file.not_a_spreadsheet');
  return 'csv';
};

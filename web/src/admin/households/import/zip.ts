/** What a spreadsheet is wrapped in. Entries are read one by one and as they come: a whole workbook is never in memory. */
export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  /** Bytes in the archive. */
  readonly size: number;
  /** Byte of the archive at which the entry's own header begins. */
  readonly at: number;
}

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const localHeader = 0x04034b50;
/** The end's own 22 bytes and the longest comment that can follow it. */
const longestTail = 22 + 0xffff;

const viewOf = async (file: Blob, from: number, to: number): Promise<DataView> =>
  new DataView(await file.slice(from, to).arrayBuffer());

const findEnd = (tail: DataView): number | undefined => {
  for (let at = tail.byteLength - 22; at >= 0; at--) {
    if (tail.getUint32(at, true) === endOfDirectory) return at;
  }
  return undefined;
};

/** @returns the entries by name, or undefined when the file is no zip archive or is cut off */
export const readZipDirectory = async (file: Blob): Promise<ReadonlyMap<string, ZipEntry> | undefined> => {
  const tail = await viewOf(file, Math.max(0, file.size - longestTail), file.size);
  const end = findEnd(tail);
  if (end === undefined) return undefined;
  const length = tail.getUint32(end + 12, true);
  const start = tail.getUint32(end + 16, true);
  if (start + length > file.size) return undefined;
  const directory = await viewOf(file, start, start + length);
  const entries = new Map<string, ZipEntry>();
  const utf8 = new TextDecoder();
  for (let at = 0; at + 46 <= directory.byteLength; ) {
    if (directory.getUint32(at, true) !== directoryEntry) return undefined;
    const nameLength = directory.getUint16(at + 28, true);
    const rest = directory.getUint16(at + 30, true) + directory.getUint16(at + 32, true);
    if (at + 46 + nameLength > directory.byteLength) return undefined;
    const name = utf8.decode(new Uint8Array(directory.buffer, at + 46, nameLength));
    entries.set(name, {
      name,
      method: directory.getUint16(at + 10, true),
      size: directory.getUint32(at + 20, true),
      at: directory.getUint32(at + 42, true),
    });
    at += 46 + nameLength + rest;
  }
  return entries;
};

/** Whether this browser can unpack at all; those before spring 2023 may not. */
export const canUnpack = (): boolean => {
  try {
    return new DecompressionStream('deflate-raw') !== undefined;
  } catch {
    return false;
  }
};

/**
 * The bytes of an entry, unpacked, as they come.
 * @throws Error when the entry is damaged or packed in a way spreadsheets don't use
 */
export const unpackEntry = async (file: Blob, entry: ZipEntry): Promise<ReadableStream<Uint8Array>> => {
  const header = await viewOf(file, entry.at, entry.at + 30);
  if (header.byteLength < 30 || header.getUint32(0, true) !== localHeader) throw new Error('zip: no entry');
  const start = entry.at + 30 + header.getUint16(26, true) + header.getUint16(28, true);
  const packed = file.slice(start, start + entry.size).stream();
  if (entry.method === 0) return packed;
  if (entry.method !== 8) throw new Error('zip: unknown method');
  return packed.pipeThrough(new DecompressionStream('deflate-raw'));
};

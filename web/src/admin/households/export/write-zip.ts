const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  return crc;
});

const crcOf = (bytes: Uint8Array): number => {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
};

const packed = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> => {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
};

const canPack = (): boolean => {
  try {
    return new CompressionStream('deflate-raw') !== undefined;
  } catch {
    return false;
  }
};

/** Little-endian numbers of two or four bytes, one after another. */
const fields = (...given: readonly (readonly [size: 2 | 4, value: number])[]): Uint8Array<ArrayBuffer> => {
  const view = new DataView(new ArrayBuffer(given.reduce((sum, [size]) => sum + size, 0)));
  let at = 0;
  for (const [size, value] of given) {
    if (size === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += size;
  }
  return new Uint8Array(view.buffer);
};

const namesInUtf8 = 0x0800;
/** 1 January 1980: the same content gives the same file. */
const dosDate = 0x0021;

/** An archive of these texts by name. Browsers too old to pack leave them as they are: larger, but just as good. */
export const zipOf = async (files: Readonly<Record<string, string>>, type: string): Promise<Blob> => {
  const utf8 = new TextEncoder();
  const method = canPack() ? 8 : 0;
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const directory: Uint8Array<ArrayBuffer>[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(files)) {
    const nameBytes = utf8.encode(name);
    const bytes = utf8.encode(text);
    const body = method === 8 ? await packed(bytes) : bytes;
    const about = fields(
      ...([
        [2, 20],
        [2, namesInUtf8],
        [2, method],
        [2, 0],
        [2, dosDate],
        [4, crcOf(bytes)],
      ] as const),
      ...([
        [4, body.length],
        [4, bytes.length],
        [2, nameBytes.length],
        [2, 0],
      ] as const),
    );
    parts.push(fields([4, 0x04034b50]), about, nameBytes, body);
    directory.push(
      fields([4, 0x02014b50], [2, 20]),
      about,
      fields([2, 0], [2, 0], [2, 0], [4, 0], [4, at]),
      nameBytes,
    );
    at += 4 + about.length + nameBytes.length + body.length;
  }
  const count = Object.keys(files).length;
  const length = directory.reduce((sum, part) => sum + part.length, 0);
  const end = fields([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, length], [4, at], [2, 0]);
  return new Blob([...parts, ...directory, end], { type });
};

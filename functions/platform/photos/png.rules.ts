import { crc32 } from 'node:zlib';
import { concat, latin1, latin1Bytes, uintBe, uintBeBytes } from './bytes.ts';
import { orientationOnly, readOrientation } from './exif.rules.ts';
import { DAMAGED, MAX_PARTS, type Picture, type Refused } from './picture.ts';

export const PNG_SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/**
 * What makes the pixels and their colours, with the bytes each may have at most: a fixed chunk that is
 * longer carries something else. Source: W3C PNG (third edition) section 11.
 */
const KEPT_CHUNKS: ReadonlyMap<string, number> = new Map([
  ['IHDR', 13],
  ['PLTE', 768],
  ['IDAT', Number.POSITIVE_INFINITY],
  ['IEND', 0],
  ['tRNS', 256],
  ['gAMA', 4],
  ['cHRM', 32],
  ['sRGB', 1],
  ['iCCP', Number.POSITIVE_INFINITY],
  ['pHYs', 9],
]);
const CRITICAL: ReadonlySet<string> = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND']);

/** Bits a sample may have, by colour type: W3C PNG table 12. */
const DEPTHS: ReadonlyMap<number, readonly number[]> = new Map([
  [0, [1, 2, 4, 8, 16]],
  [2, [8, 16]],
  [3, [1, 2, 4, 8]],
  [4, [8, 16]],
  [6, [8, 16]],
]);
const PALETTE = 3;

interface Chunk {
  readonly name: string;
  readonly body: Uint8Array;
  /** Length, name, body and checksum. */
  readonly whole: Uint8Array;
}

/**
 * Walks a PNG up to IEND and leaves out what follows. An animated PNG comes out as its still picture: the
 * format keeps the frames in chunks of their own.
 */
export function readPng(bytes: Uint8Array): Picture | Refused {
  const chunks = readChunks(bytes);
  if (chunks === undefined || !isComplete(chunks)) return DAMAGED;
  const size = readHeader(chunks);
  if (size === undefined) return DAMAGED;

  const exif = chunks.find(({ name }) => name === 'eXIf');
  const orientation = exif && orientationOnly(readOrientation(exif.body));
  const [header, ...rest] = chunks.filter(({ name, body }) => body.length <= (KEPT_CHUNKS.get(name) ?? -1));
  if (header === undefined) return DAMAGED;
  const pieces = rest.map(({ whole }) => whole);
  return {
    ...size,
    kept: [PNG_SIGNATURE, header.whole, ...(orientation ? [chunk('eXIf', orientation)] : []), ...pieces],
  };
}

function readChunks(bytes: Uint8Array): readonly Chunk[] | undefined {
  if (!PNG_SIGNATURE.every((byte, i) => bytes[i] === byte)) return undefined;
  const chunks: Chunk[] = [];
  let at = PNG_SIGNATURE.length;
  while (at < bytes.length && chunks.length < MAX_PARTS) {
    const length = uintBe(bytes, at, 4);
    const end = at + 12 + length;
    if (end > bytes.length) return undefined;
    if (crc32(bytes.subarray(at + 4, end - 4)) !== uintBe(bytes, end - 4, 4)) return undefined;
    const name = latin1(bytes, at + 4, 4);
    chunks.push({ name, body: bytes.subarray(at + 8, end - 4), whole: bytes.subarray(at, end) });
    if (name === 'IEND') return chunks;
    at = end;
  }
  return undefined;
}

/** A header first, image data in one run, an unknown critical chunk nowhere (a decoder must refuse it). */
function isComplete(chunks: readonly Chunk[]): boolean {
  const names = chunks.map(({ name }) => name);
  const critical = chunks.filter(({ name }) => /^[^a-z]/.test(name));
  if (
    !critical.every(({ name, body }) => CRITICAL.has(name) && body.length <= (KEPT_CHUNKS.get(name) ?? 0))
  ) {
    return false;
  }
  const imageData = names.lastIndexOf('IDAT') - names.indexOf('IDAT') + 1;
  const unbroken = imageData === names.filter((name) => name === 'IDAT').length;
  const headers = names.filter((name) => name === 'IHDR').length;
  return names[0] === 'IHDR' && headers === 1 && names.includes('IDAT') && unbroken;
}

function readHeader(
  chunks: readonly Chunk[],
): { readonly width: number; readonly height: number } | undefined {
  const body = chunks[0]?.body ?? new Uint8Array();
  const width = uintBe(body, 0, 4);
  const height = uintBe(body, 4, 4);
  const [depth = 0, colour = 0, compression, filter, interlace = 0] = body.subarray(8);
  const known = DEPTHS.get(colour)?.includes(depth) && compression === 0 && filter === 0 && interlace <= 1;
  const coloured = colour !== PALETTE || chunks.some(({ name }) => name === 'PLTE');
  const sized = width > 0 && height > 0 && width < 2 ** 31 && height < 2 ** 31;
  return body.length === 13 && known && coloured && sized ? { width, height } : undefined;
}

function chunk(name: string, body: Uint8Array): Uint8Array {
  const named = concat([latin1Bytes(name), body]);
  return concat([uintBeBytes(body.length, 4), named, uintBeBytes(crc32(named), 4)]);
}

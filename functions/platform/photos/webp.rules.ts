import { concat, latin1, latin1Bytes, uintBe, uintLe, uintLeBytes } from './bytes.ts';
import { orientationOnly, readOrientation } from './exif.rules.ts';
import { DAMAGED, MAX_PARTS, type Picture, type Refused, UNSUPPORTED } from './picture.ts';

/** Flags of a VP8X chunk. Source: RFC 9649 section 2.7. */
const HAS_COLOUR_PROFILE = 0x20;
const HAS_ALPHA = 0x10;
const HAS_EXIF = 0x08;
const HAS_ANIMATION = 0x02;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Chunk bodies by name. A name that comes twice counts once: a reader takes the first. */
type Chunks = ReadonlyMap<string, Uint8Array>;

/** Walks a WebP file as far as its RIFF header says it goes; what stands behind is left out. */
export function readWebp(bytes: Uint8Array): Picture | Refused {
  const chunks = readChunks(bytes);
  if (chunks === undefined) return DAMAGED;
  const extended = chunks.get('VP8X');
  const animated = (uintBe(extended ?? new Uint8Array(), 0, 1) & HAS_ANIMATION) !== 0;
  if (animated || chunks.has('ANIM') || chunks.has('ANMF')) return UNSUPPORTED;

  const size = readSize(chunks);
  if (size === undefined) return DAMAGED;
  if (extended === undefined) return { ...size, kept: riff(imageChunk(chunks)) };

  const canvas = { width: uintLe(extended, 4, 3) + 1, height: uintLe(extended, 7, 3) + 1 };
  const fits = canvas.width === size.width && canvas.height === size.height;
  return extended.length === 10 && fits ? { ...size, kept: extendedPieces(extended, chunks) } : DAMAGED;
}

function readChunks(bytes: Uint8Array): Chunks | undefined {
  if (latin1(bytes, 0, 4) !== 'RIFF' || latin1(bytes, 8, 4) !== 'WEBP') return undefined;
  const end = 8 + uintLe(bytes, 4, 4);
  if (end > bytes.length) return undefined;
  const chunks = new Map<string, Uint8Array>();
  let at = 12;
  while (at < end) {
    const name = latin1(bytes, at, 4);
    const length = uintLe(bytes, at + 4, 4);
    const bodyEnd = at + 8 + length;
    if (bodyEnd > end || chunks.size >= MAX_PARTS) return undefined;
    if (!chunks.has(name)) chunks.set(name, bytes.subarray(at + 8, bodyEnd));
    at = bodyEnd + (length % 2); // a chunk of odd length is followed by one byte of padding
  }
  return chunks;
}

/** Pixels of the lossy (RFC 6386 9.1) or the lossless (RFC 9649 3.4) bitstream. */
function readSize(chunks: Chunks): Size | undefined {
  const lossy = chunks.get('VP8 ');
  const lossless = chunks.get('VP8L');
  if ((lossy === undefined) === (lossless === undefined)) return undefined;
  const size = lossy ? readLossy(lossy) : lossless && readLossless(lossless);
  return size && size.width > 0 && size.height > 0 ? size : undefined;
}

function readLossy(body: Uint8Array): Size | undefined {
  const keyFrame = body.length >= 10 && (uintBe(body, 0, 1) & 1) === 0 && uintBe(body, 3, 3) === 0x9d012a;
  return keyFrame ? { width: uintLe(body, 6, 2) & 0x3fff, height: uintLe(body, 8, 2) & 0x3fff } : undefined;
}

function readLossless(body: Uint8Array): Size | undefined {
  const header = uintLe(body, 1, 4);
  const readable = body.length > 5 && body[0] === 0x2f && header < 2 ** 29;
  return readable ? { width: (header & 0x3fff) + 1, height: ((header >>> 14) & 0x3fff) + 1 } : undefined;
}

function extendedPieces(extended: Uint8Array, chunks: Chunks): readonly Uint8Array[] {
  const profile = chunks.get('ICCP');
  const alpha = chunks.has('VP8 ') ? chunks.get('ALPH') : undefined;
  const exif = orientationOnly(readOrientation(tiffOf(chunks.get('EXIF') ?? new Uint8Array())));
  const flags =
    (uintBe(extended, 0, 1) & HAS_ALPHA) | (profile ? HAS_COLOUR_PROFILE : 0) | (exif ? HAS_EXIF : 0);
  return riff([
    chunk('VP8X', concat([Uint8Array.of(flags, 0, 0, 0), extended.subarray(4)])),
    ...(profile ? [chunk('ICCP', profile)] : []),
    ...(alpha ? [chunk('ALPH', alpha)] : []),
    ...imageChunk(chunks),
    ...(exif ? [chunk('EXIF', exif)] : []),
  ]);
}

/** Some cameras write the prefix that only a JPEG needs. */
function tiffOf(exif: Uint8Array): Uint8Array {
  return latin1(exif, 0, 6) === 'Exif\0\0' ? exif.subarray(6) : exif;
}

function imageChunk(chunks: Chunks): readonly Uint8Array[] {
  return ['VP8 ', 'VP8L'].flatMap((name) => {
    const body = chunks.get(name);
    return body ? [chunk(name, body)] : [];
  });
}

function chunk(name: string, body: Uint8Array): Uint8Array {
  return concat([latin1Bytes(name), uintLeBytes(body.length, 4), body, new Uint8Array(body.length % 2)]);
}

function riff(pieces: readonly Uint8Array[]): readonly Uint8Array[] {
  const length = pieces.reduce((sum, piece) => sum + piece.length, 4);
  return [latin1Bytes('RIFF'), uintLeBytes(length, 4), latin1Bytes('WEBP'), ...pieces];
}

import { concat, latin1, latin1Bytes, uintBe, uintBeBytes } from './bytes.ts';
import { orientationOnly, readOrientation } from './exif.rules.ts';
import { DAMAGED, MAX_PARTS, type Picture, type Refused, UNSUPPORTED } from './picture.ts';

/** Marker codes: ITU-T T.81 table B.1. */
const START_OF_IMAGE = 0xd8;
const END_OF_IMAGE = 0xd9;
const START_OF_SCAN = 0xda;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP14 = 0xee;
const COMMENT = 0xfe;
const NUMBER_OF_LINES = 0xdc;
/** Quantisation tables, Huffman tables, restart interval: without them there are no pixels. */
const TABLES: ReadonlySet<number> = new Set([0xdb, 0xc4, 0xdd]);
/** Baseline, extended and progressive Huffman frames: what every browser shows. */
const SHOWN_FRAMES: ReadonlySet<number> = new Set([0xc0, 0xc1, 0xc2]);
/** Lossless, hierarchical and arithmetic frames, and the markers that introduce them. */
const UNSHOWN_FRAMES: ReadonlySet<number> = new Set([
  ...[0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcc, 0xcd, 0xce, 0xcf],
  ...[0xde, 0xdf],
]);

interface Segment {
  readonly marker: number;
  /** What follows the marker and its length. */
  readonly body: Uint8Array;
  /** Marker, length and body; after a start of scan, its entropy-coded data too. */
  readonly whole: Uint8Array;
}

/**
 * Walks a JPEG up to its first end marker. What stands behind it (the film of a motion photo, a second
 * picture of a multi-picture file) isn't part of the photo and is left out.
 */
export function readJpeg(bytes: Uint8Array): Picture | Refused {
  const segments = readSegments(bytes);
  if (segments === undefined) return DAMAGED;
  if (segments.some(({ marker }) => UNSHOWN_FRAMES.has(marker))) return UNSUPPORTED;
  if (!segments.every(({ marker }) => isKnown(marker))) return DAMAGED;

  const frames = segments.filter(({ marker }) => SHOWN_FRAMES.has(marker));
  const firstScan = segments.findIndex(({ marker }) => marker === START_OF_SCAN);
  const frame = frames[0];
  if (frame === undefined || frames.length > 1 || segments.indexOf(frame) > firstScan) return DAMAGED;
  const size = readFrame(frame.body);
  return 'refusal' in size ? size : { ...size, kept: keptPieces(segments) };
}

function readSegments(bytes: Uint8Array): readonly Segment[] | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== START_OF_IMAGE) return undefined;
  const segments: Segment[] = [];
  let at = 2;
  while (bytes[at] === 0xff && segments.length < MAX_PARTS) {
    const marker = bytes[at + 1];
    if (marker === 0xff) {
      at += 1; // any number of fill bytes may precede a marker
      continue;
    }
    if (marker === END_OF_IMAGE) return segments;
    const length = uintBe(bytes, at + 2, 2);
    const bodyEnd = at + 2 + length;
    if (marker === undefined || length < 2 || bodyEnd > bytes.length) return undefined;
    const end = marker === START_OF_SCAN ? endOfScan(bytes, bodyEnd) : bodyEnd;
    segments.push({ marker, body: bytes.subarray(at + 4, bodyEnd), whole: bytes.subarray(at, end) });
    at = end;
  }
  return undefined;
}

/** Entropy-coded data ends at the first marker that is neither a stuffed 0xff nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at !== -1) {
    const next = bytes[at + 1] ?? 0;
    const belongsToScan = next === 0x00 || (next >= 0xd0 && next <= 0xd7);
    if (next !== 0xff && !belongsToScan) return at;
    at = bytes.indexOf(0xff, at + (belongsToScan ? 2 : 1));
  }
  return bytes.length;
}

function isKnown(marker: number): boolean {
  const application = marker >= APP0 && marker <= 0xef;
  const dropped = application || marker === COMMENT || marker === NUMBER_OF_LINES;
  return dropped || marker === START_OF_SCAN || TABLES.has(marker) || SHOWN_FRAMES.has(marker);
}

/** A height of 0 means "see the end of the first scan"; browsers don't show such files. */
function readFrame(body: Uint8Array): { readonly width: number; readonly height: number } | Refused {
  const height = uintBe(body, 1, 2);
  const width = uintBe(body, 3, 2);
  const components = uintBe(body, 5, 1);
  if (body.length !== 6 + 3 * components || width === 0 || height === 0) return DAMAGED;
  const shown = body[0] === 8 && (components === 1 || components === 3 || components === 4);
  return shown ? { width, height } : UNSUPPORTED;
}

function keptPieces(segments: readonly Segment[]): readonly Uint8Array[] {
  const jfif = segments.find(
    (segment) => isApplication(segment, APP0, 'JFIF\0') && segment.body.length >= 14,
  );
  const orientation = segments
    .filter((segment) => isApplication(segment, APP1, 'Exif\0\0'))
    .map(({ body }) => orientationOnly(readOrientation(body.subarray(6))))
    .find((exif) => exif !== undefined);
  return [
    Uint8Array.of(0xff, START_OF_IMAGE),
    // Its twelve fixed bytes; the thumbnail that may follow can show what was cropped away.
    ...(jfif ? [application(APP0, concat([jfif.body.subarray(0, 12), Uint8Array.of(0, 0)]))] : []),
    ...(orientation ? [application(APP1, concat([latin1Bytes('Exif\0\0'), orientation]))] : []),
    ...segments.flatMap(keptPiece),
    Uint8Array.of(0xff, END_OF_IMAGE),
  ];
}

function keptPiece(segment: Segment): readonly Uint8Array[] {
  const { marker, body, whole } = segment;
  if (marker === START_OF_SCAN || TABLES.has(marker) || SHOWN_FRAMES.has(marker)) return [whole];
  if (isApplication(segment, APP2, 'ICC_PROFILE\0')) return [whole];
  // Says how the colours were transformed: a picture in four inks turns negative without it.
  const colours = isApplication(segment, APP14, 'Adobe') && body.length >= 12;
  return colours ? [application(APP14, body.subarray(0, 12))] : [];
}

function isApplication(segment: Segment, marker: number, name: string): boolean {
  return segment.marker === marker && latin1(segment.body, 0, name.length) === name;
}

function application(marker: number, body: Uint8Array): Uint8Array {
  return concat([Uint8Array.of(0xff, marker), uintBeBytes(body.length + 2, 2), body]);
}

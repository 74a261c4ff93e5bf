import { crc32, deflateSync } from 'node:zlib';

/** Small real pictures, byte by byte, with everything a phone hides in them. They open in a browser. */

export interface Extras {
  /** EXIF orientation, 1 to 8; goes into an EXIF block together with the GPS position below. */
  readonly orientation?: number;
  /** Byte order of the EXIF block. */
  readonly littleEndian?: boolean;
  /** Adds EXIF, XMP, comments, thumbnails, a trailer: every hiding place the format has. */
  readonly traces?: boolean;
}

/** What must not survive: 40°43′50.21″ N, 115°25′10.13″ E as EXIF keeps it, and the same as XMP text. */
export const GPS_RATIONALS = [40, 1, 43, 1, 5021, 100, 115, 1, 25, 1, 1013, 100];
export const SECRETS = ['40,43.8368N', 'Zhang San', 'Canon SN 0123456789', 'ftypmp42', 'THUMBNAIL'] as const;
const XMP = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><exif:GPSLatitude>${SECRETS[0]}</exif:GPSLatitude></x:xmpmeta>`;
/** A motion photo's film starts like this; so does anything else people append to pictures. */
const TRAILER = ascii(`\0\0\0\x18${SECRETS[3]} ${SECRETS[1]}`);

export function ascii(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text, 'latin1'));
}

export function join(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(parts));
}

export function includes(bytes: Uint8Array, wanted: Uint8Array): boolean {
  return Buffer.from(bytes).includes(Buffer.from(wanted));
}

/** The GPS position in both byte orders, as it would stand in a file. */
export function gpsBytes(): readonly Uint8Array[] {
  return [true, false].map((littleEndian) => join(...GPS_RATIONALS.map((value) => u32(value, littleEndian))));
}

function u16(value: number, littleEndian = false): Uint8Array {
  return littleEndian ? Uint8Array.of(value & 255, value >> 8) : Uint8Array.of(value >> 8, value & 255);
}

function u32(value: number, littleEndian = false): Uint8Array {
  const buffer = Buffer.alloc(4);
  if (littleEndian) buffer.writeUInt32LE(value);
  else buffer.writeUInt32BE(value);
  return Uint8Array.from(buffer);
}

/** TIFF data with maker, orientation and a GPS directory. */
export function exifWithGps({ orientation = 1, littleEndian = false }: Extras): Uint8Array {
  const LE = littleEndian;
  const entry = (tag: number, type: number, count: number, value: Uint8Array) =>
    join(u16(tag, LE), u16(type, LE), u32(count, LE), value);
  const make = ascii(`${SECRETS[2]}\0`);
  const gpsDirectory = 8 + 2 + 3 * 12 + 4;
  const latitude = gpsDirectory + 2 + 2 * 12 + 4;
  const makeAt = latitude + 48;
  return join(
    ascii(LE ? 'II' : 'MM'),
    u16(42, LE),
    u32(8, LE),
    u16(3, LE),
    entry(0x010f, 2, make.length, u32(makeAt, LE)),
    entry(0x0112, 3, 1, join(u16(orientation, LE), u16(0))),
    entry(0x8825, 4, 1, u32(gpsDirectory, LE)),
    u32(0),
    u16(2, LE),
    entry(2, 5, 3, u32(latitude, LE)),
    entry(4, 5, 3, u32(latitude + 24, LE)),
    u32(0),
    ...GPS_RATIONALS.map((value) => u32(value, LE)),
    make,
  );
}

export const ICC_PROFILE = ascii('ICC_PROFILE\0\x01\x01 colours of this screen');

/** A grey picture; every block says "as before, nothing else", which takes two zero bits. */
export function jpeg(width: number, height: number, { traces = false, ...exif }: Extras = {}): Uint8Array {
  const blocks = Math.ceil(width / 8) * Math.ceil(height / 8);
  const onlySymbol0 = (table: number) => join(Uint8Array.of(table, 1), new Uint8Array(15), Uint8Array.of(0));
  const hidden = [
    segment(0xe1, join(ascii('Exif\0\0'), exifWithGps(exif))),
    segment(0xe1, ascii(`http://ns.adobe.com/xap/1.0/\0${XMP}`)),
    segment(0xe0, ascii(`JFXX\0\x10${SECRETS[4]}`)),
    segment(0xe2, ascii(`MPF\0${SECRETS[1]}`)),
    segment(0xe2, ICC_PROFILE),
    segment(0xed, ascii(`Photoshop 3.0\0 by-line ${SECRETS[1]}`)),
    segment(0xee, ascii(`Adobe\0\x64\0\0\0\0\x01${SECRETS[1]}`)),
    segment(0xfe, ascii(`taken by ${SECRETS[1]}`)),
  ];
  const orientated = [segment(0xe1, join(ascii('Exif\0\0'), exifWithGps(exif)))];
  const thumbnail = traces ? ascii(`\x01\x03${SECRETS[4]}`) : Uint8Array.of(0, 0);
  return join(
    Uint8Array.of(0xff, 0xd8),
    segment(0xe0, join(ascii('JFIF\0\x01\x01\0\0\x01\0\x01'), thumbnail)),
    ...(traces ? hidden : exif.orientation ? orientated : []),
    segment(0xdb, join(Uint8Array.of(0), new Uint8Array(64).fill(1))),
    segment(0xc0, join(Uint8Array.of(8), u16(height), u16(width), Uint8Array.of(1, 1, 0x11, 0))),
    segment(0xc4, onlySymbol0(0x00)),
    segment(0xc4, onlySymbol0(0x10)),
    segment(0xda, Uint8Array.of(1, 1, 0x00, 0, 63, 0)),
    jpegScan(blocks),
    Uint8Array.of(0xff, 0xd9),
    ...(traces ? [jpegSecondPicture(), TRAILER] : []),
  );
}

export function segment(marker: number, body: Uint8Array): Uint8Array {
  return join(Uint8Array.of(0xff, marker), u16(body.length + 2), body);
}

function jpegScan(blocks: number): Uint8Array {
  const bits = `${'00'.repeat(blocks)}${'1'.repeat((8 - ((blocks * 2) % 8)) % 8)}`;
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2));
}

/** What a multi-picture file appends. */
function jpegSecondPicture(): Uint8Array {
  return join(Uint8Array.of(0xff, 0xd8), segment(0xe1, join(ascii('Exif\0\0'), exifWithGps({}))));
}

export function png(width: number, height: number, { traces = false, ...exif }: Extras = {}): Uint8Array {
  const rows = Buffer.alloc(height * (1 + width * 3), 0x7f);
  for (let row = 0; row < height; row += 1) rows[row * (1 + width * 3)] = 0;
  const pixels = Uint8Array.from(deflateSync(rows));
  const half = Math.ceil(pixels.length / 2);
  return join(
    ascii('\x89PNG\r\n\x1a\n'),
    pngChunk('IHDR', join(u32(width), u32(height), Uint8Array.of(8, 2, 0, 0, 0))),
    pngChunk('gAMA', u32(45455)),
    ...(traces
      ? [pngChunk('tEXt', ascii(`Author\0${SECRETS[1]}`)), pngChunk('pHYs', ascii(`long ${SECRETS[1]}`))]
      : []),
    ...(traces || exif.orientation ? [pngChunk('eXIf', exifWithGps(exif))] : []),
    pngChunk('IDAT', pixels.subarray(0, half)),
    pngChunk('IDAT', pixels.subarray(half)),
    ...(traces
      ? [pngChunk('iTXt', ascii(`XML:com.adobe.xmp\0\0\0\0\0${XMP}`)), pngChunk('tIME', ascii('1234567'))]
      : []),
    pngChunk('IEND', new Uint8Array()),
    ...(traces ? [TRAILER] : []),
  );
}

export function pngChunk(name: string, body: Uint8Array): Uint8Array {
  const named = join(ascii(name), body);
  return join(u32(body.length), named, u32(crc32(named)));
}

/** One black pixel, lossy; and one clear pixel, lossless. */
const VP8 = Uint8Array.from(Buffer.from('MAEAnQEqAQABAA7A/iWkAANwAAAAAA==', 'base64'));
const VP8L = Uint8Array.from(Buffer.from('LwAAABAHEBERiIj+BwA=', 'base64'));

/** A picture of one pixel, because nothing short writes a bigger one. With extras it's an extended file. */
export function webp(coding: 'lossy' | 'lossless', { traces = false, ...exif }: Extras = {}): Uint8Array {
  const picture = coding === 'lossy' ? webpChunk('VP8 ', VP8) : webpChunk('VP8L', VP8L);
  if (!traces && exif.orientation === undefined) return riff(picture);
  const flags = 0x20 | 0x08 | 0x04;
  const file = riff(
    webpChunk('VP8X', join(Uint8Array.of(flags, 0, 0, 0), new Uint8Array(6))),
    webpChunk('ICCP', ICC_PROFILE),
    picture,
    webpChunk('EXIF', exifWithGps(exif)),
    webpChunk('XMP ', ascii(XMP)),
    webpChunk('note', ascii(SECRETS[1])),
  );
  return traces ? join(file, TRAILER) : file;
}

export function webpChunk(name: string, body: Uint8Array): Uint8Array {
  return join(ascii(name), u32(body.length, true), body, new Uint8Array(body.length % 2));
}

export function riff(...chunks: readonly Uint8Array[]): Uint8Array {
  const body = join(ascii('WEBP'), ...chunks);
  return join(ascii('RIFF'), u32(body.length, true), body);
}

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PHOTO_MAX_BYTES, type PhotoType } from '../../functions/platform/photos/photo.contract.ts';
import { inspectPhoto, stripMetadata } from '../../functions/platform/photos/photo.rules.ts';
import {
  ascii,
  type Extras,
  exifWithGps,
  gpsBytes,
  ICC_PROFILE,
  includes,
  join,
  jpeg,
  png,
  pngChunk,
  riff,
  SECRETS,
  segment,
  webp,
  webpChunk,
} from '../support/pictures.ts';

interface Format {
  readonly name: string;
  readonly type: PhotoType;
  readonly make: (extras?: Extras) => Uint8Array;
  readonly width: number;
  readonly height: number;
}

const FORMATS: readonly Format[] = [
  { name: 'JPEG', type: 'image/jpeg', make: (extras) => jpeg(40, 24, extras), width: 40, height: 24 },
  { name: 'PNG', type: 'image/png', make: (extras) => png(40, 24, extras), width: 40, height: 24 },
  { name: 'lossy WebP', type: 'image/webp', make: (extras) => webp('lossy', extras), width: 1, height: 1 },
  {
    name: 'lossless WebP',
    type: 'image/webp',
    make: (extras) => webp('lossless', extras),
    width: 1,
    height: 1,
  },
];

/** Every orientation, both byte orders. */
const ORIENTATIONS = [1, 2, 3, 4, 5, 6, 7, 8].flatMap((orientation) => [
  { orientation, littleEndian: false },
  { orientation, littleEndian: true },
]);

function strip(bytes: Uint8Array, type: PhotoType): Uint8Array {
  const stripped = stripMetadata(bytes, type);
  if ('refusal' in stripped) throw new Error(`refused: ${stripped.refusal}`);
  return stripped;
}

describe.each(FORMATS)('a $name', ({ type, make, width, height }) => {
  test.each([{ traces: false }, { traces: true }])('is recognised by its content (%o)', (extras) => {
    expect(inspectPhoto(make(extras))).toEqual({ type, width, height });
  });

  test('shows its place and its people before it is stripped, so their absence afterwards proves something', () => {
    const taken = make({ traces: true });
    expect(gpsBytes().some((position) => includes(taken, position))).toBe(true);
    expect(includes(taken, ascii('40,43.8368N'))).toBe(true);
  });

  test.each(ORIENTATIONS)('keeps no place, person, device or trailer (%o)', (exif) => {
    const stripped = strip(make({ traces: true, ...exif }), type);
    for (const position of gpsBytes()) expect(includes(stripped, position)).toBe(false);
    for (const secret of SECRETS) expect(includes(stripped, ascii(secret)), secret).toBe(false);
    expect(inspectPhoto(stripped)).toEqual({ type, width, height });
  });

  test.each(ORIENTATIONS)('stays the right way up (%o)', ({ orientation, littleEndian }) => {
    const alone = ascii(
      `MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0${String.fromCharCode(orientation)}\0\0\0\0\0\0`,
    );
    const stripped = strip(make({ traces: true, orientation, littleEndian }), type);
    expect(includes(stripped, alone)).toBe(orientation !== 1);
  });

  test('loses nothing more when it is stripped again', () => {
    const once = strip(make({ traces: true, orientation: 6 }), type);
    expect(strip(once, type)).toEqual(once);
  });

  test('without metadata stays as it is, byte for byte', () => {
    expect(strip(make(), type)).toEqual(make());
  });

  test('cut off anywhere is damaged, or not a picture at all', () => {
    const whole = make();
    for (let length = 1; length < whole.length; length += 1) {
      const part = whole.subarray(0, length);
      expect(inspectPhoto(part), `${length} bytes`).toHaveProperty('refusal');
      expect(stripMetadata(part, type), `${length} bytes`).toEqual({ refusal: 'photo.damaged' });
    }
  });

  test('with any bits flipped is answered, and what is taken can be stripped and taken again', () => {
    const whole = make({ traces: true, orientation: 6 });
    const flips = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 })), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(flips, (changes) => {
        const flipped = Uint8Array.from(whole);
        for (const [at, bits] of changes) flipped[at] = (flipped[at] ?? 0) ^ bits;
        expectAnswered(flipped);
      }),
      { numRuns: 2000 },
    );
  });
});

/** Never throws, never hangs (the test would), and accepting means the stripped picture is accepted too. */
function expectAnswered(bytes: Uint8Array): void {
  for (const { type } of FORMATS) stripMetadata(bytes, type);
  const facts = inspectPhoto(bytes);
  if ('refusal' in facts) return;
  const stripped = strip(bytes, facts.type);
  expect(inspectPhoto(stripped)).toEqual(facts);
  expect(stripped.length).toBeLessThanOrEqual(bytes.length);
  expect(strip(stripped, facts.type)).toEqual(stripped);
}

test('random bytes behind any known beginning are answered without an exception', () => {
  const beginnings = FORMATS.flatMap(({ make }) => [
    make().subarray(0, 3),
    make().subarray(0, 12),
    make().subarray(0, 30),
  ]);
  const input = fc.tuple(fc.constantFrom(new Uint8Array(), ...beginnings), fc.uint8Array({ maxLength: 300 }));
  fc.assert(
    fc.property(input, ([beginning, rest]) => expectAnswered(join(beginning, rest))),
    { numRuns: 5000 },
  );
});

describe('the pixels are the very bytes that were sent', () => {
  test('tables, frame and scan of a JPEG', () => {
    const bare = jpeg(40, 24);
    const fromTables = bare.subarray(20); // behind the start marker and the JFIF segment
    expect(includes(strip(jpeg(40, 24, { traces: true }), 'image/jpeg'), fromTables)).toBe(true);
  });

  test('a progressive JPEG keeps every scan and its restart markers', () => {
    const scan = join(
      segment(0xda, Uint8Array.of(1, 1, 0, 0, 0, 0)),
      Uint8Array.of(1, 0xff, 0x00, 2, 0xff, 0xd0, 3),
    );
    const frame = segment(0xc2, Uint8Array.of(8, 0, 8, 0, 8, 1, 1, 0x11, 0));
    const start = Uint8Array.of(0xff, 0xd8);
    const end = Uint8Array.of(0xff, 0xd9);
    const comment = segment(0xfe, ascii('between the scans'));
    const taken = join(start, frame, scan, comment, scan, end);
    expect(strip(taken, 'image/jpeg')).toEqual(join(start, frame, scan, scan, end));
  });

  test('the colours of a JPEG: its profile whole, its transform without what was hung on it', () => {
    const stripped = strip(jpeg(8, 8, { traces: true }), 'image/jpeg');
    expect(includes(stripped, segment(0xe2, ICC_PROFILE))).toBe(true);
    expect(includes(stripped, segment(0xee, ascii('Adobe\0\x64\0\0\0\0\x01')))).toBe(true);
  });

  test('header, gamma and image data of a PNG', () => {
    expect(strip(png(40, 24, { traces: true }), 'image/png')).toEqual(png(40, 24));
  });

  test.each(['lossy', 'lossless'] as const)('bitstream and profile of a %s WebP', (coding) => {
    const stripped = strip(webp(coding, { traces: true }), 'image/webp');
    const bitstream = webp(coding).subarray(12);
    const profileOnly = webpChunk('VP8X', join(Uint8Array.of(0x20), new Uint8Array(9)));
    expect(stripped).toEqual(riff(profileOnly, webpChunk('ICCP', ICC_PROFILE), bitstream));
  });
});

const text = (content: string) => new TextEncoder().encode(content);
const isoFile = (brand: string) => ascii(`\0\0\0\x18ftyp${brand}\0\0\0\0mif1${brand}`);
const oversized = join(jpeg(8, 8), new Uint8Array(PHOTO_MAX_BYTES));
const jpegFrame = (marker: number, body: readonly number[]) =>
  join(Uint8Array.of(0xff, 0xd8), segment(marker, Uint8Array.from(body)), jpeg(8, 8).subarray(2));

describe('what is refused says why', () => {
  test.each<[string, Uint8Array, string]>([
    ['an empty file', new Uint8Array(), 'photo.empty'],
    ['a photo one byte over the limit', oversized.subarray(0, PHOTO_MAX_BYTES + 1), 'photo.too_large'],
    ['any file over the limit', new Uint8Array(PHOTO_MAX_BYTES + 1), 'photo.too_large'],
    ['a JPEG of too many pixels', jpegOfSize(10_000, 5001), 'photo.too_large'],
    ['a PNG that claims to unpack to gigabytes', pngOfSize(100_000, 100_000), 'photo.too_large'],
    [
      'an SVG with a script',
      text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
      'photo.unsupported_type',
    ],
    [
      'an SVG behind declarations',
      text('\uFEFF<?xml version="1.0"?>\n<!-- <html> -->\n<!DOCTYPE svg>\n<svg:svg>'),
      'photo.unsupported_type',
    ],
    ['a GIF', ascii('GIF89a\x01\0\x01\0'), 'photo.unsupported_type'],
    ['a HEIC of a phone', isoFile('heic'), 'photo.unsupported_type'],
    ['an AVIF', isoFile('avif'), 'photo.unsupported_type'],
    ['a TIFF', ascii('II*\0\x08\0\0\0'), 'photo.unsupported_type'],
    ['a BMP', ascii('BM\x46\0\0\0\0\0\0\0\x36\0\0\0'), 'photo.unsupported_type'],
    ['a lossless JPEG', jpegFrame(0xc3, [8, 0, 8, 0, 8, 1, 1, 0x11, 0]), 'photo.unsupported_type'],
    [
      'an animated WebP',
      riff(webpChunk('VP8X', join(Uint8Array.of(2), new Uint8Array(9)))),
      'photo.unsupported_type',
    ],
    ['a PDF', ascii('%PDF-1.7\n'), 'photo.not_a_picture'],
    [
      'a page with a drawing in it',
      text('<!doctype html><html><body><svg></svg></body></html>'),
      'photo.not_a_picture',
    ],
    ['a film', isoFile('mp42'), 'photo.not_a_picture'],
    ['a sound', ascii('RIFF\x24\0\0\0WAVEfmt '), 'photo.not_a_picture'],
    [
      'a text that begins like a bitmap',
      text('BMW, parked on the square since Monday'),
      'photo.not_a_picture',
    ],
    ['a JPEG with two frames', jpegFrame(0xc0, [8, 0, 8, 0, 8, 1, 1, 0x11, 0]), 'photo.damaged'],
    ['a JPEG without pixels', join(Uint8Array.of(0xff, 0xd8), Uint8Array.of(0xff, 0xd9)), 'photo.damaged'],
    ['a JPEG of no height', jpegOfSize(8, 0), 'photo.damaged'],
    ['a PNG spoilt by a text transfer', ascii('\x89PNG\n\x1a\n'), 'photo.damaged'],
    ['a PNG with an unknown critical chunk', pngWith(pngChunk('SECR', ascii('x'))), 'photo.damaged'],
    ['a PNG whose checksum is wrong', wrongChecksum(), 'photo.damaged'],
    [
      'a WebP larger than its canvas',
      riff(webpChunk('VP8X', new Uint8Array(10).fill(1)), webp('lossy').subarray(12)),
      'photo.damaged',
    ],
  ])('%s', (_, bytes, refusal) => {
    expect(inspectPhoto(bytes)).toEqual({ refusal });
  });

  test('a photo of exactly the limit is taken', () => {
    expect(inspectPhoto(oversized.subarray(0, PHOTO_MAX_BYTES))).toEqual({
      type: 'image/jpeg',
      width: 8,
      height: 8,
    });
  });

  test('a photo of exactly the most pixels is taken', () => {
    expect(inspectPhoto(jpegOfSize(10_000, 5000))).toEqual({
      type: 'image/jpeg',
      width: 10_000,
      height: 5000,
    });
  });
});

test.each([4, 5, 6])(
  'EXIF whose directory lies beyond its end (offset byte %i) leaves the picture upright',
  (at) => {
    const broken = exifWithGps({ orientation: 6 });
    broken[at] = 0xff;
    const exif = segment(0xe1, join(ascii('Exif\0\0'), broken));
    const stripped = strip(join(Uint8Array.of(0xff, 0xd8), exif, jpeg(8, 8).subarray(2)), 'image/jpeg');
    expect(stripped).toEqual(jpeg(8, 8));
  },
);

describe('a file made to fill the memory of whoever reads it is damaged', () => {
  const many = (part: (i: number) => Uint8Array) =>
    join(...Array.from({ length: 25_000 }, (_, i) => part(i)));

  test.each<[string, Uint8Array]>([
    [
      'nothing but fill bytes',
      join(Uint8Array.of(0xff, 0xd8), new Uint8Array(PHOTO_MAX_BYTES - 2).fill(0xff)),
    ],
    ['a JPEG of thousands of comments', withComments(25_000)],
    ['a PNG of thousands of chunks', pngWith(many(() => pngChunk('none', new Uint8Array())))],
    [
      'a WebP of thousands of chunks',
      riff(
        webp('lossy').subarray(12),
        many((i) => webpChunk(i.toString(36).padStart(4, '_'), new Uint8Array())),
      ),
    ],
  ])('%s', (_, bytes) => {
    expect(inspectPhoto(bytes)).toEqual({ refusal: 'photo.damaged' });
  });

  test('while hundreds of comments are only dropped', () => {
    expect(strip(withComments(500), 'image/jpeg')).toEqual(jpeg(8, 8));
  });
});

function withComments(count: number): Uint8Array {
  const comments = Array.from({ length: count }, () => segment(0xfe, new Uint8Array()));
  return join(Uint8Array.of(0xff, 0xd8), ...comments, jpeg(8, 8).subarray(2));
}

function jpegOfSize(width: number, height: number): Uint8Array {
  const sized = jpeg(8, 8);
  const frame = Buffer.from(sized).indexOf(Buffer.from([0xff, 0xc0]));
  sized.set([height >> 8, height & 255, width >> 8, width & 255], frame + 5);
  return sized;
}

function pngOfSize(width: number, height: number): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const whole = png(1, 1);
  return join(whole.subarray(0, 8), pngChunk('IHDR', header), whole.subarray(33));
}

function pngWith(chunk: Uint8Array): Uint8Array {
  const whole = png(1, 1);
  return join(whole.subarray(0, 33), chunk, whole.subarray(33));
}

function wrongChecksum(): Uint8Array {
  const whole = png(1, 1);
  whole[32] = (whole[32] ?? 0) ^ 1;
  return whole;
}

import { concat, latin1, uintBe } from './bytes.ts';
import { readJpeg } from './jpeg.rules.ts';
import { PHOTO_MAX_BYTES, PHOTO_MAX_PIXELS, type PhotoType } from './photo.contract.ts';
import type { Picture, Refused } from './picture.ts';
import { readPng } from './png.rules.ts';
import { readWebp } from './webp.rules.ts';

export interface PhotoFacts {
  readonly type: PhotoType;
  /** Pixels as stored; an orientation of 5 to 8 shows them the other way round. */
  readonly width: number;
  readonly height: number;
}

const READERS = {
  'image/jpeg': readJpeg,
  'image/png': readPng,
  'image/webp': readWebp,
} as const satisfies Record<PhotoType, (bytes: Uint8Array) => Picture | Refused>;

/** Brands of an ISO media file that holds a still picture (HEIF, AVIF) rather than a film. */
const PICTURE_BRANDS = /^(heic|heix|heim|heis|hevc|hevx|mif1|msf1|avif|avis)$/;
/** GIF, TIFF and the raw files built on it, JPEG XL (bare and boxed), JPEG 2000. */
const OTHER_PICTURES = [
  ...['GIF87a', 'GIF89a', 'II*\0', 'MM\0*'],
  ...['\xff\x0a', '\0\0\0\x0cJXL ', '\0\0\0\x0cjP  '],
] as const;
/** Bytes looked at to tell an SVG from another text. */
const TEXT_HEAD_BYTES = 4096;

/** What the bytes are, or why they aren't taken. Goes by content alone; never throws, time linear in the bytes. */
export function inspectPhoto(bytes: Uint8Array): PhotoFacts | Refused {
  if (bytes.length === 0) return { refusal: 'photo.empty' };
  if (bytes.length > PHOTO_MAX_BYTES) return { refusal: 'photo.too_large' };
  const type = photoTypeOf(bytes);
  if (type === undefined) {
    return { refusal: isOtherPicture(bytes) ? 'photo.unsupported_type' : 'photo.not_a_picture' };
  }
  const picture = READERS[type](bytes);
  if ('refusal' in picture) return picture;
  const { width, height } = picture;
  return width * height > PHOTO_MAX_PIXELS ? { refusal: 'photo.too_large' } : { type, width, height };
}

/**
 * The same picture without anything that tells a place, a time, a device or a person: no GPS, no XMP, no
 * comments, no thumbnails, nothing behind its end. Pixels, colours and orientation stay as they are.
 * A photo that `inspectPhoto` took is never refused here.
 */
export function stripMetadata(bytes: Uint8Array, type: PhotoType): Uint8Array | Refused {
  const picture = READERS[type](bytes);
  return 'refusal' in picture ? picture : concat(picture.kept);
}

/** By the first bytes; says nothing about whether the rest is whole. */
export function photoTypeOf(bytes: Uint8Array): PhotoType | undefined {
  if (uintBe(bytes, 0, 2) === 0xffd8) return 'image/jpeg';
  if (uintBe(bytes, 0, 4) === 0x89504e47) return 'image/png';
  if (latin1(bytes, 0, 4) === 'RIFF' && latin1(bytes, 8, 4) === 'WEBP') return 'image/webp';
  return undefined;
}

function isOtherPicture(bytes: Uint8Array): boolean {
  const head = latin1(bytes, 0, TEXT_HEAD_BYTES);
  if (head.slice(4, 8) === 'ftyp') return PICTURE_BRANDS.test(head.slice(8, 12));
  return OTHER_PICTURES.some((start) => head.startsWith(start)) || isBmp(head) || isSvg(head);
}

/** Two letters alone would make a picture of many a text; four reserved zeros follow the file's size. */
function isBmp(head: string): boolean {
  return head.startsWith('BM') && head.slice(6, 10) === '\0\0\0\0';
}

/** The first element of the text is an svg: declarations, doctypes and comments may precede it. */
function isSvg(head: string): boolean {
  const isMarkup = /^(\xef\xbb\xbf)?\s*</.test(head);
  return isMarkup && /^<(\w+:)?svg\b/i.test(head.replace(/<!--.*?-->/gs, '').match(/<\w.*/s)?.[0] ?? '');
}

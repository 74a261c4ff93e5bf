import * as v from 'valibot';
import { fieldCode } from '../contract/fields.ts';

/** What a photo may be, for the form and the server alike. Browser-safe: nothing here needs Node. */

export const PHOTO_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const;
export type PhotoType = (typeof PHOTO_TYPES)[number];

/**
 * Bytes of one photo as sent. A Lambda payload ends at 6 MB and a binary body travels as base64, a third
 * longer, so 4 MiB is what fits with its headers.
 * Source: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
 */
export const PHOTO_MAX_BYTES = 4 * 1024 * 1024;

/** Width × height. A few kilobytes can unpack to gigabytes: no phone on the desk should meet such a picture. */
export const PHOTO_MAX_PIXELS = 50_000_000;

/** Days an uploaded photo waits for the case it belongs to; then it's removed, as nobody answers for it. */
export const PHOTO_PENDING_DAYS = 7;

export const PHOTO_REFUSALS = [
  'photo.empty',
  /** Too many bytes or too many pixels. */
  'photo.too_large',
  /** A document, a page, a film, or anything else that isn't a picture. */
  'photo.not_a_picture',
  /** A picture, but not one every browser shows (HEIC, TIFF) or not a still photo (GIF, SVG, animation). */
  'photo.unsupported_type',
  /** Starts like a picture, and then breaks off or contradicts itself. */
  'photo.damaged',
] as const;
export type PhotoRefusal = (typeof PHOTO_REFUSALS)[number];

/** Made by whoever accepts the upload; letters and digits only, so it's safe as a file name and an object key. */
export const PhotoIdSchema = v.pipe(v.string(), v.regex(/^[a-z0-9]{1,64}$/), v.brand('PhotoId'));
export type PhotoId = v.InferOutput<typeof PhotoIdSchema>;

/** Photos that a form names, at most so many; none when it names none. */
export const photosField = (most: number) =>
  v.optional(v.pipe(v.array(PhotoIdSchema), v.maxLength(most, fieldCode('field.too_many', most))), []);

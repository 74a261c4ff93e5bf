import type { PhotoRefusal } from '../../../functions/platform/photos/photo.contract.ts';

/** Longest side in CSS pixels: enough to read a house number, a tenth of what a phone's camera makes. */
const LONGEST_SIDE = 1600;
const LONGEST_SIDE_THUMBNAIL = 320;
const QUALITY = 0.82;
const TYPES_PHONES_MAKE = /^image\/(hei[cf]|tiff|avif|x-|vnd)/;

export interface ShrunkPhoto {
  /** Both JPEG as base64. */
  readonly jpeg: string;
  readonly thumbnail: string;
}

type Drawable = ImageBitmap | HTMLImageElement;

/** For browsers that have no createImageBitmap or don't know its options; they turn the picture upright themselves. */
const openAsElement = async (file: Blob): Promise<HTMLImageElement> => {
  const image = new Image();
  const address = URL.createObjectURL(file);
  try {
    image.src = address;
    await image.decode();
    return image;
  } finally {
    URL.revokeObjectURL(address);
  }
};

const open = async (file: Blob): Promise<Drawable> => {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    return openAsElement(file);
  }
};

/** @returns undefined when the browser has no memory left for the canvas */
const draw = (picture: Drawable, longestSide: number): string | undefined => {
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const context = canvas.getContext('2d');
  if (!context) return undefined;
  // JPEG has no transparency; without this a transparent background turns black.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const [start, base64] = canvas.toDataURL('image/jpeg', QUALITY).split(',');
  return start?.startsWith('data:image/jpeg') ? base64 : undefined;
};

const refusalOf = (file: File): PhotoRefusal => {
  if (TYPES_PHONES_MAKE.test(file.type) || /\.hei[cf]$/i.test(file.name)) return 'photo.unsupported_type';
  return file.type.startsWith('image/') ? 'photo.damaged' : 'photo.not_a_picture';
};

/**
 * Scales a photo down and writes it anew as JPEG, so that a slow connection carries it and the place and device it
 * was taken with stay behind.
 */
export const shrinkPhoto = async (file: File): Promise<ShrunkPhoto | { readonly refusal: PhotoRefusal }> => {
  if (file.size === 0) return { refusal: 'photo.empty' };
  let picture: Drawable;
  try {
    picture = await open(file);
  } catch {
    return { refusal: refusalOf(file) };
  }
  const jpeg = draw(picture, LONGEST_SIDE);
  const thumbnail = draw(picture, LONGEST_SIDE_THUMBNAIL);
  if ('close' in picture) picture.close();
  return jpeg && thumbnail ? { jpeg, thumbnail } : { refusal: 'photo.too_large' };
};

export const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

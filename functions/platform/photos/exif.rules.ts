import { latin1, uintBe, uintBeBytes, uintLe } from './bytes.ts';

/**
 * EXIF holds the place, the time, the camera's serial number and often a thumbnail of the uncropped photo.
 * The one thing worth keeping is which way is up, so it's read out and written again alone.
 * Source: CIPA DC-008 (Exif 2.32) 4.6, TIFF 6.0 section 2.
 */
const ORIENTATION_TAG = 0x0112;
const SHORT = 3;
const UPRIGHT = 1;
const LAST_ORIENTATION = 8;
const ENTRY_BYTES = 12;

/** 1 (upright, also when the data says nothing or can't be read) to 8. `tiff` starts at its byte-order mark. */
export function readOrientation(tiff: Uint8Array): number {
  const order = latin1(tiff, 0, 2);
  if (order !== 'II' && order !== 'MM') return UPRIGHT;
  const uint = order === 'II' ? uintLe : uintBe;
  if (uint(tiff, 2, 2) !== 42) return UPRIGHT;
  const directory = uint(tiff, 4, 4);
  const entries = uint(tiff, directory, 2);
  for (let i = 0; i < entries; i += 1) {
    const entry = directory + 2 + i * ENTRY_BYTES;
    if (entry + ENTRY_BYTES > tiff.length) return UPRIGHT;
    if (uint(tiff, entry, 2) !== ORIENTATION_TAG) continue;
    const value = uint(tiff, entry + 8, 2);
    const readable = uint(tiff, entry + 2, 2) === SHORT && value >= UPRIGHT && value <= LAST_ORIENTATION;
    return readable ? value : UPRIGHT;
  }
  return UPRIGHT;
}

/** EXIF data that says the orientation and nothing else; undefined for an upright picture, which needs none. */
export function orientationOnly(orientation: number): Uint8Array | undefined {
  if (orientation === UPRIGHT) return undefined;
  return Uint8Array.of(
    ...[0x4d, 0x4d, 0x00, 0x2a], // big-endian TIFF
    ...uintBeBytes(8, 4), // the directory follows
    ...uintBeBytes(1, 2), // one entry
    ...uintBeBytes(ORIENTATION_TAG, 2),
    ...uintBeBytes(SHORT, 2),
    ...uintBeBytes(1, 4),
    ...uintBeBytes(orientation, 2),
    ...uintBeBytes(0, 2), // a SHORT fills half of its field
    ...uintBeBytes(0, 4), // no second directory, so no thumbnail
  );
}

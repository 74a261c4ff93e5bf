import type { PhotoRefusal } from './photo.contract.ts';

/** What one walk through a picture file finds: its size, and the pieces that make the same picture without a past. */
export interface Picture {
  /** Pixels as stored; an orientation of 5 to 8 shows them the other way round. */
  readonly width: number;
  readonly height: number;
  /** In order, the bytes of a complete file that carries pixels, colours and orientation only. */
  readonly kept: readonly Uint8Array[];
}

export interface Refused {
  readonly refusal: PhotoRefusal;
}

/**
 * Segments or chunks a file may have. Photos have dozens, a PNG cut very fine some thousands; a million of
 * them in 4 MB is an attempt to fill the memory of whoever lists them.
 */
export const MAX_PARTS = 20_000;

export const DAMAGED = { refusal: 'photo.damaged' } as const satisfies Refused;
export const UNSUPPORTED = { refusal: 'photo.unsupported_type' } as const satisfies Refused;

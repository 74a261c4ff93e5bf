/**
 * Reading never fails: a byte beyond the end counts as zero. The pictures come from strangers, so every
 * walker compares its positions with the end itself and an overlooked case reads zeros instead of throwing.
 */

/** Unsigned big-endian number of `size` bytes (at most 6). */
export function uintBe(bytes: Uint8Array, at: number, size: number): number {
  let value = 0;
  for (let i = 0; i < size; i += 1) value = value * 256 + (bytes[at + i] ?? 0);
  return value;
}

/** Unsigned little-endian number of `size` bytes (at most 6). */
export function uintLe(bytes: Uint8Array, at: number, size: number): number {
  let value = 0;
  for (let i = size - 1; i >= 0; i -= 1) value = value * 256 + (bytes[at + i] ?? 0);
  return value;
}

/** `size` bytes of `value`, big-endian. */
export function uintBeBytes(value: number, size: number): Uint8Array {
  return Uint8Array.from({ length: size }, (_, i) => Math.floor(value / 256 ** (size - 1 - i)) % 256);
}

/** `size` bytes of `value`, little-endian. */
export function uintLeBytes(value: number, size: number): Uint8Array {
  return uintBeBytes(value, size).reverse();
}

/** One character per byte; shorter when the bytes end. */
export function latin1(bytes: Uint8Array, at: number, length: number): string {
  let text = '';
  for (const byte of bytes.subarray(at, at + length)) text += String.fromCharCode(byte);
  return text;
}

export function latin1Bytes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

export function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

import { hash } from 'node:crypto';
import {
  checkCharacter,
  longIdLength,
  referenceAlphabet,
  referenceBodyLength,
} from '../contract/reference.ts';

const base = BigInt(referenceAlphabet.length);

const charactersFrom = (seed: string, length: number): string => {
  let number = BigInt(`0x${hash('sha256', seed)}`);
  let text = '';
  for (let i = 0; i < length; i++) {
    text += referenceAlphabet.charAt(Number(number % base));
    number /= base;
  }
  return text;
};

/** A reference of 10 characters, the last a check character, decided by the seed alone (1.8 × 10¹² possible). */
export const referenceFrom = (seed: string): string => {
  const body = charactersFrom(seed, referenceBodyLength);
  return body + checkCharacter(body);
};

/** A code of 8 characters from the same alphabet: 7.8 × 10¹⁰ possible. */
export const codeFrom = (seed: string): string => charactersFrom(seed, 8);

/** An id of 16 characters from the same alphabet: 6.1 × 10²¹ possible, for what is counted in millions. */
export const longIdFrom = (seed: string): string => charactersFrom(seed, longIdLength);

import * as v from 'valibot';
import { fieldCode } from './fields.ts';

/** Control characters, lone surrogates, and the invisible marks that reorder text. */
const forbidden = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/u;
const lineBreaksAndTabs = /[\n\t]/g;

const codePoints = (text: string): number => Array.from(text).length;

const cleaned = (allowed: RegExp | undefined, maximum: number) =>
  v.pipe(
    v.string(),
    // Checked before anything walks it, so that a body full of one field costs nothing.
    v.maxLength(maximum * 2, fieldCode('text.too_long', maximum)),
    v.transform((text) => text.replace(/\r\n?/g, '\n').normalize('NFC').trim()),
    v.check(
      (text) => !forbidden.test(allowed ? text.replace(allowed, '') : text),
      fieldCode('text.control_characters'),
    ),
    v.check((text) => codePoints(text) <= maximum, fieldCode('text.too_long', maximum)),
  );

/** One line of text a person typed: trimmed, NFC, 1 to `maximum` characters (code points). */
export const line = (maximum: number) =>
  v.pipe(cleaned(undefined, maximum), v.minLength(1, fieldCode('field.required')));

/** Text of several lines, 1 to `maximum` characters. */
export const paragraph = (maximum: number) =>
  v.pipe(cleaned(lineBreaksAndTabs, maximum), v.minLength(1, fieldCode('field.required')));

/** Chinese mobile (11 digits) or landline with area code; spaces and dashes are dropped, +86 too. */
export const phone = v.pipe(
  v.string(),
  v.maxLength(30, fieldCode('phone.invalid')),
  v.transform((text) =>
    text
      .normalize('NFKC')
      .replace(/[\s()-]/g, '')
      .replace(/^(\+|00)86/, ''),
  ),
  v.regex(/^(1[3-9]\d{9}|0\d{9,11})$/, fieldCode('phone.invalid')),
);

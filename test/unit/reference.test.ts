import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import {
  formatReference,
  isReference,
  referenceAlphabet,
  referenceSchema,
  secretCodeSchema,
} from '../../functions/platform/contract/reference.ts';
import { codeFrom, referenceFrom } from '../../functions/platform/runtime/ids.ts';

const reference = fc.string({ minLength: 1 }).map(referenceFrom);
const position = fc.nat(9);

describe('a reference', () => {
  test('is ten characters nobody mistakes for another', () => {
    fc.assert(
      fc.property(reference, (text) => {
        expect(text).toMatch(/^[2-9ACEFHJKMNPRTWXY]{10}$/);
        expect(isReference(text)).toBe(true);
      }),
    );
    for (const lookAlike of '01BDGILOQSUVZ') expect(referenceAlphabet).not.toContain(lookAlike);
    expect(new Set(referenceAlphabet).size).toBe(23);
  });

  test('is found wrong with any one character wrong', () => {
    fc.assert(
      fc.property(reference, position, fc.constantFrom(...referenceAlphabet), (text, at, other) => {
        fc.pre(text.charAt(at) !== other);
        expect(isReference(text.slice(0, at) + other + text.slice(at + 1))).toBe(false);
      }),
      { numRuns: 1_000 },
    );
  });

  test('is found wrong with any two characters swapped', () => {
    fc.assert(
      fc.property(reference, position, position, (text, one, other) => {
        fc.pre(text.charAt(one) !== text.charAt(other));
        const characters = [...text];
        characters[one] = text.charAt(other);
        characters[other] = text.charAt(one);
        expect(isReference(characters.join(''))).toBe(false);
      }),
      { numRuns: 1_000 },
    );
  });

  test('is decided by its seed alone', () => {
    expect(referenceFrom('one')).toBe(referenceFrom('one'));
    const many = Array.from({ length: 5_000 }, (_, n) => referenceFrom(`seed ${n}`));
    expect(new Set(many).size).toBe(many.length);
    expect(codeFrom('one')).toMatch(/^[2-9ACEFHJKMNPRTWXY]{8}$/);
  });

  test('is taken as people type it', () => {
    fc.assert(
      fc.property(reference, (text) => {
        const printed = formatReference(text);
        expect(printed).toMatch(/^.{3}-.{3}-.{4}$/);
        const fullWidth = [...text].map((each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0)).join('');
        for (const typed of [
          text,
          printed,
          printed.toLowerCase(),
          ` ${text.split('').join(' ')} `,
          fullWidth,
        ]) {
          expect(v.parse(referenceSchema, typed)).toBe(text);
        }
      }),
    );
  });

  test.each(['', '222', '2'.repeat(41), 'ISSUE#2222', '王'.repeat(10), '22222-2222O'])(
    '%j is none',
    (text) => {
      expect(v.safeParse(referenceSchema, text).success).toBe(false);
    },
  );
});

test('a code is taken as people type it', () => {
  const code = codeFrom('any');
  expect(v.parse(secretCodeSchema, ` ${code.slice(0, 4)}-${code.slice(4)} `.toLowerCase())).toBe(code);
  for (const wrong of ['', code.slice(1), `${code}2`, 'O'.repeat(8)]) {
    expect(v.safeParse(secretCodeSchema, wrong).success).toBe(false);
  }
});

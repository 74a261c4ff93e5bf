import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { line, paragraph, phone } from '../../functions/platform/contract/text.ts';

const read = (schema: v.GenericSchema<string, string>, text: string) => {
  const result = v.safeParse(schema, text);
  return result.success ? result.output : result.issues.map(({ message }) => message);
};

describe('a line somebody typed', () => {
  test.each([
    ['  路灯坏了  ', '路灯坏了'],
    ['e\u0301', '\u00e9'],
    ['𠮷野家', '𠮷野家'],
    ['👨‍👩‍👧', '👨‍👩‍👧'],
    ["'; DROP TABLE issues; --", "'; DROP TABLE issues; --"],
    ['=1+1', '=1+1'],
    ['<b>', '<b>'],
  ])('%j is kept as %j', (text, kept) => {
    expect(read(line(30), text)).toBe(kept);
  });

  test.each(['', '   ', '\u3000', '\t'])('%j is nothing', (text) => {
    expect(read(line(30), text)).toEqual(['field.required']);
  });

  test.each([
    ['a null character', 'a\u0000b'],
    ['a bell', 'a\u0007b'],
    ['a line break', 'a\nb'],
    ['half a character', 'a\uD800b'],
    ['a mark that turns the reading direction', 'a\u202Eb'],
    ['an isolate', 'a\u2066b'],
    ['a non-character', 'a\uFFFFb'],
  ])('%s is refused', (_, text) => {
    expect(read(line(30), text)).toEqual(['text.control_characters']);
  });

  test('characters are counted as people count them, not as memory does', () => {
    expect(read(line(5), '𠮷'.repeat(5))).toBe('𠮷'.repeat(5));
    expect(read(line(5), '𠮷'.repeat(6))).toContain('text.too_long 5');
    expect(read(line(5), '王'.repeat(6))).toEqual(['text.too_long 5']);
    expect(read(line(5), '王'.repeat(10_000))).toContain('text.too_long 5');
  });

  test('cleaning it again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = read(line(200), text);
        if (typeof once === 'string') expect(read(line(200), once)).toBe(once);
        else expect(once.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('a paragraph', () => {
  test('keeps line breaks and tabs, however they were typed', () => {
    expect(read(paragraph(30), '一\r\n二\r三\n四\t五')).toBe('一\n二\n三\n四\t五');
    expect(read(paragraph(30), '一\u0000')).toEqual(['text.control_characters']);
  });
});

describe('a phone number', () => {
  test.each([
    ['138 1234 5678', '13812345678'],
    ['138-1234-5678', '13812345678'],
    ['+86 138 1234 5678', '13812345678'],
    ['0086 13812345678', '13812345678'],
    ['１３８１２３４５６７８', '13812345678'],
    ['(0632) 331-2345', '06323312345'],
  ])('%s is %s', (typed, kept) => {
    expect(read(phone, typed)).toBe(kept);
  });

  test.each([
    '',
    '12345',
    '12812345678',
    '1381234567',
    '138123456789',
    'abc',
    '=13812345678',
    '1'.repeat(31),
  ])('%j is none', (typed) => {
    expect(read(phone, typed)).toContain('phone.invalid');
  });
});

import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { idNumber, idNumberCheck } from '../../functions/platform/contract/id-number.ts';
import { maskIdNumber, maskName, maskPhone } from '../../functions/platform/contract/masks.ts';
import { phone } from '../../functions/platform/contract/text.ts';

const read = (schema: v.GenericSchema<string, string>, text: string): string => {
  const result = v.safeParse(schema, text);
  return result.success ? result.output : `refused ${result.issues.map(({ message }) => message).join()}`;
};

const two = (n: number): string => String(n).padStart(2, '0');
/** ID numbers of people born on any day from 1900 to 2099. */
const idNumbers = fc
  .record({
    place: fc.integer({ min: 110000, max: 659999 }),
    born: fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
    order: fc.integer({ min: 0, max: 999 }),
  })
  .map(({ place, born, order }) => {
    const day = `${born.getUTCFullYear()}${two(born.getUTCMonth() + 1)}${two(born.getUTCDate())}`;
    const digits = `${place}${day}${String(order).padStart(3, '0')}`;
    return digits + idNumberCheck(digits);
  });
const fullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));

describe('an ID number', () => {
  test.each([
    // The examples of GB 11643-1999 itself.
    ['11010519491231002X', '11010519491231002X'],
    ['440524188001010014', '440524188001010014'],
    ['11010519491231002x', '11010519491231002X'],
    [' 110105 19491231 002x ', '11010519491231002X'],
    ['110105-19491231-002X', '11010519491231002X'],
    ['１１０１０５１９４９１２３１００２Ｘ', '11010519491231002X'],
    ['110105194912310021', 'refused id_number.check_character'],
    ['110105194902300020', 'refused id_number.birth_date'],
    ['110105250001010012', 'refused id_number.birth_date'],
    ['110105491231002', 'refused id_number.invalid'],
    ['1.10105E+17', 'refused id_number.invalid'],
    ['010105194912310021', 'refused id_number.invalid'],
    ['11010519491231002Y', 'refused id_number.invalid'],
    ['', 'refused id_number.invalid'],
    ['1'.repeat(10_000), 'refused id_number.invalid'],
  ])('%s is read as %s', (text, expected) => {
    expect(read(idNumber, text)).toBe(expected);
  });

  test('however it is written, it is the same; and reading it again changes nothing', () => {
    fc.assert(
      fc.property(idNumbers, (number) => {
        expect(read(idNumber, fullWidth(number))).toBe(number);
        expect(read(idNumber, ` ${number.slice(0, 6)} ${number.slice(6).toLowerCase()}\n`)).toBe(number);
        expect(read(idNumber, read(idNumber, number))).toBe(number);
      }),
    );
  });

  test('every single wrong digit is found', () => {
    fc.assert(
      fc.property(idNumbers, fc.nat(17), fc.nat(9), (number, at, digit) => {
        fc.pre(number.charAt(at) !== String(digit));
        const wrong = number.slice(0, at) + digit + number.slice(at + 1);
        expect(read(idNumber, wrong)).toMatch(/^refused/);
      }),
    );
  });

  test('two neighbours that were swapped are found', () => {
    fc.assert(
      fc.property(idNumbers, fc.nat(15), (number, at) => {
        const a = number.charAt(at);
        const b = number.charAt(at + 1);
        fc.pre(a !== b);
        const wrong = number.slice(0, at) + b + a + number.slice(at + 2);
        expect(read(idNumber, wrong)).toMatch(/^refused/);
      }),
    );
  });

  test('whatever text it is, it is read or refused by a code, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(read(idNumber, text)).toMatch(/^(refused id_number\.\w+|\d{17}[\dX])$/);
      }),
    );
  });
});

describe('a phone', () => {
  test.each([
    ['138 1234 5678', '13812345678'],
    ['138-1234-5678', '13812345678'],
    ['+86 138 1234 5678', '13812345678'],
    ['0086-13812345678', '13812345678'],
    ['１３８１２３４５６７８', '13812345678'],
    ['(0632) 331-2345', '06323312345'],
    ['138123456789', 'refused phone.invalid'],
    ['1381234567', 'refused phone.invalid'],
    ['12812345678', 'refused phone.invalid'],
    ['无', 'refused phone.invalid'],
    ['1.38123E+10', 'refused phone.invalid'],
  ])('%s is read as %s', (text, expected) => {
    expect(read(phone, text)).toBe(expected);
  });

  test('spaces and dashes anywhere make no difference', () => {
    const digits = fc.integer({ min: 13_000_000_000, max: 19_999_999_999 }).map(String);
    fc.assert(
      fc.property(digits, fc.nat(10), fc.constantFrom(' ', '-', '\u3000'), (number, at, between) => {
        expect(read(phone, number.slice(0, at) + between + number.slice(at))).toBe(number);
      }),
    );
  });
});

describe('masks', () => {
  test('what is left of a person is not enough to find them', () => {
    fc.assert(
      fc.property(idNumbers, (number) => {
        // No day of birth, and a star in every value, so that it can't be sent back as one.
        expect(maskIdNumber(number)).toMatch(/^\d{4}\*{10}\d{3}[\dX]$/);
      }),
    );
    expect([maskName('欧阳小明'), maskName('𠮷田'), maskPhone('13812345678')]).toEqual([
      '欧**',
      '𠮷**',
      '138****5678',
    ]);
  });
});

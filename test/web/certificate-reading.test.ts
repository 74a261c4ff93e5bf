import { describe, expect, it } from 'vitest';
import { idNumberCheck } from '../../functions/platform/contract/id-number.rules.ts';
import { readCertificate } from '../../web/src/public/renovation/certificate.reading.ts';

const today = '2026-11-23';
const digits = '37040219500101002';
const idNumber = `${digits}${idNumberCheck(digits)}`;

describe('a certificate’s number as it is typed', () => {
  it.each(Array.from({ length: 21 }, (_, length) => length))(
    'the first %i characters of a right one are never called wrong',
    (length) => {
      const { kind } = readCertificate(`${idNumber}43`.slice(0, length), today);
      expect(kind).toBe(length === 0 ? 'empty' : length < 20 ? 'so-far' : 'right');
    },
  );

  it('a whole and right one says category, grade and age', () => {
    const reading = readCertificate(` 370402 19500101 ${idNumber.slice(14)} 43 `, today);
    expect(reading).toMatchObject({ kind: 'right', age: 76, certificate: { category: 'limbs', grade: 3 } });
  });

  it.each([
    ['a letter', '3704o2', { kind: 'character', at: 5, character: 'O' }],
    ['a zero at the start', '0', { kind: 'character', at: 1, character: '0' }],
    ['a letter other than X at the 18th place', `${digits}A`, { kind: 'character', at: 18, character: 'A' }],
    ['a thirteenth month', '37040219501301', { kind: 'birth-date', date: '1950-13-01' }],
    ['the 30th of February', '37040219500230', { kind: 'birth-date', date: '1950-02-30' }],
    ['a day that has not come', '37040220261124', { kind: 'birth-date', date: '2026-11-24' }],
    ['a category of 8', `${idNumber}8`, { kind: 'category', character: '8' }],
    ['a grade of 5', `${idNumber}45`, { kind: 'grade', character: '5' }],
    ['two too many', `${idNumber}4311`, { kind: 'too-long', over: 2 }],
  ])('%s is found where it stands', (_, typed, reading) => {
    expect(readCertificate(typed, today)).toEqual(reading);
  });

  it('one wrong digit is found by the check character', () => {
    const wrong = `${idNumber.slice(0, 16)}3${idNumber.slice(17)}`;
    expect(readCertificate(wrong, today)).toEqual({ kind: 'check', at: 18 });
  });
});

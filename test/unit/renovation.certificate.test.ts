import { expect, test } from 'vitest';
import { idNumberCheck } from '../../functions/platform/contract/id-number.rules.ts';
import { ageOn, certificateFault, certificateOf } from '../../functions/renovation/certificate.rules.ts';

const idOf = (digits: string): string => digits + idNumberCheck(digits);
const whole = idOf('37040219640229001');

test('a right number says whose it is, which category and which grade, however it was typed', () => {
  expect(certificateOf(` ${whole.slice(0, 6)} ${whole.slice(6)}-42 `)).toEqual({
    ...{ idNumber: whole, birthDate: '1964-02-29', category: 'limbs', grade: 2 },
  });
  expect(certificateOf(`${whole}71`)).toMatchObject({ category: 'multiple', grade: 1 });
  expect(certificateOf(whole)).toBeUndefined();
});

const wrongCheck = whole.slice(0, 17) + (whole.endsWith('1') ? '2' : '1');

test.each([
  ['', undefined, 'certificate.invalid'],
  ['3704', undefined, 'certificate.invalid'],
  [whole, undefined, 'certificate.invalid'],
  [`${whole}4`, undefined, 'certificate.invalid'],
  [`${whole}42`, undefined, undefined],
  [`${whole}０４`, 'certificate.category', 'certificate.category'],
  [`${whole}84`, 'certificate.category', 'certificate.category'],
  [`${whole}45`, 'certificate.grade', 'certificate.grade'],
  [`${whole}422`, 'certificate.invalid', 'certificate.invalid'],
  ['37A4', 'certificate.invalid', 'certificate.invalid'],
  ['0704', 'certificate.invalid', 'certificate.invalid'],
  [wrongCheck, 'id_number.check_character', 'id_number.check_character'],
  [`${idOf('37040219630229001')}42`, 'id_number.birth_date', 'id_number.birth_date'],
])('%s is told as it is typed what is wrong with it: %s, and when it is sent: %s', (text, typed, sent) => {
  expect(certificateFault(text, false)).toBe(typed);
  expect(certificateFault(text, true)).toBe(sent);
});

test.each([
  ['1964-02-29', '2026-02-28', 61],
  ['1964-02-29', '2026-03-01', 62],
  ['2012-11-23', '2026-11-22', 13],
  ['2012-11-23', '2026-11-23', 14],
])('somebody born on %s, on %s, is %s years old', (born, day, age) => {
  expect(ageOn(born, day)).toBe(age);
});

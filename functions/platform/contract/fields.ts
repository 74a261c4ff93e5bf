import * as v from 'valibot';
import type { FieldProblem } from './problems.ts';

/**
 * Everything a field can be told, by stable code. The site has the same codes in both languages; these English
 * sentences are what other callers of the API read. `{n}` is the number that belongs to the code.
 */
export const fieldMessages = {
  'field.required': 'Enter this.',
  'field.unknown': 'This field is not known here.',
  'field.type': 'This has the wrong type.',
  'field.choice': 'Choose one of the listed values.',
  'field.range': 'This number is outside the allowed range.',
  'field.too_many': 'At most {n} are allowed.',
  'text.too_long': 'Use at most {n} characters.',
  'text.control_characters': 'Remove the control characters.',
  'email.invalid': 'Enter a mail address.',
  'phone.invalid': 'Enter a mobile number of 11 digits, or a landline with its area code.',
  'reference.invalid': 'This reference is not complete or has a wrong character in it.',
  'code.invalid': 'The code has 8 letters and digits.',
  'date.invalid': 'Enter a real date.',
  'year.invalid': 'Enter a year from 2000 to 2099.',
  'time.invalid': 'Enter a real date and time with its offset.',
  'consent.required': 'We need your consent to pass this on.',
  'id.invalid': 'This is not a valid identifier.',
  'field.masked': 'Enter the whole value, or leave it as it is; this one is masked.',
  'id_number.invalid': 'An ID number has 17 digits and one more digit or X.',
  'id_number.birth_date': 'The day of birth in this ID number does not exist.',
  'id_number.check_character': 'The last character of this ID number does not belong to the others.',
  'id_number.repeated': 'This ID number stands more than once.',
  'certificate.invalid': 'A certificate number has 20 characters: the ID number and two more digits.',
  'certificate.category': 'The 19th digit of a certificate is from 1 to 7.',
  'certificate.grade': 'The last digit of a certificate is from 1 to 4.',
} as const;

export type FieldCode = keyof typeof fieldMessages;

/** The text a schema carries as its message: a code, and the number that belongs to it. */
export const fieldCode = (code: FieldCode, n?: number): string => (n === undefined ? code : `${code} ${n}`);

const isFieldCode = (text: string): text is FieldCode => Object.hasOwn(fieldMessages, text);

/** Messages of schemas that named no code of ours are told apart by what valibot expected. */
const codeOf = (issue: v.BaseIssue<unknown>): { code: FieldCode; n: string } => {
  const [code = '', n = ''] = issue.message.split(' ');
  if (isFieldCode(code)) return { code, n };
  if (issue.expected === 'never') return { code: 'field.unknown', n: '' };
  if (issue.received === 'undefined') return { code: 'field.required', n: '' };
  if (issue.type === 'picklist' || issue.type === 'variant' || issue.type === 'literal') {
    return { code: 'field.choice', n: '' };
  }
  if (issue.type === 'max_length' && typeof issue.input === 'string') {
    return { code: 'text.too_long', n: String(issue.requirement) };
  }
  if (issue.type === 'min_value' || issue.type === 'max_value') return { code: 'field.range', n: '' };
  return { code: 'field.type', n: '' };
};

/** What a schema found wrong, field by field, in the order of the fields. */
export const fieldProblems = (issues: readonly v.BaseIssue<unknown>[]): FieldProblem[] =>
  issues.map((issue) => {
    const { code, n } = codeOf(issue);
    return { path: v.getDotPath(issue) ?? '', code, n, message: fieldMessages[code].replace('{n}', n) };
  });

import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { contracts } from '../../functions/functions.ts';
import {
  type FieldCode,
  fieldCode,
  fieldMessages,
  fieldProblems,
} from '../../functions/platform/contract/fields.ts';
import {
  platformProblem,
  platformProblems,
  problemFactory,
} from '../../functions/platform/contract/problems.ts';

const problems = (schema: v.GenericSchema, value: unknown) => {
  const result = v.safeParse(schema, value);
  return result.success ? [] : fieldProblems(result.issues);
};
const codesOf = (schema: v.GenericSchema, value: unknown) =>
  problems(schema, value).map(({ path, code, n }) => [path, code, n].filter(Boolean).join(' '));

const form = v.strictObject({
  name: v.pipe(v.string(), v.maxLength(5, fieldCode('text.too_long', 5))),
  age: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(150))),
  kind: v.optional(v.picklist(['a', 'b'])),
  inner: v.optional(v.strictObject({ list: v.array(v.string()) })),
  plain: v.optional(v.pipe(v.string(), v.maxLength(3))),
});

describe('what is wrong with a field', () => {
  test.each<[string, unknown, string[]]>([
    ['missing', {}, ['name field.required']],
    ['of another type', { name: 7 }, ['name field.type']],
    ['empty instead of a text', { name: null }, ['name field.type']],
    ['too long, with its limit', { name: 'abcdef' }, ['name text.too_long 5']],
    ['too long by a limit that was given no words', { name: 'a', plain: 'abcd' }, ['plain text.too_long 3']],
    ['out of range', { name: 'a', age: 151 }, ['age field.range']],
    ['not one of the choices', { name: 'a', kind: 'c' }, ['kind field.choice']],
    ['unknown', { name: 'a', isAdmin: true }, ['isAdmin field.unknown']],
    ['deep inside', { name: 'a', inner: { list: ['x', 7] } }, ['inner.list.1 field.type']],
    [
      'all of them at once',
      { age: -1, kind: 'c' },
      ['name field.required', 'age field.range', 'kind field.choice'],
    ],
  ])('%s', (_, value, expected) => {
    expect(codesOf(form, value)).toEqual(expected);
  });

  test('a body that has no fields is wrong as a whole', () => {
    for (const value of ['text', 7, null]) expect(codesOf(form, value)).toEqual(['field.type']);
  });

  test('every code is told in a sentence, with its number in it', () => {
    const codes = Object.keys(fieldMessages).filter((code): code is FieldCode => code in fieldMessages);
    for (const code of codes) {
      const [problem] = problems(v.pipe(v.string(), v.minLength(9, fieldCode(code, 42))), 'x');
      expect(problem).toMatchObject({ code, n: '42' });
      expect(problem?.message).not.toContain('{n}');
      expect(problem?.message.endsWith('.')).toBe(true);
    }
  });
});

describe('problems', () => {
  test('a code that is in no table cannot be thrown', () => {
    const make: (code: never) => unknown = problemFactory({});
    expect(make).toThrow('unknown problem code');
  });

  test('a problem carries the status of its table', () => {
    expect(platformProblem('request.stale', { version: 3 })).toMatchObject({
      status: 412,
      details: { version: 3 },
    });
  });

  test('every route names only codes its contract has', () => {
    for (const { routes, problems: known } of contracts) {
      for (const [name, row] of Object.entries(routes)) {
        for (const code of row.problems)
          expect(Object.keys({ ...known, ...platformProblems }), name).toContain(code);
      }
    }
  });

  test('no noun gives a code of the platform another meaning', () => {
    for (const { problems: known } of contracts) {
      expect(Object.keys(known).filter((code) => code in platformProblems)).toEqual([]);
    }
  });
});

import { describe, expect, it } from 'vitest';
import { contracts } from '../../functions/functions.ts';
import { openApiDocument } from '../../functions/platform/contract/openapi.ts';
import { fieldsOf, routesOf } from '../../web/src/admin/api/openapi.ts';
import { readDays, spansOf, writeDays } from '../../web/src/admin/calendar/day-lists.ts';

describe('days copied from a notice', () => {
  it.each([
    ['2027-10-01 国庆节', [['2027-10-01', '国庆节']]],
    [
      '2027-01-30至2027-02-01 春节',
      [
        ['2027-01-30', '春节'],
        ['2027-01-31', '春节'],
        ['2027-02-01', '春节'],
      ],
    ],
    [
      '2027-12-31 ~ 2028-01-01',
      [
        ['2027-12-31', undefined],
        ['2028-01-01', undefined],
      ],
    ],
    [
      '2027-10-01 to 2027-10-02 National Day',
      [
        ['2027-10-01', 'National Day'],
        ['2027-10-02', 'National Day'],
      ],
    ],
  ])('%s is read as the days it means', (text, expected) => {
    expect(readDays(text).map(({ date, name }) => [date, name])).toEqual(expected);
  });

  it('what is no day is passed on as written, with its line, to be told so', () => {
    expect(readDays('2027-10-01\n\n十月二日')).toEqual([
      { date: '2027-10-01', name: undefined, line: 1 },
      { date: '十月二日', name: undefined, line: 3 },
    ]);
  });

  it('a span that ends before it begins is not silently dropped', () => {
    expect(readDays('2027-10-07 至 2027-10-01').map(({ date }) => date)).toEqual([
      '2027-10-07',
      '2027-10-01',
    ]);
  });

  it('a loaded year, written down to be corrected, reads back as the same days', () => {
    const days = [
      { date: '2027-02-05', name: '春节' },
      { date: '2027-02-06', name: '春节' },
      { date: '2027-02-07', name: '元宵' },
      { date: '2027-04-05' },
    ];
    expect(spansOf(days)).toHaveLength(3);
    expect(
      readDays(writeDays(days)).map(({ date, name }) => (name === undefined ? { date } : { date, name })),
    ).toEqual(days);
  });
});

describe('the API page', () => {
  const routes = routesOf(openApiDocument(contracts));

  it('shows every route of every contract', () => {
    const declared = contracts.flatMap((contract) => Object.values(contract.routes));
    expect(routes).toHaveLength(declared.length);
  });

  it('names fields as the errors name them', () => {
    const register = routes.find(({ operationId }) => operationId === 'issues.register');
    const names = fieldsOf(register?.requestBody?.content['application/json']?.schema).map(
      ({ name }) => name,
    );
    expect(names).toContain('reporter.phone');
    expect(names).toContain('place.text');
  });

  it('says whether a field may be left out', () => {
    const resolution = routes.find(({ operationId }) => operationId === 'issues.resolution');
    const fields = fieldsOf(resolution?.requestBody?.content['application/json']?.schema);
    expect(fields.find(({ name }) => name === 'plan')?.required).toBe(false);
    expect(fields.find(({ name }) => name === 'plan[].what')?.required).toBe(true);
    expect(fields.find(({ name }) => name === 'outcome')?.type).toBe('"solved" | "planned" | "cannot"');
  });
});

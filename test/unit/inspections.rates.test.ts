import { describe, expect, test } from 'vitest';
import type { Findings } from '../../functions/inspections/checks.states.ts';
import { rateOf, ratesOf, resultsIn, tallyOf } from '../../functions/inspections/rates.rules.ts';
import { parseInstant } from '../../functions/platform/runtime/time.ts';

const inspector = { id: 'INSPECTOR', name: '纪一' };
const wang = { id: 'WANG', name: '王二' };
const li = { id: 'LI', name: '李三' };

const found = (change: Partial<Findings> = {}): Findings => ({
  reallyVisited: 'yes',
  everyoneMet: 'yes',
  issuesAccurate: 'yes',
  ledgerComplete: 'yes',
  photos: [],
  discrepancies: [],
  foundBy: inspector,
  foundAt: parseInstant('2026-11-23T02:00:00Z'),
  ...change,
});
const wrong = found({
  reallyVisited: 'no',
  discrepancies: [{ kind: 'not-visited', what: '没有来过', workingDays: 5 }],
});
const untold = found({ reallyVisited: 'cannot-tell' });

describe('a rate', () => {
  // Brown, Cai, DasGupta (2001) and R's binom.confint(method = "wilson") give the same ends.
  test.each([
    [0, 10, 0, 0.2775],
    [1, 10, 0.0179, 0.4042],
    [5, 10, 0.2366, 0.7634],
    [10, 10, 0.7225, 1],
    [3, 40, 0.0258, 0.1986],
  ])('of %i in %i lies between %f and %f, 95 times of 100', (discrepancies, checked, low, high) => {
    const rate = rateOf({ checked, found: discrepancies });
    expect(rate.rate).toBeCloseTo(discrepancies / checked, 10);
    expect(rate.low).toBeCloseTo(low, 4);
    expect(rate.high).toBeCloseTo(high, 4);
  });

  test('is no rate when nothing was checked', () => {
    expect(rateOf({ checked: 0, found: 0 })).toEqual({ checked: 0, found: 0 });
  });
});

describe('the results of an inspection', () => {
  const checks = [
    { village: 'd/t/a', by: wang, findings: found() },
    { village: 'd/t/a', by: wang, findings: wrong },
    { village: 'd/t/a', by: li, findings: untold },
    { village: 'd/t/b', by: wang, findings: wrong },
    { village: 'd/t/b', by: li },
  ];

  test('count a visit once, however much is wrong with it, and none that is not checked', () => {
    expect(tallyOf(checks)).toEqual({
      villages: [
        { village: 'd/t/a', checked: 2, found: 1, untold: 1 },
        { village: 'd/t/b', checked: 1, found: 1, untold: 0 },
      ],
      visitors: [
        { village: 'd/t/a', by: wang, checked: 2, found: 1 },
        { village: 'd/t/b', by: wang, checked: 1, found: 1 },
      ],
    });
  });

  test('of two villages give a visitor one rate, with the number of visits it is of', () => {
    const rates = ratesOf([tallyOf(checks)]);
    expect(rates.total).toMatchObject({ checked: 3, found: 2 });
    expect(rates.visitors).toMatchObject([{ by: wang, checked: 3, found: 2 }]);
    expect(rates.untold).toBe(1);
  });

  test('say to a village nothing of another', () => {
    const results = resultsIn(tallyOf(checks), (village) => village === 'd/t/b');
    expect(results.villages.map(({ village }) => village)).toEqual(['d/t/b']);
    expect(results.visitors).toEqual([{ village: 'd/t/b', by: wang, checked: 1, found: 1 }]);
  });

  test('of several inspections are added up before the rate is taken', () => {
    const twice = ratesOf([tallyOf(checks), tallyOf(checks)]);
    expect(twice.villages).toMatchObject([
      { village: 'd/t/a', checked: 4, found: 2, rate: 0.5 },
      { village: 'd/t/b', checked: 2, found: 2, rate: 1 },
    ]);
  });

  test('count something found where nobody could tell whether the visit took place', () => {
    const staged = found({
      reallyVisited: 'cannot-tell',
      discrepancies: [{ kind: 'staged-photo', what: '同一张照片', workingDays: 5 }],
    });
    expect(tallyOf([{ village: 'd/t/a', by: wang, findings: staged }]).villages).toEqual([
      { village: 'd/t/a', checked: 1, found: 1, untold: 0 },
    ]);
  });
});

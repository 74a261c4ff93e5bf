import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, parseInstant, parseLocalDate } from '../../functions/platform/runtime/time.ts';
import {
  budgetStandsOf,
  changeFigure,
  paceForecast,
  progressOf,
  proportionalLine,
} from '../../functions/targets/targets.rules.ts';
import type { Target } from '../../functions/targets/targets.states.ts';
import {
  isCountedAt,
  targetGroups,
  targetSubjects,
  targetUnits,
  unitFits,
  unitsOf,
} from '../../functions/targets/targets.words.ts';

const day = parseLocalDate;

describe('the part of a year that has passed', () => {
  test('is nothing before it, evenly more each day, and all from its last day on', () => {
    expect(proportionalLine(365, 2026, day('2025-12-31'))).toBe(0);
    expect(proportionalLine(365, 2026, day('2026-01-01'))).toBe(1);
    expect(proportionalLine(365, 2026, day('2026-03-01'))).toBe(60);
    expect(proportionalLine(366, 2028, day('2028-03-01'))).toBe(61);
    expect(proportionalLine(240, 2026, day('2026-12-31'))).toBe(240);
    expect(proportionalLine(240, 2026, day('2031-05-05'))).toBe(240);
  });

  test('never shrinks from one day to the next and is never more than the figure', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.integer({ min: -40, max: 420 }), (figure, after) => {
        const today = addDays(day('2026-01-01'), after);
        const line = proportionalLine(figure, 2026, today);
        expect(line).toBeGreaterThanOrEqual(0);
        expect(line).toBeLessThanOrEqual(figure);
        expect(proportionalLine(figure, 2026, addDays(today, 1))).toBeGreaterThanOrEqual(line);
      }),
    );
  });
});

describe('the forecast', () => {
  test('is the pace so far carried to the end of the year, and what was done once it is over', () => {
    expect(paceForecast(60, 2026, day('2026-03-01'))).toBe(365);
    expect(paceForecast(100, 2026, day('2026-07-02'))).toBe(199);
    expect(paceForecast(100, 2026, day('2026-12-31'))).toBe(100);
    expect(paceForecast(100, 2026, day('2029-01-01'))).toBe(100);
  });

  test('is not given in the first weeks, nor of a year to come', () => {
    expect(paceForecast(20, 2026, day('2026-01-29'))).toBeUndefined();
    expect(paceForecast(20, 2026, day('2026-01-30'))).toBe(243);
    expect(paceForecast(20, 2027, day('2026-06-01'))).toBeUndefined();
  });

  test('reaches the figure exactly where what is done is on the line or more', () => {
    fc.assert(
      fc.property(
        fc.nat(100_000),
        fc.nat(100_000),
        fc.integer({ min: 30, max: 364 }),
        (figure, done, after) => {
          const today = addDays(day('2026-01-01'), after);
          const forecast = paceForecast(done, 2026, today) ?? 0;
          if (forecast >= figure) expect(done).toBeGreaterThanOrEqual(proportionalLine(figure, 2026, today));
        },
      ),
    );
  });
});

describe('a target', () => {
  const at = (n: number) =>
    progressOf({ figure: 365, year: 2026, unit: 'sessions' }, { n }, day('2026-03-01'));

  test('is behind when less is done than evenly there would be, and reached when all of it is', () => {
    expect([59, 60, 364, 365, 400].map((n) => at(n).stands)).toEqual([
      ...['behind', 'on-track', 'on-track', 'reached', 'reached'],
    ]);
  });

  test('says what is missing, and nothing is missing of what is exceeded', () => {
    expect(at(60)).toEqual({ done: 60, line: 60, forecast: 365, gap: 305, stands: 'on-track' });
    expect(at(400).gap).toBe(0);
  });

  test('of nothing is reached from the beginning', () => {
    const none = progressOf({ figure: 0, year: 2026, unit: 'people' }, { n: 0 }, day('2026-06-30'));
    expect(none.stands).toBe('reached');
  });

  test('of what nobody can tell stands nowhere, and is behind nothing', () => {
    const aim = { figure: 8, year: 2025, unit: 'centres' } as const;
    expect(progressOf(aim, undefined, day('2026-06-30'))).toEqual({ line: 8, stands: 'unknown' });
  });

  test('of how many there are has a line and a gap, but no pace', () => {
    const villages = { figure: 59, year: 2026, unit: 'villages' } as const;
    expect(progressOf(villages, { n: 59 }, day('2026-07-01')).forecast).toBeUndefined();
    const aim = { figure: 100, year: 2026, unit: 'members' } as const;
    expect(progressOf(aim, { n: 90 }, day('2026-07-01'))).toEqual({
      ...{ done: 90, line: 49, gap: 10, stands: 'on-track' },
    });
  });
});

describe('a share', () => {
  const share = (n: number, of: number, today = '2026-11-23') =>
    progressOf({ figure: 95, year: 2026, unit: 'satisfied' }, { n, of }, day(today));

  test('is held against its figure all year, with its n, its gap in points and no forecast', () => {
    expect(share(9, 10)).toEqual({
      ...{ done: 90, rate: { n: 9, of: 10 }, line: 95, gap: 5, stands: 'behind' },
    });
    expect(share(95, 100)).toMatchObject({ done: 95, gap: 0, stands: 'on-track' });
    expect(share(95, 100, '2027-01-01').stands).toBe('reached');
    expect(share(94, 100, '2026-12-31').stands).toBe('behind');
  });

  test('of nothing counted yet can not be told', () => {
    expect(share(0, 0)).toEqual({ line: 95, rate: { n: 0, of: 0 }, stands: 'unknown' });
  });

  test('is judged on its counts: what rounds down to its figure reaches it, what misses it by one does not', () => {
    expect(share(1899, 1999).stands).toBe('behind');
    expect(share(1900, 2000).stands).toBe('on-track');
  });

  test('is never changed to more than all', () => {
    const by = { id: 'FAWYHFMWFE', name: '宋文静' };
    const now = parseInstant('2026-11-23T09:00:00+08:00');
    const target: Target = {
      figure: 95,
      node: '370402',
      year: 2026,
      subject: 'issues',
      unit: 'satisfied',
      ...{ createdAt: now, set: { at: now, by } },
    };
    const changed = (figure: number) => changeFigure(target, { figure, reason: '上级要求' }, { by, now });
    expect(changed(101)).toEqual({ refusal: 'target.percent' });
    expect(changed(100)).toMatchObject({ next: { figure: 100, set: { reason: '上级要求' } } });
  });
});

describe('money of a year', () => {
  test.each([
    [{ total: 1000, reserved: 400, spent: 500 }, 'within'],
    [{ total: 1000, reserved: 401, spent: 500 }, 'nearly'],
    [{ total: 1000, reserved: 0, spent: 1000 }, 'used-up'],
    [{ total: 0, reserved: 0, spent: 0 }, 'within'],
  ] as const)('%o stands %s', (budget, stands) => {
    expect(budgetStandsOf(budget)).toBe(stands);
  });
});

describe('what can be aimed at', () => {
  test('is of one group each, by units that are known', () => {
    expect([...targetSubjects].sort()).toEqual(Object.keys(unitsOf).sort());
    expect(Object.values(targetGroups).flat()).toHaveLength(targetSubjects.length);
    for (const subject of targetSubjects) {
      expect(targetUnits.filter((unit) => unitFits(subject, unit))).toEqual([...unitsOf[subject]]);
    }
  });

  test('homes are for the district, money for it and its towns, all else for anybody', () => {
    const [district, town, village] = ['370402', '370402/370402101', '370402/370402101/370402101201'];
    expect([district, town, village].map((node) => isCountedAt('homes', node))).toEqual([true, false, false]);
    expect([district, town, village].map((node) => isCountedAt('money', node))).toEqual([true, true, false]);
    expect(isCountedAt('sessions', village)).toBe(true);
  });
});

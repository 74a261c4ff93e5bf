import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, parseLocalDate } from '../../functions/platform/runtime/time.ts';
import { coverageOf, progressOf, proportionalLine } from '../../functions/programme/figures.rules.ts';

const day = parseLocalDate;
const place = (path: string) => ({ path, name: { zh: path, en: path } });

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

describe('a target', () => {
  const at = (done: number) => progressOf({ figure: 365, year: 2026 }, done, day('2026-03-01')).stands;

  test('is behind when less is done than evenly there would be, and reached when all of it is', () => {
    expect([at(59), at(60), at(364), at(365), at(400)]).toEqual([
      ...['behind', 'on-track', 'on-track', 'reached', 'reached'],
    ]);
  });

  test('of nothing is reached from the beginning', () => {
    expect(progressOf({ figure: 0, year: 2026 }, 0, day('2026-06-30')).stands).toBe('reached');
  });
});

describe('coverage of a town', () => {
  test('is n of its N villages, those with nothing first, whatever was held elsewhere', () => {
    const held = new Map([
      ['t/2', 3],
      ['t/3', 1],
      ['elsewhere/9', 5],
    ]);
    const villages = ['t/1', 't/2', 't/3'].map(place);
    expect(coverageOf(place('t'), villages, (village) => held.get(village) ?? 0)).toMatchObject({
      ...{ town: 't', covered: 2, of: 3, sessions: 4 },
      villages: [{ village: 't/1', sessions: 0 }, { village: 't/3' }, { village: 't/2' }],
    });
  });

  test('without villages is none of none', () => {
    expect(coverageOf(place('t'), [], () => 1)).toMatchObject({ covered: 0, of: 0, sessions: 0 });
  });
});

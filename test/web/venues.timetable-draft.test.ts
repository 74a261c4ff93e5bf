import { describe, expect, test } from 'vitest';
import { parseLocalDate } from '../../functions/platform/runtime/time.ts';
import { makeRoom, type Timetable } from '../../web/src/admin/venues/timetable-draft.ts';

const timetable = (no: number, from: string, to?: string): Timetable => ({
  ...{ no, name: `表${no}`, from: parseLocalDate(from), week: [], holidays: { rule: 'as-week' } },
  ...(to === undefined ? {} : { to: parseLocalDate(to) }),
});
const room = (others: readonly Timetable[], from: string, to = '') =>
  makeRoom(others, from, to).map((one) => `${one.no ?? 'new'} ${one.from} ${one.to ?? ''}`.trim());

describe('a timetable that is put among the others', () => {
  test('ends the usual one the day before, when it goes on for good', () => {
    expect(room([timetable(1, '2026-01-01')], '2026-12-01')).toEqual(['1 2026-01-01 2026-11-30']);
  });

  test('interrupts the usual one for a season, which goes on afterwards under a new number', () => {
    expect(room([timetable(1, '2026-01-01')], '2027-07-01', '2027-08-31')).toEqual([
      '1 2026-01-01 2027-06-30',
      'new 2027-09-01',
    ]);
  });

  test('leaves alone what lies before and after it', () => {
    const others = [timetable(1, '2026-01-01', '2026-06-30'), timetable(2, '2026-09-01')];
    expect(room(others, '2026-07-01', '2026-08-31')).toEqual(['1 2026-01-01 2026-06-30', '2 2026-09-01']);
  });

  test('takes nothing away that lies wholly within it: that is for people to do', () => {
    expect(room([timetable(1, '2026-07-01', '2026-07-31')], '2026-06-01', '2026-08-31')).toEqual([
      '1 2026-07-01 2026-07-31',
    ]);
  });

  test('changes nothing while its days are still being typed', () => {
    expect(room([timetable(1, '2026-01-01')], '2026-1')).toEqual(['1 2026-01-01']);
  });
});

import { expect, test } from 'vitest';
import { monthsThrough } from '../../functions/desks/desks.rules.ts';

test('twelve months end with the one that is named, over the turn of a year', () => {
  expect(monthsThrough('2026-02', 4)).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
  expect(monthsThrough('2026-12', 12)).toHaveLength(12);
  expect(monthsThrough('2026-12', 12)[0]).toBe('2026-01');
});

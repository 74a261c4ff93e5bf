import { expect, test } from 'vitest';
import { parseInstant, parseLocalDate } from '../../functions/platform/runtime/time.ts';
import { closureAt } from '../../functions/venues/closures.rules.ts';

const closed = (from: string, to: string, span?: { from: string; to: string }) => ({
  ...{ kind: 'closed' as const, from: parseLocalDate(from), to: parseLocalDate(to), reason: '维修' },
  ...(span ? { span } : {}),
});
const from = (start: string, end: string) => ({
  from: parseInstant(`${start}:00+08:00`),
  to: parseInstant(`${end}:00+08:00`),
});

test('what begins the moment a closure ends, or ends the moment it begins, is not touched by it', () => {
  const day = closed('2026-11-30', '2026-11-30');
  expect(closureAt([day], from('2026-11-29T22:00', '2026-11-30T00:00'))).toBeUndefined();
  expect(closureAt([day], from('2026-12-01T00:00', '2026-12-01T02:00'))).toBeUndefined();
  expect(closureAt([day], from('2026-11-29T23:00', '2026-11-30T00:30'))).toBe(day);
  const morning = closed('2026-11-30', '2026-12-02', { from: '08:00', to: '12:00' });
  expect(closureAt([morning], from('2026-12-01T12:00', '2026-12-01T14:00'))).toBeUndefined();
  expect(closureAt([morning], from('2026-12-01T11:30', '2026-12-01T14:00'))).toBe(morning);
  expect(closureAt([morning], from('2026-12-03T09:00', '2026-12-03T10:00'))).toBeUndefined();
});

test('what goes on past midnight meets the closure of the day it ends on', () => {
  const night = closed('2026-12-01', '2026-12-01', { from: '00:00', to: '06:00' });
  expect(closureAt([night], from('2026-11-30T22:00', '2026-12-01T01:00'))).toBe(night);
});

test('an additional opening closes nothing', () => {
  const open = {
    ...closed('2026-11-30', '2026-11-30', { from: '18:00', to: '21:00' }),
    kind: 'open' as const,
  };
  expect(closureAt([open], from('2026-11-30T19:00', '2026-11-30T20:00'))).toBeUndefined();
});

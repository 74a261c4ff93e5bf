import { expect, test } from 'vitest';
import { runWindow } from '../../infra/constructs/run-window.ts';

const hour = 3600;

test.each([
  ['every quarter of an hour', 'cron(0/15 * * * ? *)', { seconds: 900, periods: 2 }],
  ['every hour', 'cron(5 * * * ? *)', { seconds: hour, periods: 2 }],
  ['daily at noon', 'cron(0 12 * * ? *)', { seconds: hour, periods: 25 }],
  ['on working weekdays, over a weekend', 'cron(0 8 ? * MON-FRI *)', { seconds: hour, periods: 73 }],
  ['every Monday, all an alarm can look back', 'cron(0 6 ? * MON *)', { seconds: hour, periods: 168 }],
] as const)('a run %s is missed when its window passes without one', (_, cron, window) => {
  expect(runWindow({ name: 'some', cron })).toEqual(window);
});

test('Sunday is the first day of the week, as the scheduler counts', () => {
  expect(runWindow({ name: 'some', cron: 'cron(0 8 ? * 2-6 *)' })).toEqual({ seconds: hour, periods: 73 });
});

test('what runs less than weekly is refused: no alarm could watch for it', () => {
  expect(() => runWindow({ name: 'yearly', cron: 'cron(0 8 1 12 ? *)' })).toThrow(/schedule yearly/);
});

import { expect, test } from 'vitest';
import { checkFacts, scheduleNames } from '../../functions/checks/checks.words.ts';
import { lastPlanned, missedRun, nextPlanned } from '../../functions/checks/schedule-times.ts';
import { checkNames } from '../../functions/findings/findings.words.ts';
import { parseInstant } from '../../functions/platform/runtime/time.ts';
import { everySchedule } from '../../functions/schedules.ts';

test('every check rests on schedules that there are, and every schedule is on the page', () => {
  const declared: string[] = everySchedule.map(({ name }) => name);
  expect([...scheduleNames].sort()).toEqual([...declared].sort());
  expect(Object.keys(checkFacts).sort()).toEqual([...checkNames].sort());
  for (const { schedules } of Object.values(checkFacts))
    for (const schedule of schedules) expect(declared).toContain(schedule);
});

test('every schedule has a next time', () => {
  const now = parseInstant('2026-11-23T09:00:00+08:00');
  for (const { cron } of everySchedule) expect((nextPlanned(cron, now) ?? '') > now).toBe(true);
});

test('hours and weekdays of a schedule are those of Asia/Shanghai, also where it is another day elsewhere', () => {
  const saturday = parseInstant('2026-11-21T09:00:00+08:00');
  expect(nextPlanned('cron(0 12 * * ? *)', saturday)).toBe(parseInstant('2026-11-21T12:00:00+08:00'));
  const monday = parseInstant('2026-11-23T06:30:00+08:00');
  expect(nextPlanned('cron(30 6 ? * MON *)', saturday)).toBe(monday);
  expect(lastPlanned('cron(30 6 ? * MON *)', parseInstant('2026-11-29T23:59:00+08:00'))).toBe(monday);
});

test('a schedule that does not run for days is missed since the first time, not since the latest', () => {
  const nightly = 'cron(20 3 * * ? *)';
  const latest = parseInstant('2026-11-16T03:20:01+08:00');
  const at = (text: string) => missedRun(nightly, latest, parseInstant(`${text}+08:00`));
  expect(at('2026-11-17T03:39:00')).toBeUndefined();
  expect(at('2026-11-17T03:41:00')).toBe(parseInstant('2026-11-17T03:20:00+08:00'));
  expect(at('2026-11-23T09:00:00')).toBe(parseInstant('2026-11-17T03:20:00+08:00'));
});

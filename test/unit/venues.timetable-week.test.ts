import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lengthOf, minutesOf, spanOf } from '../../functions/venues/spans.rules.ts';
import { usualWeek } from '../../functions/venues/timetable-week.rules.ts';
import { venuePolicies } from '../../functions/venues/venues.words.ts';

const policy = venuePolicies['culture-centre'];
const day = (...spans: string[]) => spans.map((text) => ({ from: text.slice(0, 5), to: text.slice(6) }));
const everyDay = (...spans: string[]) => [1, 2, 3, 4, 5, 6, 7].map(() => day(...spans));

test('six hours on each day, evenings and weekends among them, are the promised 42 hours', () => {
  expect(usualWeek(everyDay('14:00-20:00'), policy)).toMatchObject({
    planned: 42 * 60,
    // Five evenings of 2½ hours, and both days of the weekend.
    offPeakPlanned: 5 * 150 + 2 * 360,
    gap: 0,
    meets: { planned: true, offPeak: true },
  });
});

test('office hours alone are too short, and too little of them lies off-peak', () => {
  const office = [1, 2, 3, 4, 5].map(() => day('08:30-12:00', '14:00-17:30'));
  expect(usualWeek([...office, [], []], policy)).toMatchObject({
    planned: 35 * 60,
    offPeakPlanned: 0,
    gap: 7 * 60,
    meets: { planned: false, offPeak: false },
  });
});

test('a square promises no hours', () => {
  expect(usualWeek(everyDay(), venuePolicies.square)).toMatchObject({ planned: 0, gap: 0 });
});

test('what is planned is the length of the days, whatever they are', () => {
  const minute = fc.integer({ min: 0, max: 1440 });
  const span = fc
    .tuple(minute, minute)
    .filter(([a, b]) => a !== b)
    .map(([a, b]) => spanOf({ from: Math.min(a, b), to: Math.max(a, b) }));
  const week = fc.array(fc.array(span, { maxLength: 3 }), { minLength: 7, maxLength: 7 });
  fc.assert(
    fc.property(week, (days) => {
      const { planned, offPeakPlanned } = usualWeek(days, policy);
      expect(planned).toBe(days.reduce((sum, spans) => sum + lengthOf(spans.map(minutesOf)), 0));
      expect(offPeakPlanned).toBeLessThanOrEqual(planned);
    }),
  );
});

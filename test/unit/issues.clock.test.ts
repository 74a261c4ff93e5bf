import { describe, expect, test } from 'vitest';
import { workingCalendar } from '../../functions/calendar/calendar.rules.ts';
import { stateCouncilYears } from '../../functions/calendar/state-council-years.ts';
import {
  byCalendarOnly,
  dueAtOf,
  oneWorkingDayAfter,
  promisedWorkingDays,
  resetClock,
  startClock,
} from '../../functions/issues/issues.clock.rules.ts';
import { recompute } from '../../functions/issues/issues-watch.rules.ts';
import { parseInstant, parseLocalDate } from '../../functions/platform/runtime/time.ts';

const calendar = workingCalendar(stateCouncilYears);
const at = (text: string) => parseInstant(`${text}+08:00`);
const threeDaysFrom = (text: string) => startClock(calendar, at(text), promisedWorkingDays('normal'));

describe('three working days from the transfer', () => {
  test.each([
    ['on a Monday morning', '2026-11-23T09:00:00', '2026-11-26'],
    ['a minute before midnight', '2026-11-23T23:59:00', '2026-11-26'],
    ['a minute after midnight', '2026-11-24T00:01:00', '2026-11-27'],
    ['on a Friday: over the weekend', '2026-11-20T17:30:00', '2026-11-25'],
    ['on a Saturday: no day of the weekend counts', '2026-11-21T10:00:00', '2026-11-25'],
    [
      'before National Day: over the holidays, to the Saturday worked instead',
      '2026-09-30T16:00:00',
      '2026-10-10',
    ],
    ['before a Saturday worked instead: it counts', '2026-10-09T09:00:00', '2026-10-13'],
    ['in the Spring Festival', '2026-02-18T09:00:00', '2026-02-26'],
  ])('%s', (_, start, due) => {
    const clock = threeDaysFrom(start);
    expect(clock).toMatchObject({ dueDate: due, provisional: false, reached: [], startedAt: at(start) });
    // 24:00 of the last day: one millisecond earlier still belongs to it.
    expect(clock.dueAt).toBe(new Date(Date.parse(`${due}T24:00:00+08:00`)).toISOString());
  });

  test('over the end of a year whose next is not loaded is provisional and names what it was computed from', () => {
    const clock = threeDaysFrom('2026-12-30T09:00:00');
    expect(clock).toMatchObject({ dueDate: '2027-01-04', provisional: true });
    expect(clock.calendarVersion).toMatch(/^2026@.+\+2027@none$/);
  });

  test('within the year is not provisional, whatever is not loaded after it', () => {
    expect(threeDaysFrom('2026-12-25T09:00:00')).toMatchObject({ dueDate: '2026-12-30', provisional: false });
  });
});

describe('what a clock passes', () => {
  test('warned one working day before, supervised one after, a candidate for criticism after three', () => {
    expect(threeDaysFrom('2026-11-23T09:00:00').thresholds).toEqual({
      warned: at('2026-11-26T00:00:00'),
      overdue: at('2026-11-27T00:00:00'),
      supervised: at('2026-11-28T00:00:00'),
      criticised: at('2026-12-02T00:00:00'),
    });
  });

  test('what is urgent is due the same day, Sunday too, and is warned of at once', () => {
    const clock = startClock(calendar, at('2026-11-22T10:00:00'), promisedWorkingDays('urgent'));
    expect(clock).toMatchObject({ dueDate: '2026-11-22', calendarVersion: 'same-day', provisional: false });
    expect(clock.thresholds).toMatchObject({
      warned: at('2026-11-22T10:00:00'),
      overdue: at('2026-11-23T00:00:00'),
      supervised: at('2026-11-24T00:00:00'),
    });
  });

  test('they come in order, whenever a clock starts', () => {
    for (let day = 1; day <= 28; day++) {
      for (const month of ['02', '09', '10']) {
        const start = `2026-${month}-${String(day).padStart(2, '0')}T12:00:00`;
        for (const days of [0, 1, 3, 18]) {
          const { warned, overdue, supervised, criticised } = startClock(
            calendar,
            at(start),
            days,
          ).thresholds;
          expect([warned, overdue, supervised, criticised].toSorted()).toEqual([
            warned,
            overdue,
            supervised,
            criticised,
          ]);
        }
      }
    }
  });
});

describe('a longer promise', () => {
  const clock = { ...threeDaysFrom('2026-11-23T09:00:00'), reached: ['warned', 'overdue'] as const };

  test('is counted from where it began', () => {
    const longer = resetClock(calendar, { ...clock, reached: [] }, 8, at('2026-11-26T18:00:00'));
    expect(longer).toMatchObject({ startedAt: clock.startedAt, workingDays: 8, dueDate: '2026-12-03' });
  });

  test('is no longer marked with what lies ahead again', () => {
    const now = at('2026-11-27T09:00:00');
    expect(resetClock(calendar, { ...clock, reached: [...clock.reached] }, 8, now).reached).toEqual([]);
    const after = at('2026-12-03T09:00:00');
    expect(resetClock(calendar, { ...clock, reached: [...clock.reached] }, 8, after).reached).toEqual([
      'warned',
    ]);
  });
});

test('one working day after Friday ends with Monday', () => {
  expect(oneWorkingDayAfter(calendar, at('2026-11-20T08:00:00'))).toBe(at('2026-11-24T00:00:00'));
});

describe('when the schedule has to look', () => {
  const common = {
    category: 'roads',
    what: '路灯',
    place: { path: '370402', text: '门口' },
    source: 'phone',
    urgency: 'normal',
    photos: [],
    raisedAt: at('2026-11-23T08:00:00'),
    registeredBy: undefined,
    reporter: { name: '王**', phone: '138****5678', consent: '1' },
    returns: [],
    reopenings: 0,
    duplicates: [],
  } as const;
  const issueWith = (clock: ReturnType<typeof startClock> | undefined) => ({
    ...{ ...common, photos: [], returns: [], duplicates: [] },
    state: 'registered' as const,
    clock,
  });
  const clock = threeDaysFrom('2026-11-23T09:00:00');

  test('never, before a clock has started or after it stopped', () => {
    expect(dueAtOf(issueWith(undefined))).toBeUndefined();
    expect(dueAtOf(issueWith({ ...clock, stoppedAt: clock.startedAt }))).toBeUndefined();
  });

  test('at the first threshold not marked yet; after the last only a new calendar can move it', () => {
    expect(dueAtOf(issueWith(clock))).toBe(clock.thresholds.warned);
    expect(dueAtOf(issueWith({ ...clock, reached: ['warned'] }))).toBe(clock.thresholds.overdue);
    const all = ['warned', 'overdue', 'supervised', 'criticised'] as const;
    expect(dueAtOf(issueWith({ ...clock, reached: [...all] }))).toBe(byCalendarOnly);
  });

  test('by the days that were promised, also when a new calendar comes after the policy has changed', () => {
    const storm = workingCalendar(
      stateCouncilYears.map((year) =>
        year.year === 2026
          ? { ...year, version: 'storm', holidays: [...year.holidays, parseLocalDate('2026-11-25')] }
          : year,
      ),
    );
    // Transferred when five days were promised and not three.
    const before = startClock(calendar, at('2026-11-23T09:00:00'), 5);
    const decided = recompute(issueWith(before), at('2026-11-24T09:00:00'), storm);
    expect(decided).toMatchObject({ next: { clock: { workingDays: 5, dueDate: '2026-12-01' } } });
    expect(recompute(issueWith(before), at('2026-11-24T09:00:00'), calendar)).toBeUndefined();
  });

  test('at an issue that is handled with another only when a new calendar moves the clock it keeps', () => {
    const linked = { ...issueWith(clock), state: 'linked' as const, duplicateOf: 'X' };
    expect(dueAtOf(linked)).toBe(byCalendarOnly);
    expect(dueAtOf({ ...linked, clock: undefined })).toBeUndefined();
  });
});

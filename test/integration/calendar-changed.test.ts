import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stateCouncilYears } from '../../functions/calendar/state-council-years.ts';
import { parseLocalDate } from '../../functions/platform/runtime/time.ts';
import { castOf, tell } from '../support/quarter.story.ts';
import { openQuarter, type Quarter } from '../support/quarter.ts';

let quarter: Quarter;
beforeAll(async () => {
  quarter = await openQuarter('2026-10-19 07:00');
}, 60_000);
afterAll(async () => quarter[Symbol.asyncDispose]());

/** Loads this year's calendar anew, with these days off besides. */
const loadWith =
  (version: string, replaces: number, ...off: readonly string[]) =>
  async (): Promise<void> => {
    const published = stateCouncilYears.find(({ year }) => year === 2026);
    if (!published) throw new Error('2026 was published');
    await quarter.deps.calendars.load({
      draft: { ...published, version, holidays: [...published.holidays, ...off.map(parseLocalDate)] },
      replaces,
      command: {
        ...{ key: version, request: '', now: quarter.platform.clock.now() },
        actor: { kind: 'staff', id: 'admin', name: '管理员' },
      },
    });
  };

describe('a calendar changed while a clock runs', () => {
  test('takes back what was told too early, tells it when it is time, and by a change back at once', async () => {
    const { raise, does, named } = castOf(quarter);
    await quarter.play(
      [
        ['2026-10-21 09:00', raise('storm')],
        ['2026-10-21 09:30', does('transfer', 'storm')],
        ['2026-10-21 10:00', does('claim', 'storm')],
        // Thursday was worked by nobody: the third working day is Tuesday and not Monday.
        ['2026-10-24 10:00', loadWith('storm', 1, '2026-10-22')],
        // It was worked after all.
        ['2026-10-27 10:00', loadWith('no-storm', 2)],
        ['2026-10-28 15:00', does('resolution', 'storm')],
        ['2026-10-28 16:00', does('answer', 'storm')],
      ],
      '2026-10-29 00:00',
    );
    expect(await tell(quarter, named)).toEqual({
      'issue-deadline storm': [
        '2026-10-24 00:00 found notice answering since 2026-10-24 00:00',
        '2026-10-24 10:00 cleared',
        '2026-10-27 00:00 found-again notice answering since 2026-10-27 00:00',
        '2026-10-27 10:00 changed notice answering since 2026-10-24 00:00',
        // A working day after it was due, which is told at once.
        '2026-10-28 00:00 changed late supervision since 2026-10-27 00:00',
        '2026-10-28 15:00 cleared',
      ],
      // A day off more than the law gives is doubted while it stands.
      'calendar-year 2026': [
        '2026-10-25 08:10 found notice answering since 2026-10-24 10:00',
        '2026-10-28 08:10 cleared',
      ],
    });
  });
});

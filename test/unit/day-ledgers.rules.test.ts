import { describe, expect, test } from 'vitest';
import {
  addMinutes,
  type LocalDate,
  parseInstant,
  parseLocalDate,
} from '../../functions/platform/runtime/time.ts';
import {
  amend,
  countsOf,
  dayLedgerId,
  daysToCheck,
  expectedOn,
  goMissing,
  handIn,
  noCounts,
  noonAfter,
  standing,
} from '../../functions/visits/day-ledgers.rules.ts';
import type { DayLedger } from '../../functions/visits/day-ledgers.states.ts';

const village = '370402/370402101/370402101201';
const day = parseLocalDate('2026-11-24');
const noon = parseInstant('2026-11-25T12:00:00+08:00');
const evening = parseInstant('2026-11-24T18:00:00+08:00');
const by = { id: 'LEAD', name: '张包村' };
const visit = {
  ...{ visit: 'V1', outcome: 'met' as const, offPeak: true, materials: 2, settled: undefined },
  issues: ['A', 'B'],
};
const base = { village, day, by, now: evening, nothingToReport: false, note: undefined, visits: [visit] };

const accepted = (decision: ReturnType<typeof handIn>): DayLedger => {
  if ('refusal' in decision) throw new Error(decision.refusal);
  return decision.next;
};

describe('handing in a day', () => {
  test('its noon is 12:00 of the next calendar day, local time', () => {
    expect(noonAfter(day)).toBe(noon);
    expect(dayLedgerId(village, day)).toBe('370402101201.2026-11-24');
  });

  test('one millisecond before noon is in time, noon is late', () => {
    const inTime = parseInstant('2026-11-25T11:59:59.999+08:00');
    expect(accepted(handIn(undefined, { ...base, now: inTime }))).toMatchObject({ late: false });
    expect(accepted(handIn(undefined, { ...base, now: noon }))).toMatchObject({ late: true });
  });

  test('what was handed in is what was known: its visits and their counts', () => {
    expect(accepted(handIn(undefined, base))).toMatchObject({
      state: 'handed-in',
      visits: ['V1'],
      counts: { ...noCounts, visits: 1, met: 1, offPeak: 1, issues: 2, materials: 2 },
    });
  });

  test('that there is nothing to report is said, and only where it is so', () => {
    const none = { ...base, visits: [] };
    expect(handIn(undefined, none)).toEqual({ refusal: 'ledger.nothing_not_said' });
    expect(handIn(undefined, { ...base, nothingToReport: true })).toEqual({ refusal: 'ledger.has_visits' });
    expect(accepted(handIn(undefined, { ...none, nothingToReport: true }))).toMatchObject({
      nothingToReport: true,
      counts: noCounts,
    });
  });

  test('it is done once, and not before the day has begun', () => {
    expect(handIn(accepted(handIn(undefined, base)), base)).toEqual({ refusal: 'ledger.handed_in_already' });
    const before = parseInstant('2026-11-23T23:59:59+08:00');
    expect(handIn(undefined, { ...base, now: before })).toEqual({ refusal: 'ledger.in_future' });
  });

  test('a day that was missing is handed in late', () => {
    const { next } = goMissing(village, day);
    expect(accepted(handIn(next, { ...base, now: addMinutes(noon, 200) }))).toMatchObject({ late: true });
  });
});

describe('amending a day', () => {
  const amendment = { reason: '漏记', text: '补记一户', by, at: noon };

  test('leaves what was handed in as it was', () => {
    const ledger = accepted(handIn(undefined, base));
    expect(amend(ledger, amendment)).toMatchObject({ next: { ...ledger, amendments: [amendment] } });
  });

  test('is for days that were handed in, and ends at thirty', () => {
    expect(amend(goMissing(village, day).next, amendment)).toEqual({ refusal: 'ledger.not_handed_in' });
    let ledger = accepted(handIn(undefined, base));
    for (let n = 1; n <= 30; n++) {
      const decision = amend(ledger, amendment);
      if ('refusal' in decision) throw new Error(decision.refusal);
      ledger = decision.next;
    }
    expect(amend(ledger, amendment)).toEqual({ refusal: 'ledger.amendments_full' });
  });
});

test('a void visit counts for nothing, and what was raised at it still does', () => {
  const settled = { decision: 'void' as const, reason: '重复', by, at: noon };
  expect(countsOf([visit, { ...visit, settled }])).toEqual({
    ...noCounts,
    ...{ visits: 1, met: 1, offPeak: 1, issues: 4, materials: 2 },
  });
});

describe('how a day stands', () => {
  test('it is missing from noon on where it is owed, recorded or not, and open where it is not', () => {
    const before = addMinutes(noon, -1);
    expect(standing(undefined, day, true, before)).toEqual({ state: 'open', late: false });
    expect(standing(undefined, day, true, noon)).toEqual({ state: 'missing', late: true });
    expect(standing(undefined, day, false, noon)).toEqual({ state: 'open', late: false });
    expect(standing(goMissing(village, day).next, day, false, noon)).toEqual({
      state: 'missing',
      late: true,
    });
  });
});

describe('which days are owed', () => {
  const isWorking = (date: LocalDate): boolean => date !== '2026-11-28' && date !== '2026-11-29';
  const campaign = {
    ...{ scope: '370402/370402101', includeRestDays: false },
    ...{ from: parseLocalDate('2026-11-24'), to: parseLocalDate('2026-11-30') },
  };
  const on = (date: string, change: object = {}) =>
    expectedOn(parseLocalDate(date), [{ ...campaign, ...change }], isWorking);

  test('working days from the first to the last of the campaign', () => {
    expect(on('2026-11-23').always).toEqual([]);
    expect(on('2026-11-24').always).toEqual([campaign.scope]);
    expect(on('2026-11-30').always).toEqual([campaign.scope]);
    expect(on('2026-12-01').always).toEqual([]);
  });

  test('a day of rest only where somebody visited, unless the campaign visits on them', () => {
    expect(on('2026-11-28')).toEqual({ always: [], ifVisited: [campaign.scope] });
    expect(on('2026-11-28', { includeRestDays: true })).toEqual({ always: [campaign.scope], ifVisited: [] });
  });
});

test('the check looks at the fourteen days before today, yesterday only once noon has passed', () => {
  expect(daysToCheck(noon)).toHaveLength(14);
  expect(daysToCheck(noon).at(0)).toBe('2026-11-11');
  expect(daysToCheck(noon).at(-1)).toBe('2026-11-24');
  expect(daysToCheck(addMinutes(noon, -1)).at(-1)).toBe('2026-11-23');
});

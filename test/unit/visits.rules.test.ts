import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { fieldProblems } from '../../functions/platform/contract/fields.ts';
import { addMinutes, parseInstant, parseLocalDate } from '../../functions/platform/runtime/time.ts';
import { visitEntrySchema } from '../../functions/visits/visits.fields.ts';
import { judge, settle } from '../../functions/visits/visits.rules.ts';
import type { Visit } from '../../functions/visits/visits.states.ts';

const now = parseInstant('2026-11-24T18:00:00+08:00');
const me = { id: 'ME', name: '李走访' };
const colleague = { id: 'OTHER', name: '赵走访' };
const campaign = { from: parseLocalDate('2026-11-23') };
const entry = { at: parseInstant('2026-11-24T10:00:00+08:00'), outcome: 'met' as const };
const mine = { assignee: me, formerly: [] };
const known = { campaign, planned: mine, me, now };

describe('whether a visit is taken in', () => {
  test('one of mine, made in the campaign, is', () => {
    expect(judge(entry, known)).toEqual({ conflict: undefined });
  });

  test('a phone whose clock is five minutes ahead is believed, six minutes are not', () => {
    expect(judge({ ...entry, at: addMinutes(now, 5) }, known)).toEqual({ conflict: undefined });
    expect(judge({ ...entry, at: addMinutes(now, 6) }, known)).toEqual({ refusal: 'visit.in_future' });
  });

  test('one on the evening before the campaign is not, one after midnight is', () => {
    const eve = parseInstant('2026-11-22T23:59:59+08:00');
    expect(judge({ ...entry, at: eve }, known)).toEqual({ refusal: 'visit.before_campaign' });
    const midnight = parseInstant('2026-11-23T00:00:00+08:00');
    expect(judge({ ...entry, at: midnight }, known)).toEqual({ conflict: undefined });
  });

  test('one of a household nobody planned is not, nor one of a campaign that is not there', () => {
    const refusal = { refusal: 'visit.household_out_of_scope' };
    expect(judge(entry, { ...known, planned: undefined })).toEqual(refusal);
    expect(judge(entry, { ...known, campaign: undefined })).toEqual(refusal);
  });

  test("one of a colleague's household is not", () => {
    const planned = { assignee: colleague, formerly: [] };
    expect(judge(entry, { ...known, planned })).toEqual({ refusal: 'visit.anothers_household' });
  });

  test('an appointment before the visit is not taken', () => {
    const appointment = { day: parseLocalDate('2026-11-23'), slot: 'evening' as const };
    expect(judge({ ...entry, outcome: 'appointment', appointment }, known)).toEqual({
      refusal: 'visit.appointment_past',
    });
  });
});

describe('what an accepted visit contradicts', () => {
  const visited = { visit: 'THEIRS', at: parseInstant('2026-11-24T09:00:00+08:00'), by: colleague };

  test('a household given to somebody else meanwhile: the visit stays mine, with a note of whose it is now', () => {
    const planned = { assignee: colleague, formerly: [me] };
    expect(judge(entry, { ...known, planned })).toEqual({
      conflict: { kind: 'reassigned', assignee: colleague },
    });
  });

  test('a household somebody else visited: both versions are named', () => {
    const planned = { assignee: colleague, formerly: [me], visited };
    expect(judge(entry, { ...known, planned })).toEqual({
      conflict: { kind: 'already-visited', other: visited },
    });
  });

  test('nobody at home where somebody else was let in contradicts nothing', () => {
    expect(judge({ ...entry, outcome: 'not-home' }, { ...known, planned: { ...mine, visited } })).toEqual({
      conflict: undefined,
    });
  });

  test('two visits of mine on one day may be one written twice; on two days they are two', () => {
    const own = { ...visited, visit: 'EARLIER', by: me };
    expect(judge(entry, { ...known, planned: { ...mine, visited: own } })).toEqual({
      conflict: { kind: 'duplicate-visit', other: own },
    });
    const dayBefore = { ...own, at: parseInstant('2026-11-23T23:00:00+08:00') };
    expect(judge(entry, { ...known, planned: { ...mine, visited: dayBefore } })).toEqual({
      conflict: undefined,
    });
  });
});

describe('the decision about a conflict', () => {
  const settlement = { decision: 'void' as const, reason: '重复', by: colleague, at: now };
  const visit: Visit = {
    entry: 'entry-0000000000',
    ...{ campaign: 'C', household: 'H', village: '1/2/3', address: '1号', by: me, at: entry.at },
    ...{ recordedAt: now, day: parseLocalDate('2026-11-24'), outcome: 'met', met: [], materials: [] },
    ...{ photos: [], issues: [], offPeak: false },
    conflict: { kind: 'reassigned', assignee: colleague },
  };

  test('is made once', () => {
    expect(settle(visit, settlement)).toEqual({ next: { ...visit, settled: settlement } });
    expect(settle({ ...visit, settled: settlement }, settlement)).toEqual({
      refusal: 'visit.settled_already',
    });
  });

  test('is not made where nothing contradicts', () => {
    expect(settle({ ...visit, conflict: undefined }, settlement)).toEqual({ refusal: 'visit.no_conflict' });
  });
});

describe('an entry as a phone sends it', () => {
  const sent = {
    ...{ entryId: 'entry-0000000000', campaign: '2222222222', household: '2222222222222222' },
    ...{ at: '2026-11-24T10:00:00+08:00', outcome: 'met', met: [{ relation: 'head' }] },
  };
  const wrong = (change: object): string[] => {
    const { issues = [] } = v.safeParse(visitEntrySchema, { ...sent, ...change });
    return fieldProblems(issues).map(({ path, code }) => `${path} ${code}`);
  };

  test('is whole with a door, a time and who was met', () => {
    expect(wrong({})).toEqual([]);
  });

  test.each([
    ['somebody met is somebody', { met: [] }, ['met field.required']],
    ['an appointment has a day', { outcome: 'appointment' }, ['appointment field.required']],
    ['a time is a time', { at: 'gestern' }, ['at time.invalid']],
    ['an outcome is one of the list', { outcome: 'waved' }, ['outcome field.choice']],
    ['satisfaction ends at five', { satisfaction: 6 }, ['satisfaction field.choice']],
    ['nothing unknown is taken along', { idNumber: '370402' }, ['idNumber field.unknown']],
    [
      'an issue needs its words and consent',
      { issues: [{ category: 'roads', what: ' ', reporter: { who: 'head' }, consent: false }] },
      ['issues.0.what field.required', 'issues.0.consent consent.required'],
    ],
    [
      'a reporter of their own has a phone that can be called',
      {
        issues: [
          {
            ...{ category: 'roads', what: '路灯不亮', consent: true },
            reporter: { who: 'other', name: '王小明', phone: '12' },
          },
        ],
      },
      ['issues.0.reporter.phone phone.invalid'],
    ],
  ])('%s', (_, change, problems) => {
    expect(wrong(change)).toEqual(problems);
  });
});

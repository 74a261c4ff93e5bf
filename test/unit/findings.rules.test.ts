import { describe, expect, test } from 'vitest';
import { workingCalendar } from '../../functions/calendar/calendar.rules.ts';
import { care, dueAtOf, except, settle } from '../../functions/findings/findings.rules.ts';
import type { Finding, Verdict } from '../../functions/findings/findings.states.ts';
import { parseInstant, parseLocalDate } from '../../functions/platform/runtime/time.ts';

const calendar = workingCalendar([]);
const at = (text: string) => parseInstant(`${text}+08:00`);
const friday = at('2026-11-20T12:00:00');
const record = { kind: 'DAYLEDGER', id: '370402101201.2026-11-19' };
const look = { record, asOf: 1 };
const around = (now = friday) => ({ now, calendar });
const verdict: Verdict = {
  check: 'ledger-noon',
  node: '370402/370402101/370402101201',
  answers: { node: '370402/370402101/370402101201' },
  severity: 'late',
  since: friday,
  facts: { day: '2026-11-19' },
};
const by = { id: 'supervisor', name: '张明' };

/** @throws Error when nothing came of it. */
const next = (decision: ReturnType<typeof settle>): Finding => {
  if (!decision || !('next' in decision)) throw new Error('nothing was decided');
  return decision.next;
};
const types = (decision: ReturnType<typeof settle>) =>
  decision && 'events' in decision ? decision.events.map(({ type }) => type) : decision;
const found = next(settle(undefined, verdict, look, around()));
const clearedOne = next(settle(found, undefined, { ...look, asOf: 2 }, around()));

describe('a look at a record', () => {
  test('finds a broken promise once, however often it is looked at', () => {
    expect(found).toMatchObject({ state: 'open', times: 1, level: 'answering', foundAt: friday });
    expect(settle(found, verdict, look, around(at('2026-11-20T15:00:00')))).toBeUndefined();
  });

  test('finds nothing where nothing was found and nothing is broken', () => {
    expect(settle(undefined, undefined, look, around())).toBeUndefined();
    expect(settle(clearedOne, undefined, { ...look, asOf: 3 }, around())).toBeUndefined();
  });

  test('clears what no longer holds, and finds it again as the second time', () => {
    expect(clearedOne).toMatchObject({ state: 'cleared', clearedAt: friday });
    const again = settle(clearedOne, verdict, { ...look, asOf: 3 }, around());
    expect(types(again)).toEqual(['found-again']);
    expect(next(again)).toMatchObject({ state: 'open', times: 2 });
  });

  test('that is older than the one it rests on changes nothing', () => {
    expect(settle(clearedOne, verdict, look, around())).toBeUndefined();
    expect(settle(found, undefined, { ...look, asOf: 0 }, around())).toBeUndefined();
  });

  test('changes what stands when somebody else answers for it, or it has become worse', () => {
    const worse = settle(found, { ...verdict, severity: 'grave' }, { ...look, asOf: 2 }, around());
    expect(types(worse)).toEqual(['changed']);
    const claimed = { ...verdict, answers: { ...verdict.answers, officer: by } };
    expect(next(settle(found, claimed, { ...look, asOf: 2 }, around()))).toMatchObject({
      answers: { officer: by },
      times: 1,
    });
  });

  test('of a promise made anew each week counts from the first week it was broken in a row', () => {
    const since = at('2026-11-27T12:00:00');
    const facts = { week: '2026-W48' };
    const asOf = { ...look, asOf: 2 };
    const nextWeek = settle(found, { ...verdict, since, facts, goesOn: true }, asOf, around(since));
    expect(next(nextWeek)).toMatchObject({ since: friday, facts, level: 'criticism' });
    const anew = settle(found, { ...verdict, since, facts }, asOf, around(since));
    expect(next(anew)).toMatchObject({ since, facts, level: 'answering' });
    const afterwards = settle(
      clearedOne,
      { ...verdict, since, goesOn: true },
      { ...look, asOf: 3 },
      around(since),
    );
    expect(next(afterwards)).toMatchObject({ since, times: 2 });
  });

  test('leaves an exception as it is, and clears it too', () => {
    const rests = next(
      except(found, { reason: '台风', until: parseLocalDate('2026-11-25') }, { by, now: friday }),
    );
    expect(
      next(settle(rests, { ...verdict, severity: 'grave' }, { ...look, asOf: 2 }, around())),
    ).toMatchObject({
      state: 'excepted',
      severity: 'grave',
    });
    expect(next(settle(rests, undefined, { ...look, asOf: 2 }, around())).state).toBe('cleared');
  });
});

describe('what stands open', () => {
  test('goes to supervision after one working day and may be criticised after three, weekends left out', () => {
    expect(dueAtOf(found)).toBe(at('2026-11-24T00:00:00'));
    const supervised = next(care(found, around(at('2026-11-24T00:00:00'))));
    expect(supervised).toMatchObject({ level: 'supervision', escalatesAt: at('2026-11-26T00:00:00') });
    const criticised = next(care(supervised, around(at('2026-11-26T00:00:00'))));
    expect(criticised.level).toBe('criticism');
    expect(dueAtOf(criticised)).toBeUndefined();
  });

  test('of a promise that ran until midnight counts from the day that ended', () => {
    const midnight = next(
      settle(undefined, { ...verdict, since: at('2026-11-20T00:00:00') }, look, around()),
    );
    expect(dueAtOf(midnight)).toBe(at('2026-11-21T00:00:00'));
  });

  test('is found at the level it has come to, when it is found late', () => {
    const late = next(settle(undefined, verdict, look, around(at('2026-11-25T09:00:00'))));
    expect(late).toMatchObject({ level: 'supervision', escalatesAt: at('2026-11-26T00:00:00') });
  });

  test('catches up with both levels after an outage, and does nothing before its time or twice', () => {
    expect(care(found, around(at('2026-11-23T23:59:59')))).toBeUndefined();
    const caughtUp = next(care(found, around(at('2026-12-01T00:00:00'))));
    expect(caughtUp.level).toBe('criticism');
    expect(care(caughtUp, around(at('2026-12-02T00:00:00')))).toBeUndefined();
  });

  test('goes nowhere while it is only going to be late', () => {
    expect(
      dueAtOf(next(settle(undefined, { ...verdict, severity: 'notice' }, look, around()))),
    ).toBeUndefined();
  });
});

describe('an exception', () => {
  const until = parseLocalDate('2026-11-25');
  const rests = next(except(found, { reason: '台风', until }, { by, now: friday }));

  test('lets it rest until the end of its last day', () => {
    expect(dueAtOf(rests)).toBe(at('2026-11-26T00:00:00'));
    expect(care(rests, around(at('2026-11-25T23:59:59')))).toBeUndefined();
    const back = care(rests, around(at('2026-11-26T00:00:00')));
    expect(types(back)).toEqual(['exception-over']);
    expect(next(back)).toMatchObject({ state: 'open', level: 'criticism' });
    expect(next(back)).not.toHaveProperty('exception');
  });

  test.each([
    ['in the past', '2026-11-19'],
    ['for longer than 92 days', '2027-02-21'],
  ])('is not granted %s', (_, day) => {
    expect(except(found, { reason: '台风', until: parseLocalDate(day) }, { by, now: friday })).toEqual({
      refusal: 'finding.exception_days',
    });
  });

  test('is granted only of what stands open', () => {
    for (const one of [rests, clearedOne])
      expect(except(one, { reason: '台风', until }, { by, now: friday })).toEqual({
        refusal: 'finding.not_open',
      });
  });
});

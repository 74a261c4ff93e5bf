import { describe, expect, test } from 'vitest';
import { workingCalendar } from '../../functions/calendar/calendar.rules.ts';
import { checkCalendarYear } from '../../functions/calendar/calendar-year.rules.ts';
import { stateCouncilYears } from '../../functions/calendar/state-council-years.ts';
import type { Check, Findings, SampledVisit } from '../../functions/inspections/checks.states.ts';
import {
  draw,
  finish,
  openCheck,
  recordCheck,
  start,
} from '../../functions/inspections/inspections.rules.ts';
import type { Drawn } from '../../functions/inspections/inspections.states.ts';
import {
  accept,
  complete,
  dueAfter,
  sendBack,
  settle,
} from '../../functions/inspections/rectifications.rules.ts';
import type { Open, Rectification } from '../../functions/inspections/rectifications.states.ts';
import { parseInstant, parseLocalDate } from '../../functions/platform/runtime/time.ts';

const calendar = workingCalendar(
  stateCouncilYears.flatMap((draft) => {
    const checked = checkCalendarYear(draft);
    return checked.ok ? [checked.calendarYear] : [];
  }),
);
const inspector = { id: 'INSPECTOR', name: '纪一' };
const wang = { id: 'WANG', name: '王二' };
const now = parseInstant('2026-11-23T10:00:00+08:00');
const act = { by: inspector, now, calendar };
const village = '370402/370402101/370402101201';

const visit = (id: string): SampledVisit => ({
  visit: id,
  household: `H${id}`,
  village,
  address: '1号楼2单元301',
  by: wang,
  at: parseInstant('2026-11-20T10:00:00+08:00'),
  day: parseLocalDate('2026-11-20'),
  outcome: 'met',
  materials: 1,
  issues: [],
  offPeak: false,
});

const ok = <S>(decision: { readonly next: S } | { readonly refusal: string }): S => {
  if ('refusal' in decision) throw new Error(decision.refusal);
  return decision.next;
};

const drawn = (): Drawn =>
  ok(
    draw(
      {
        node: '370402/370402101',
        from: parseLocalDate('2026-11-20'),
        to: parseLocalDate('2026-11-20'),
        populationUntil: now,
        seed: 'seed',
        size: 2,
      },
      [{ village, visits: [visit('A'), visit('B'), visit('C')] }],
      act,
    ),
  );
const check: Check = openCheck('INSPECTION', 1, visit('A'), act).next;
const yes: Omit<Findings, 'foundBy' | 'foundAt'> = {
  reallyVisited: 'yes',
  everyoneMet: 'yes',
  issuesAccurate: 'yes',
  ledgerComplete: 'yes',
  photos: [],
  discrepancies: [],
};
const notVisited = { kind: 'not-visited', what: '没有来过', responsible: wang, workingDays: 5 } as const;

describe('a drawn inspection', () => {
  test('holds what is needed to draw it again, and who drew it', () => {
    const inspection = drawn();
    expect(inspection).toMatchObject({ seed: 'seed', population: 3, drawnBy: inspector, drawnAt: now });
    expect(inspection.strata).toMatchObject([{ village, population: 3, drawn: 2 }]);
    expect(inspection.sample).toHaveLength(2);
  });

  test('is started once', () => {
    const running = ok(start(drawn(), act));
    expect(start(running, act)).toEqual({ refusal: 'inspection.not_drawn' });
  });

  test('is finished by nobody before it runs', () => {
    expect(finish(drawn(), [], undefined, act)).toEqual({ refusal: 'inspection.not_running' });
  });
});

describe('a running inspection', () => {
  const running = ok(start(drawn(), act));

  test('ends only with every visit of its sample checked', () => {
    const checked = ok(recordCheck(check, yes, act));
    const waiting: Check = { ...check, n: 2 };
    expect(finish(running, [checked, waiting], undefined, act)).toEqual({ refusal: 'inspection.unchecked' });
    const finished = ok(finish(running, [checked, { ...checked, n: 2 }], '真实', act));
    expect(finished.results.villages).toEqual([{ village, checked: 2, found: 0, untold: 0 }]);
    expect(finish(finished, [], undefined, act)).toEqual({ refusal: 'inspection.not_running' });
  });

  test('lets nobody check a visit of their own', () => {
    expect(recordCheck(check, yes, { ...act, by: wang })).toEqual({ refusal: 'inspection.own_visit' });
  });
});

describe('what a check makes of a rectification', () => {
  const issued = (): Open => {
    const decision = settle(check, undefined, notVisited, act);
    if (!decision || 'refusal' in decision || decision.next.state !== 'open') throw new Error('not issued');
    return decision.next;
  };
  const done = (): Rectification => ok(complete(issued(), '已补访', [], { by: wang, now }));

  test('it is issued to whoever is responsible, due at the end of the fifth working day', () => {
    expect(issued()).toMatchObject({
      responsible: wang,
      due: { dueDate: '2026-11-30', dueAt: '2026-11-30T16:00:00.000Z', provisional: false },
    });
  });

  test('its due day jumps over days off and counts days that are made up', () => {
    // The National Day of 2026: 1 to 7 October off, Saturday 10 October worked.
    const due = dueAfter(calendar, parseInstant('2026-09-30T18:00:00+08:00'), 3);
    expect(due.dueDate).toBe('2026-10-10');
  });

  test('its due day in a year nobody has loaded is provisional', () => {
    expect(dueAfter(calendar, parseInstant('2026-12-30T10:00:00+08:00'), 5).provisional).toBe(true);
  });

  test('nobody responsible, nothing to be put right', () => {
    expect(
      settle(check, undefined, { kind: 'other', what: '门牌不清', workingDays: 5 }, act),
    ).toBeUndefined();
  });

  test('recorded again unchanged, it stays as it is, due day and all', () => {
    const later = { ...act, now: parseInstant('2026-11-25T10:00:00+08:00') };
    expect(settle(check, issued(), notVisited, later)).toBeUndefined();
  });

  test('changed, the open one changes with it', () => {
    const decision = settle(check, issued(), { ...notVisited, what: '时间不符' }, act);
    expect(decision).toMatchObject({ next: { state: 'open', what: '时间不符' } });
  });

  test('dropped, the open one is withdrawn; found again, it is issued anew', () => {
    const decision = settle(check, issued(), undefined, act);
    expect(decision).toMatchObject({ next: { state: 'withdrawn' } });
    if (!decision || 'refusal' in decision) throw new Error('not withdrawn');
    expect(settle(check, decision.next, notVisited, act)).toMatchObject({ next: { state: 'open' } });
  });

  test('what was reported as put right is decided on before the check changes under it', () => {
    expect(settle(check, done(), undefined, act)).toEqual({ refusal: 'inspection.rectification_underway' });
    expect(settle(check, done(), { ...notVisited, what: '别的' }, act)).toEqual({
      refusal: 'inspection.rectification_underway',
    });
    expect(settle(check, done(), notVisited, act)).toBeUndefined();
  });

  test('done at 24:00 of the due day is too late, a millisecond before is in time', () => {
    const at = (text: string) =>
      ok(complete(issued(), '已补访', [], { by: wang, now: parseInstant(text) })).done.inTime;
    expect(at('2026-11-30T23:59:59.999+08:00')).toBe(true);
    expect(at('2026-12-01T00:00:00+08:00')).toBe(false);
  });

  test('sent back, it is open again with a due day counted from then, and keeps what was sent back', () => {
    const back = ok(sendBack(done(), '没有照片', 2, act));
    expect(back).toMatchObject({ state: 'open', due: { dueDate: '2026-11-25', workingDays: 2 } });
    expect(back.returns).toMatchObject([{ reason: '没有照片', done: { what: '已补访', by: wang } }]);
  });

  test('nobody decides on what they are responsible for or put right themselves', () => {
    expect(accept(done(), undefined, { by: wang, now })).toEqual({ refusal: 'rectification.own_work' });
    expect(sendBack(done(), '再做', 1, { ...act, by: wang })).toEqual({ refusal: 'rectification.own_work' });
    expect(accept(done(), undefined, act)).toMatchObject({ next: { state: 'accepted' } });
  });

  test('what is accepted is neither done, sent back nor accepted again', () => {
    const accepted = ok(accept(done(), undefined, act));
    const refused = { refusal: 'rectification.transition_not_allowed' };
    expect(accept(accepted, undefined, act)).toEqual(refused);
    expect(sendBack(accepted, '再做', 1, act)).toEqual(refused);
    expect(complete(accepted, '又做', [], act)).toEqual(refused);
  });

  test('is sent back ten times at most', () => {
    let rectification = done();
    for (let times = 0; times < 10; times++) {
      const back = ok(sendBack(rectification, '不行', 1, act));
      rectification = ok(complete(back, '又做', [], { by: wang, now }));
    }
    expect(sendBack(rectification, '不行', 1, act)).toEqual({ refusal: 'rectification.returns_full' });
  });
});

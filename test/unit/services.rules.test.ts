import { describe, expect, test } from 'vitest';
import { parseInstant, parseLocalDate } from '../../functions/platform/runtime/time.ts';
import {
  correctAttendance,
  employ,
  handIn,
  join,
  leave,
  wasMember,
} from '../../functions/services/centres.rules.ts';
import type { Attendance, Centre, Membership } from '../../functions/services/centres.states.ts';
import {
  daysLateOf,
  extend,
  giveBack,
  handOut,
  movesOfHandout,
  movesOfMending,
  movesOfReturn,
} from '../../functions/services/devices.rules.ts';
import type { Handout, Stock } from '../../functions/services/devices.states.ts';
import { begin, complete } from '../../functions/services/helps.rules.ts';
import {
  ageOf,
  changedPerson,
  consentGiven,
  lacksGuardian,
  shownPerson,
} from '../../functions/services/people.rules.ts';
import type { Consent, ShownPerson } from '../../functions/services/people.states.ts';

const now = parseInstant('2026-11-23T09:00:00+08:00');
const by = { id: 'STAFF', name: '残联' };
const act = { by, now };
const day = parseLocalDate;

const person: ShownPerson = { name: '王**', number: '3704**********1234', withCertificate: true };
const consent: Consent = { by: 'self', how: 'paper', version: '2026-11', at: now, heardBy: by };
const shown = { person, consent };

describe('a person', () => {
  const plain = { name: '王小明', number: '37040219700101101X42', phone: '13800001234' };

  test('is shown by family name and the ends of number and phone, never by the digits of the disability', () => {
    expect(shownPerson(plain, undefined)).toEqual({
      ...{ name: '王**', number: '3704**********101X', withCertificate: true, phone: '138****1234' },
    });
    const withGuardian = { ...plain, guardian: { name: '李大山', relation: '父亲' } };
    expect(shownPerson(withGuardian, 'HOUSEHOLD')).toMatchObject({
      ...{ guardian: { name: '李**', relation: '父亲' }, household: 'HOUSEHOLD' },
    });
  });

  test('is as old as the birthdays that have passed', () => {
    expect(ageOf({ number: '370402200811241011' }, '2026-11-23')).toBe(17);
    expect(ageOf({ number: '370402200811231011' }, '2026-11-23')).toBe(18);
  });

  test('needs a guardian up to the day before the fourteenth birthday', () => {
    const lacks = (born: string, guardian = false) =>
      lacksGuardian(
        {
          ...{ name: '李小童', number: `370402${born}1011` },
          ...(guardian ? { guardian: { name: '李大山', relation: '父亲' } } : {}),
        },
        { by: guardian ? 'guardian' : 'self' },
        now,
      );
    expect(lacks('20121124')).toBe(true);
    expect(lacks('20121123')).toBe(false);
    expect(lacks('20121124', true)).toBe(false);
  });

  test('keeps what was not sent and loses what was taken out', () => {
    expect(changedPerson(plain, { name: '王大明' })).toEqual({ ...plain, name: '王大明' });
    expect(changedPerson(plain, { phone: null })).toMatchObject({ name: '王小明', phone: undefined });
  });

  test('consents in words that are known, to an officer who is named', () => {
    const given = {
      personal: true,
      sensitive: true,
      version: '2026-11',
      how: 'phone',
      by: 'relative',
    } as const;
    expect(consentGiven(given, act)).toEqual({
      ...{ by: 'relative', how: 'phone', version: '2026-11', at: now, heardBy: by },
    });
  });
});

describe('a device', () => {
  const stock: Stock = {
    ...{ node: '370402', kind: 'cane', delivered: 5, corrected: 0, scrapped: 0, createdAt: now },
    last: { at: now, by, note: '' },
  };
  const fields = { stock: 'STOCK', quantity: 2 };
  const made = (until?: string): Handout => {
    const decided = handOut(
      { fields: { ...fields, ...(until ? { until: day(until) } : {}) }, stock, shown, data: {} },
      act,
    );
    if ('refusal' in decided) throw new Error(decided.refusal);
    return decided.next;
  };

  test('that leaves the stock is in somebody’s hands, and what comes back is where it came back to', () => {
    expect(movesOfHandout(made())).toEqual({ left: -2, given: 2 });
    expect(movesOfHandout(made('2026-12-31'))).toEqual({ left: -2, lent: 2 });
    expect(movesOfReturn(made('2026-12-31'), { condition: 'good' })).toEqual({ lent: -2, left: 2 });
    expect(movesOfReturn(made(), { condition: 'lost' })).toEqual({ given: -2, lost: 2 });
    expect(movesOfMending({ quantity: 1, result: 'scrapped', note: '' })).toEqual({ repair: -1 });
  });

  test('whatever happens to it, none is made or lost: what a command moves adds up to nothing', () => {
    for (const handout of [made(), made('2026-12-31')]) {
      for (const condition of ['good', 'repair', 'lost'] as const) {
        for (const moves of [movesOfHandout(handout), movesOfReturn(handout, { condition })])
          expect(Object.values(moves).reduce((sum, by) => sum + by, 0)).toBe(0);
      }
    }
  });

  test('lent may come back today, and is late from the day after', () => {
    expect(made('2026-11-23').state).toBe('lent');
    expect(daysLateOf(day('2026-11-23'), day('2026-11-23'))).toBeUndefined();
    expect(daysLateOf(day('2026-11-23'), day('2026-11-24'))).toBe(1);
    expect(daysLateOf(day('2026-02-28'), day('2026-03-01'))).toBe(1);
    expect(daysLateOf(undefined, day('2026-11-24'))).toBeUndefined();
  });

  test('is extended only while it is lent, only to a later day', () => {
    const asked = (handout: Handout, until: string) =>
      extend(handout, { until: day(until), reason: '仍需' }, act);
    expect(asked(made(), '2026-12-31')).toEqual({ refusal: 'device.not_lent' });
    expect(asked(made('2026-12-01'), '2026-11-30')).toEqual({ refusal: 'device.not_later' });
    const back = giveBack(made('2026-12-01'), { condition: 'good' }, act);
    if ('refusal' in back) throw new Error(back.refusal);
    expect(asked(back.next, '2026-12-31')).toEqual({ refusal: 'device.returned' });
    expect(back.next).toMatchObject({ state: 'returned', until: '2026-12-01' });
  });
});

describe('a day centre', () => {
  const centre: Centre = {
    ...{ state: 'open', node: '370402', name: '如康家园', address: '1 号', capacity: 2, createdAt: now },
  };
  const membership = (): Membership => {
    const decided = join(
      { centre: { id: 'CENTRE', state: centre }, fields: { from: day('2026-03-01') }, shown, data: {} },
      act,
    );
    if ('refusal' in decided) throw new Error(decided.refusal);
    return decided.next;
  };
  const leftOn = (on: string): Membership => {
    const decided = leave(membership(), { day: day(on), reason: 'moved' }, act);
    if ('refusal' in decided) throw new Error(decided.refusal);
    return decided.next;
  };

  test('has a member from the first day to the last, both with them', () => {
    const was = (on: string, who: Membership | undefined = leftOn('2026-05-31'), at = 'CENTRE') =>
      wasMember(who, at, day(on));
    expect(['2026-02-28', '2026-03-01', '2026-05-31', '2026-06-01'].map((on) => was(on))).toEqual([
      ...[false, true, true, false],
    ]);
    expect(was('2026-11-23', membership())).toBe(true);
    expect(was('2026-05-31', membership(), 'ANOTHER')).toBe(false);
    expect(wasMember(undefined, 'CENTRE', day('2026-05-31'))).toBe(false);
  });

  test('nobody leaves before they came, or tomorrow; nobody begins work then', () => {
    const refusal = { refusal: 'service.day_not_possible' };
    for (const on of ['2026-02-28', '2026-11-24']) {
      expect(leave(membership(), { day: day(on), reason: 'moved' }, act)).toEqual(refusal);
      expect(employ(membership(), { day: day(on), employer: '服装厂' }, act)).toEqual(refusal);
    }
  });

  test('a corrected day may keep whom it had, even if they have left for an earlier day since', () => {
    const handed = handIn(
      {
        centre: { id: 'CENTRE', node: '370402' },
        day: day('2026-11-20'),
        present: ['A', 'B'],
        members: ['A', 'B'],
      },
      act,
    );
    if ('refusal' in handed) throw new Error(handed.refusal);
    const correct = (attendance: Attendance, present: string[], members: string[]) =>
      correctAttendance(attendance, { present, members, reason: '漏记' }, act);
    expect(correct(handed.next, ['A', 'B', 'C'], ['A', 'C'])).toMatchObject({
      next: { present: ['A', 'B', 'C'] },
    });
    expect(correct(handed.next, ['A', 'C'], ['A'])).toEqual({ refusal: 'attendance.not_member' });
    expect(correct(handed.next, ['A', 'B'], ['A', 'B'])).toEqual({ refusal: 'service.nothing_changed' });
  });
});

describe('a help', () => {
  const fields = {
    node: '370402',
    kind: 'hearing',
    institution: '康复中心',
    amount: 100,
    from: day('2026-09-01'),
    until: day('2027-01-31'),
  } as const;
  const begun = (born: string) =>
    begin({ fields, plain: { name: '李小童', number: `370402${born}1011` }, shown, data: {} }, act);

  test('is for a child on its first day, however old they are by now', () => {
    expect(begun('20080902')).toMatchObject({ next: { state: 'open', age: 17 } });
    expect(begun('20080901')).toEqual({ refusal: 'help.not_a_child' });
    expect(begun('20260902')).toEqual({ refusal: 'service.day_not_possible' });
  });

  test('keeps what it was to cost unless another amount is said', () => {
    const open = begun('20180305');
    if ('refusal' in open) throw new Error(open.refusal);
    const end = { day: day('2026-11-20'), outcome: 'better' } as const;
    expect(complete(open.next, end, act)).toMatchObject({ next: { amount: 100 } });
    expect(complete(open.next, { ...end, amount: 80 }, act)).toMatchObject({ next: { amount: 80 } });
  });
});

import { describe, expect, test } from 'vitest';
import { parseLocalDate } from '../../functions/platform/runtime/time.ts';
import type { Quantity } from '../../functions/renovation/plan-checks.rules.ts';
import { dueAtOf } from '../../functions/renovation/renovation.clock.rules.ts';
import { rowOf, standings } from '../../functions/renovation/renovation.projector.ts';
import { type Renovation, renovationStates } from '../../functions/renovation/renovation.states.ts';
import { heldBy, recount } from '../../functions/renovation/renovation-reserving.rules.ts';
import { appeal, decideAppeal, withdraw } from '../../functions/renovation/renovation-stopping.rules.ts';
import { watch } from '../../functions/renovation/renovation-watch.rules.ts';
import {
  complete,
  findDefect,
  followUp,
  showBefore,
  sign,
} from '../../functions/renovation/renovation-works.rules.ts';
import {
  act,
  allowed,
  at,
  homes,
  inState,
  own,
  photo,
  planLines,
  refusalOf,
  weekdays,
  when,
} from '../support/renovation.cases.ts';

describe('works', () => {
  const { before: _, ...job } = homes.building.job;
  const unseen = { ...homes.building, job };
  const done = (lines: readonly Quantity[], home = homes.building) =>
    complete(home, act('builder', '2026-12-03'), { photos: [photo], lines });

  test.each([
    ['nobody saw before', done(planLines, unseen), 'renovation.before_photos_missing'],
    ['with more than planned', done([{ item: 'handrails', quantity: 5 }]), 'renovation.over_plan handrails'],
    ['with what was not planned', done([{ item: 'ramp', quantity: 1 }]), 'renovation.over_plan ramp'],
    ['with an item twice', done([planLines[0], planLines[0]]), 'renovation.item_twice toilet'],
    ['as planned', done(planLines), undefined],
  ])('%s', (_, decision, refusal) => {
    expect(refusalOf(decision)).toBe(refusal);
  });

  test('are not begun or ended without a photo', () => {
    const none = { photos: [], lines: planLines };
    expect(refusalOf(showBefore(homes.building, act('builder'), none))).toBe(
      'renovation.before_photos_missing',
    );
    expect(refusalOf(complete(homes.building, act('builder'), none))).toBe(
      'renovation.before_photos_missing',
    );
  });

  test('are accepted with the third signature, whatever the order, and what was not needed goes back', () => {
    for (const order of [
      ['applicant', 'contractor', 'federation'],
      ['contractor', 'federation', 'applicant'],
    ] as const) {
      const signedBy = (home: Renovation, side: (typeof order)[number]): Renovation =>
        allowed(sign(inState('finished', home), own('2026-12-04'), side));
      const half = inState('finished', signedBy(homes.finished, order[0]));
      expect(refusalOf(sign(half, own('2026-12-04'), order[0]))).toBe('renovation.signed_already');
      expect(order.reduce(signedBy, homes.finished)).toMatchObject({
        ...{ state: 'accepted', acceptance: { amount: 286_000, returned: 12_000 } },
      });
    }
  });

  test('with a defect begin again without any signature, and it is counted', () => {
    const half = inState('finished', allowed(sign(homes.finished, own('2026-12-04'), 'contractor')));
    const again = allowed(findDefect(half, own('2026-12-04'), 'applicant', { text: '松动', photos: [] }));
    expect(again).toMatchObject({
      state: 'building',
      job: { reworks: 1, defects: [{ no: 1, side: 'applicant' }] },
    });
    expect('signatures' in again).toBe(false);
    expect(allowed(done(planLines, again))).toMatchObject({ state: 'finished', signatures: [] });
  });
});

describe('a follow-up', () => {
  const { followUps } = homes.paid;
  test('is asked three and twelve months after the works were accepted', () => {
    expect(followUps).toMatchObject([{ dueOn: '2027-03-04' }, { dueOn: '2027-12-04' }]);
  });

  test.each([
    ['a day early', 3, '2027-03-03', 'renovation.follow_up_early'],
    ['on its day', 3, '2027-03-04', undefined],
    ['of a year, at three months', 12, '2027-03-04', 'renovation.follow_up_early'],
  ] as const)('%s', (_, month, day, refusal) => {
    expect(refusalOf(followUp(homes.paid, act('caller', day), { month, reached: true }))).toBe(refusal);
  });

  test('asked once is not asked again; with the last of them the home is closed', () => {
    const answer = { month: 3, reached: false } as const;
    const once = inState('paid', allowed(followUp(homes.paid, act('caller', '2027-03-04'), answer)));
    expect(refusalOf(followUp(once, act('caller', '2027-03-05'), { month: 3, reached: true }))).toBe(
      'renovation.follow_up_done',
    );
    expect(allowed(followUp(once, act('caller', '2027-12-04'), { month: 12, reached: true })).state).toBe(
      'closed',
    );
  });

  test('comes on its list on its day, once; one that was missed comes with the next', () => {
    expect(watch(homes.paid, when('2027-03-03'))).toBeUndefined();
    const first = allowed(watch(homes.paid, when('2027-03-04')));
    expect(watch(first, when('2027-03-05'))).toBeUndefined();
    expect(dueAtOf(first)).toBe('2027-12-03T16:00:00.000Z');
    expect(watch(homes.paid, when('2027-12-20'))).toMatchObject({
      events: [{ type: 'follow-up-due', data: { months: [3, 12] } }],
    });
  });
});

describe('the list of those to ask how it is', () => {
  const listsOf = (home: Renovation) => standings(home).map(({ list }) => list);

  test('has a home from the day of its follow-up until somebody has asked, with that day', () => {
    expect(listsOf(homes.paid)).not.toContain('follow-ups');
    const due = inState('paid', allowed(watch(homes.paid, when('2027-03-04'))));
    expect(standings(due)).toContainEqual({ list: 'follow-ups', at: '2027-03-04' });
    expect(rowOf('WNE79KX6CF', 3, due).followUpOn).toBe('2027-03-04');
    const asked = allowed(followUp(due, act('caller', '2027-03-05'), { month: 3, reached: true }));
    expect(listsOf(asked)).not.toContain('follow-ups');
    expect(rowOf('WNE79KX6CF', 4, asked).followUpOn).toBe('2027-12-04');
  });
});

describe('what stops on its way', () => {
  const held = renovationStates.filter((state) => heldBy(homes[state]) !== undefined);

  test('holds nothing of the funds; what is approved does until it is accepted', () => {
    expect(held).toEqual(['noticed', 'ready', 'building', 'finished']);
    const { towns, districts } = recount(Object.values(homes));
    const amount = homes.agreed.plan.amount;
    expect(towns.get('2026-370402101')).toEqual({ reserved: held.length * amount, spent: 3 * 286_000 });
    expect(districts.get('2026-370402')).toEqual({ reserved: held.length, done: 3 });
  });

  test.each(renovationStates)('%s: withdrawn before it is accepted, giving back what it held', (state) => {
    const home = homes[state];
    const decision = withdraw(home, own('2026-12-05'), { reason: 'moved' });
    if (['accepted', 'paid', 'closed', 'withdrawn'].includes(state)) {
      expect(refusalOf(decision)).toBe('renovation.transition_not_allowed');
    } else {
      expect(allowed(decision).released?.amount).toBe(heldBy(home)?.amount);
      expect(recount([allowed(decision)])).toEqual({ towns: new Map(), districts: new Map() });
    }
  });

  test.each([
    ['on the last of ten working days', '2026-12-07', undefined],
    ['a day later', '2026-12-08', 'renovation.appeal_too_late'],
  ])('is appealed %s', (_, day, refusal) => {
    expect(refusalOf(appeal(homes.rejected, own(day), '那是邻居家'))).toBe(refusal);
  });

  test('goes on where it was rejected when the appeal is granted, with all it had; refused, it can be appealed no more', () => {
    const granted = allowed(decideAppeal(homes.appealed, act('other'), { granted: true, text: '属实' }));
    expect(granted).toMatchObject({
      state: 'agreed',
      plan: homes.agreed.plan,
      agreement: homes.agreed.agreement,
    });
    const answer = { granted: false, text: '不实' };
    const refused = inState('rejected', allowed(decideAppeal(homes.appealed, act('other'), answer)));
    expect(refusalOf(appeal(refused, own('2026-11-25'), '再申诉'))).toBe('renovation.appeal_once');
  });
});

describe('time', () => {
  const clocked = renovationStates.filter((state) => state !== 'noticed' && 'clock' in homes[state]);

  test.each(clocked)('%s is late from the end of its last day, once', (state) => {
    const home = homes[state];
    if (!('clock' in home)) throw new Error('no clock runs');
    const { dueAt } = home.clock;
    const before = { now: at(parseLocalDate(home.clock.dueDate)), calendar: weekdays };
    expect(watch(home, before)).toBeUndefined();
    const late = allowed(watch(home, { now: dueAt, calendar: weekdays }));
    expect(late).toMatchObject({ state, clock: { overdueAt: dueAt } });
    expect(watch(late, when('2027-06-01'))).toBeUndefined();
  });

  test.each(['papers', 'queued', 'rejected', 'withdrawn', 'closed'] as const)('%s is never late', (state) => {
    expect(watch(homes[state], when('2030-01-01'))).toBeUndefined();
  });
});

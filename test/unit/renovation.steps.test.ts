import { describe, expect, test } from 'vitest';
import { mayRepeat, planFault, type Quantity } from '../../functions/renovation/plan-checks.rules.ts';
import { askForPapers, bringPapers } from '../../functions/renovation/renovation.rules.ts';
import type { RenovationItem } from '../../functions/renovation/renovation.words.ts';
import { decideObjection, endNotice, object } from '../../functions/renovation/renovation-notice.rules.ts';
import { answerPlan, assess, findFeasible } from '../../functions/renovation/renovation-planning.rules.ts';
import {
  act,
  allowed,
  at,
  homes,
  inState,
  own,
  priceList,
  refusalOf,
  when,
} from '../support/renovation.cases.ts';

describe('an assessment', () => {
  const item = (name: RenovationItem, needed = true) => ({ item: name, needed, why: '看过' });
  test.each([
    ['by somebody else', 'technician', [item('ramp')], 'renovation.assessor_other'],
    ['of one item twice', 'assessor', [item('ramp'), item('ramp')], 'renovation.item_twice ramp'],
    ['that finds no need', 'assessor', [item('ramp', false)], 'renovation.nothing_needed'],
    ['of one need', 'assessor', [item('ramp'), item('stove', false)], undefined],
  ])('%s', (_, id, items, refusal) => {
    const found = { function: '不能站立', home: '平房', photos: [], items };
    expect(refusalOf(assess(homes.reviewed, act(id), found))).toBe(refusal);
  });
});

describe('what can be built', () => {
  const item = (name: RenovationItem, feasible = true) => ({ item: name, feasible });
  const all = [item('toilet'), item('handrails'), item('shower-seat')];
  test.each([
    ['without an answer for a needed item', all.slice(1), 'renovation.item_not_assessed toilet'],
    ['with an item nobody needs', [...all, item('ramp')], 'renovation.item_not_assessed ramp'],
    ['with an item twice', [...all, item('toilet')], 'renovation.item_twice toilet'],
    ['is nothing', all.map((one) => ({ ...one, feasible: false })), 'renovation.nothing_feasible'],
    ['is all that is needed', all, undefined],
  ])('%s', (_, items, refusal) => {
    expect(refusalOf(findFeasible(homes.assessed, act('technician'), { items }))).toBe(refusal);
  });
});

describe('a plan', () => {
  const buildable = ['toilet', 'handrails', 'shower-seat', 'stove'] as const;
  const lines = (...pairs: readonly (readonly [RenovationItem, number])[]): Quantity[] =>
    pairs.map(([item, quantity]) => ({ item, quantity }));
  test.each([
    ['with an item twice', lines(['toilet', 1], ['toilet', 1]), 'renovation.item_twice toilet'],
    ['with what cannot be built', lines(['ramp', 1]), 'renovation.item_not_feasible ramp'],
    ['with what has no price', lines(['stove', 1]), 'renovation.item_not_priced stove'],
    ['with more than the list allows', lines(['handrails', 21]), 'renovation.item_too_many handrails'],
    [
      'with items that exclude each other',
      lines(['shower-seat', 1], ['toilet', 1]),
      'renovation.items_exclude toilet shower-seat',
    ],
    [
      'with what the home had too lately',
      lines(['handrails', 1]),
      'renovation.item_had_before handrails',
      2024,
    ],
    ['with what it had long enough ago', lines(['handrails', 1]), undefined, 2023],
    ['one fen over the ceiling', lines(['toilet', 1]), 'renovation.over_ceiling', undefined, 249_999],
    ['at the ceiling to the fen', lines(['toilet', 1]), undefined, undefined, 250_000],
  ])('%s', (_, planned, refusal, hadIn?: number, ceiling = 600_000) => {
    const had = new Map(hadIn === undefined ? [] : [['handrails', hadIn] as const]);
    const fault = planFault(buildable, planned, { year: 2026, prices: priceList, ceiling, had });
    expect(fault && [fault.refusal, fault.detail].filter(Boolean).join(' ')).toBe(refusal);
  });

  test.each([
    [2026, 2026, 3, false],
    [2024, 2026, 3, false],
    [2023, 2026, 3, true],
    [2026, 2026, 0, true],
  ])('what was built in %s is built again in %s after %s years: %s', (hadIn, year, years, may) => {
    expect(mayRepeat(hadIn, year, years)).toBe(may);
  });

  test('that is declined is made anew, and the declined one stays to be seen', () => {
    const declined = allowed(answerPlan(homes.planned, own(), { agrees: false, note: '要坡道' }));
    expect(declined).toMatchObject({
      state: 'feasible',
      declined: { plan: homes.planned.plan, note: '要坡道' },
    });
  });
});

describe('papers', () => {
  test('are asked for once; what was asked at a step goes on there with the days it had', () => {
    const back = allowed(bringPapers(homes.papers, own('2026-12-21'), { text: '补交', photos: [] }));
    expect(back).toMatchObject({ state: 'applied', clock: { dueDate: '2026-12-24' } });
    expect(
      refusalOf(askForPapers({ ...homes.applied, ...back, state: 'applied' }, act('checker'), ['照片'])),
    ).toBe('renovation.papers_once');
  });
});

describe('a public notice', () => {
  const objection = { text: '房子空着', name: '赵**', phone: '139****0000' };
  const disputed = allowed(object(homes.noticed, { now: at('2026-11-24'), by: undefined }, objection));

  test('lasts five working days, in which alone one can object', () => {
    expect(homes.noticed.notice.until).toBe('2026-11-30T16:00:00.000Z');
    const late = object(homes.noticed, { now: homes.noticed.notice.until, by: undefined }, objection);
    expect(refusalOf(late)).toBe('renovation.notice_not_found');
  });

  test.each([
    ['on its last day, undisputed', homes.noticed, '2026-11-30', undefined],
    ['over, undisputed', homes.noticed, '2026-12-01', 'ready'],
    ['over, with an open objection', disputed, '2026-12-01', undefined],
  ])('%s', (_, notice, day, state) => {
    const ended = endNotice(notice, when(day));
    expect(ended && allowed(ended).state).toBe(state);
  });

  test.each([
    ['upheld in time rejects it', true, '2026-11-25', 'rejected'],
    ['dismissed in time lets the notice go on', false, '2026-11-25', 'noticed'],
    ['dismissed after its end lets the home be built', false, '2026-12-02', 'ready'],
  ])('an objection %s', (_, upheld, day, state) => {
    const answer = { no: 1, upheld, text: '经查' };
    expect(allowed(decideObjection(disputed, act('approver', day), answer)).state).toBe(state);
  });

  test('an objection is decided once, if there is one, and not by whoever wrote it down', () => {
    const answer = { no: 1, upheld: false, text: '经查' };
    const dismissed = inState(
      'noticed',
      allowed(decideObjection(disputed, act('approver', '2026-11-25'), answer)),
    );
    const again = decideObjection(dismissed, act('approver', '2026-11-25'), answer);
    expect(refusalOf(again)).toBe('renovation.objection_decided');
    expect(refusalOf(decideObjection(disputed, act('approver'), { ...answer, no: 2 }))).toBe(
      'renovation.objection_unknown',
    );
    const written = allowed(object(homes.noticed, act('checker', '2026-11-24'), objection));
    expect(refusalOf(decideObjection(written, act('checker'), answer))).toBe('renovation.decided_before');
  });
});

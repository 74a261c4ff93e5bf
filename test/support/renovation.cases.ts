import * as v from 'valibot';
import { workingCalendar } from '../../functions/calendar/calendar.rules.ts';
import type { Officer } from '../../functions/platform/contract/officer.ts';
import { PhotoIdSchema } from '../../functions/platform/photos/photo.contract.ts';
import { type Instant, parseInstant, parseLocalDate } from '../../functions/platform/runtime/time.ts';
import type { PriceLine } from '../../functions/renovation/renovation.fields.ts';
import * as rules from '../../functions/renovation/renovation.rules.ts';
import type { In, Renovation, RenovationState } from '../../functions/renovation/renovation.states.ts';
import { endNotice } from '../../functions/renovation/renovation-notice.rules.ts';
import * as planning from '../../functions/renovation/renovation-planning.rules.ts';
import { approve, queueUp } from '../../functions/renovation/renovation-reserving.rules.ts';
import { appeal, reject, withdraw } from '../../functions/renovation/renovation-stopping.rules.ts';
import * as works from '../../functions/renovation/renovation-works.rules.ts';

export const weekdays = workingCalendar([
  { year: 2026, version: '1', holidays: [], makeUpDays: [], source: 'test' },
]);

/** Nine in the morning of a day, there. */
export const at = (day: string): Instant => parseInstant(`${day}T09:00:00+08:00`);

export const officer = (id: string): Officer => ({ id, name: `${id} 一` });

/** Somebody does something on a day; a Monday unless the test says otherwise. */
export const act = (id: string, day = '2026-11-23'): rules.Act => ({
  ...{ by: officer(id), now: at(day), calendar: weekdays },
});

/** The applicant does it, on the site. */
export const own = (day = '2026-11-23'): rules.OwnAct => ({
  ...{ by: undefined, how: undefined, now: at(day), calendar: weekdays },
});

export const photo = v.parse(PhotoIdSchema, 'a'.repeat(32));

/** The case as a rule left it, which has to allow it. */
export const allowed = <S extends Renovation>(decision: rules.RenovationDecision<S> | undefined): S => {
  if (!decision || 'refusal' in decision) throw new Error(`not allowed: ${JSON.stringify(decision)}`);
  return decision.next;
};

/** The case, which has to be in this state. */
export const inState = <K extends RenovationState>(state: K, renovation: Renovation): In<K> => {
  const isIn = (one: Renovation): one is In<K> => one.state === state;
  if (!isIn(renovation)) throw new Error(`it is ${renovation.state}`);
  return renovation;
};

/** Why a rule refuses, with what it says besides; undefined when it doesn't. */
export const refusalOf = (decision: rules.RenovationDecision | undefined): string | undefined =>
  decision && 'refusal' in decision
    ? [decision.refusal, decision.detail].filter((part) => part !== undefined).join(' ')
    : undefined;

/** Nine in the morning of a day, by a calendar without holidays. */
export const when = (day: string): rules.When => ({ now: at(day), calendar: weekdays });

export const priceList: readonly PriceLine[] = [
  { item: 'toilet', unit: 'set', price: 250_000, most: 1, excludes: ['shower-seat'], noRepeatYears: 5 },
  { item: 'handrails', unit: 'metre', price: 12_000, most: 20, excludes: [], noRepeatYears: 3 },
  { item: 'shower-seat', unit: 'piece', price: 30_000, most: 1, excludes: [], noRepeatYears: 3 },
  { item: 'ramp', unit: 'square-metre', price: 50_000, most: 10, excludes: [], noRepeatYears: 5 },
];

const applied: In<'applied'> = {
  ...{ state: 'applied', village: '370402/370402101/370402101201', wants: ['toilet', 'handrails'] },
  applicant: {
    ...{ name: '王**', phone: '138****0001', idNumber: '3704**********0012', category: 'limbs' },
    ...{ grade: 2, age: 64, validUntil: parseLocalDate('2030-01-01') },
  },
  ...{ circumstances: [], need: '下蹲困难', photos: [], appliedAt: at('2026-11-23') },
  consent: { personal: true, sensitive: true, by: 'self', at: at('2026-11-23'), version: '2026-11' },
  marks: { person: 'person', home: 'home' },
  ...rules.withDecision({ decisions: [] }, 'registered', act('registrar')),
  ...rules.clockFor('applied', act('registrar')),
};

export const planLines = [
  { item: 'toilet', quantity: 1 },
  { item: 'handrails', quantity: 4 },
] as const;

export const terms = { year: 2026, prices: priceList, ceiling: 600_000, had: new Map<string, number>() };

const checked = allowed(rules.check(applied, act('checker')));
const unnamed = allowed(rules.review(checked, act('reviewer')));
const reviewed = allowed(
  rules.appoint(unnamed, act('reviewer'), officer('assessor'), parseLocalDate('2026-11-25')),
);
const assessed = allowed(
  planning.assess(reviewed, act('assessor'), {
    ...{ function: '不能站立', home: '平房，蹲坑', photos: [] },
    items: [
      { item: 'toilet', needed: true, why: '无法蹲下' },
      { item: 'handrails', needed: true, why: '走路不稳' },
      { item: 'shower-seat', needed: true, why: '站不住' },
      { item: 'ramp', needed: false, why: '没有台阶' },
    ],
  }),
);
const feasible = allowed(
  planning.findFeasible(assessed, act('technician'), {
    items: [
      { item: 'toilet', feasible: true },
      { item: 'handrails', feasible: true },
      { item: 'shower-seat', feasible: true },
    ],
  }),
);
const planned = allowed(planning.plan(feasible, act('planner'), planLines, terms));
const agreed = inState('agreed', allowed(planning.answerPlan(planned, own(), { agrees: true })));
const noticed = allowed(approve(agreed, act('approver'), 2026, 'n'.repeat(26)));
const ready = allowed(endNotice(noticed, act('schedule', '2026-12-01')));
const building = allowed(
  works.showBefore(
    allowed(works.assign(ready, act('assigner', '2026-12-01'), officer('builder'), 'LOT')),
    act('builder', '2026-12-02'),
    { photos: [photo] },
  ),
);
const finished = allowed(
  works.complete(building, act('builder', '2026-12-03'), {
    ...{ photos: [photo], lines: [planLines[0], { item: 'handrails', quantity: 3 }] },
  }),
);
const signed = (['federation', 'applicant', 'contractor'] as const).reduce<Renovation>(
  (home, side) => allowed(works.sign(inState('finished', home), own('2026-12-04'), side)),
  finished,
);
const accepted = inState('accepted', signed);
const paid = allowed(works.pay(accepted, act('payer', '2026-12-07'), 'LOT', 'ZF-1'));
const heard = (
  [
    [3, '2027-03-04'],
    [12, '2027-12-04'],
  ] as const
).reduce<Renovation>(
  (home, [month, day]) =>
    allowed(works.followUp(inState('paid', home), act('caller', day), { month, reached: true })),
  paid,
);
const closed = inState('closed', heard);
const rejected = allowed(reject(agreed, act('rejecter'), { reason: 'had-before', text: '前年已改造' }));

/** One home in every state it can be in, each brought there by the rules alone. */
export const homes: { readonly [K in RenovationState]: In<K> } = {
  ...{ applied, checked, reviewed, assessed, feasible, planned, agreed, noticed, ready, building, finished },
  ...{ accepted, paid, closed, rejected },
  papers: allowed(rules.askForPapers(applied, act('checker'), ['户口本'])),
  queued: allowed(queueUp(agreed, act('approver'), 2026, 'money')),
  appealed: allowed(appeal(rejected, own('2026-11-24'), '那是邻居家')),
  withdrawn: allowed(withdraw(noticed, own('2026-11-24'), { reason: 'moved' })),
};

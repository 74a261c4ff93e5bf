import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { watchRenovations } from '../../functions/renovation/renovation-watch.usecases.ts';
import { fieldIn, outcome } from '../support/issues.ts';
import {
  application,
  assessment,
  consent,
  lines,
  openRenovation,
  type Person,
  planned,
  type RenovationBed,
  renovationDay,
} from '../support/renovation.ts';

let bed: RenovationBed;
beforeAll(async () => {
  bed = await openRenovation();
  await bed.fund(2026, 300, 100_000_000);
});
beforeEach(() => bed.platform.clock.set(renovationDay));
afterAll(async () => bed[Symbol.asyncDispose]());

const photo = (n: number): string => `photo${n}`;

/** Everything from an approved application to one that is paid for. */
const build = async (reference: string, quantity = 4): Promise<string> => {
  bed.platform.clock.advance(8 * 24 * 60);
  await watchRenovations(bed.deps, bed.platform.clock.now());
  const lot = await bed.staff('assign', 'town', {
    body: {
      ...{ name: '第一批', node: '370402/370402101', contractor: bed.people.builder.staffId },
      renovations: [reference],
    },
  });
  expect(outcome(lot)).toBe('201');
  await bed.does('builder', 'before', reference, { photos: [photo(1)] });
  await bed.does('builder', 'completion', reference, {
    photos: [photo(2)],
    lines: [
      { item: 'toilet', quantity: 1 },
      { item: 'handrails', quantity },
    ],
  });
  return String(fieldIn(lot.body, 'lot'));
};

test('a home goes from the form to the follow-up, each step decided by somebody else', async () => {
  const reference = await bed.agreed(1);
  expect((await bed.approve(reference)).body).toMatchObject({ state: 'noticed' });
  expect(await bed.left(bed.at('town'))).toMatchObject({ reserved: planned, spent: 0 });
  const lot = await build(reference, 3);
  await bed.does('builder', 'signature', reference, { side: 'contractor' });
  await bed.does('community', 'signature', reference, { side: 'applicant', how: 'paper' });
  const { state } = await bed.does('town', 'signature', reference, { side: 'federation' });
  expect(state).toMatchObject({
    state: 'accepted',
    acceptance: { amount: planned - 12_000, returned: 12_000 },
  });
  expect(await bed.left(bed.at('town'))).toEqual({
    ...{ left: 100_000_000 - planned + 12_000, reserved: 0, spent: planned - 12_000 },
  });
  expect(await bed.left(bed.at('district'))).toEqual({ left: 299, reserved: 0, spent: 1 });
  const paid = await bed.staff('pay', 'town', {
    params: { lot },
    body: { renovations: [reference], note: '2026-0088' },
    ifMatch: 1,
  });
  expect(outcome(paid)).toBe('200');
  expect(await bed.read(reference)).toMatchObject({ state: { state: 'paid' } });
  bed.platform.clock.set('2027-03-10T09:00:00+08:00');
  await bed.does('community', 'follow-up', reference, { month: 3, reached: true, satisfaction: 5 });
  bed.platform.clock.set('2027-12-20T09:00:00+08:00');
  const closed = await bed.does('community', 'follow-up', reference, { month: 12, reached: false });
  expect(closed.state.state).toBe('closed');
  const history = await bed.staff('history', 'community', { params: { reference } });
  expect(history.body).toMatchObject({ whole: true });
});

const send = async (
  as: Person,
  action: Parameters<RenovationBed['staff']>[0],
  reference: string,
  body: object,
) => {
  const { version } = await bed.read(reference);
  return outcome(await bed.staff(action, as, { params: { reference }, body, ifMatch: version }));
};

test('who decided an earlier step decides no later one that has to be decided apart', async () => {
  const registered = await bed.staff('register', 'town', {
    body: { ...application(2), consent: { ...consent, how: 'in-person' } },
  });
  const reference = String(fieldIn(registered.body, 'reference'));
  await bed.does('technician', 'check', reference);
  expect(await send('town', 'review', reference, {})).toBe('403 renovation.decided_before');
  expect(await send('technician', 'review', reference, {})).toBe('403 renovation.decided_before');
  await bed.does('planner', 'review', reference);
  await bed.does('planner', 'appointment', reference, {
    ...{ assessor: bed.people.technician.staffId, day: '2026-11-25' },
  });
  expect(await send('assessor', 'assessment', reference, assessment)).toBe('404 renovation.not_found');
  expect(await send('town', 'assessment', reference, assessment)).toBe('403 renovation.assessor_other');
  await bed.does('technician', 'assessment', reference, assessment);
  const found = {
    items: [
      { item: 'toilet', feasible: true },
      { item: 'handrails', feasible: false, note: '墙体不承重' },
    ],
  };
  expect(await send('technician', 'feasibility', reference, found)).toBe('403 renovation.decided_before');
  await bed.does('town', 'feasibility', reference, found);
  expect(await send('town', 'plan', reference, { year: 2026, lines })).toBe(
    '422 renovation.item_not_feasible',
  );
  await bed.does('district', 'plan', reference, { year: 2026, lines: lines.slice(0, 1) });
  await bed.does('community', 'agreement', reference, { agrees: true, how: 'phone' });
  expect(await send('town', 'approval', reference, { year: 2026 })).toBe('403 renovation.district_decides');
  expect(await send('district', 'approval', reference, { year: 2026 })).toBe('403 renovation.decided_before');
  expect(await send('reviewer', 'approval', reference, { year: 2026 })).toBe('200');
});

test('a contractor sees their own job and no other; to everybody else it is not there', async () => {
  const reference = await bed.agreed(3);
  await bed.approve(reference);
  await build(reference);
  const read = async (as: Person) => outcome(await bed.staff('read', as, { params: { reference } }));
  expect(await read('builder')).toBe('200');
  expect(await read('otherBuilder')).toBe('404 renovation.not_found');
  expect(await send('otherBuilder', 'signature', reference, { side: 'contractor' })).toBe(
    '404 renovation.not_found',
  );
  expect(await read('assessor')).toBe('404 renovation.not_found');
  expect(await read('stranger')).toBe('403 access.scope');
  expect(await send('builder', 'signature', reference, { side: 'federation' })).toBe(
    '403 renovation.own_side',
  );
  const opened = await bed.staff('disclosure', 'builder', {
    params: { reference },
    body: { reason: '上门施工' },
  });
  expect(opened.body).toMatchObject({
    applicant: { name: '王小3', certificate: '****' },
    address: { text: '幸福路3号' },
  });
});

test('a defect sends the works back, everybody signs anew, and it is counted', async () => {
  const reference = await bed.agreed(4);
  await bed.approve(reference);
  await build(reference);
  await bed.does('builder', 'signature', reference, { side: 'contractor' });
  const { state } = await bed.does('town', 'defect', reference, { side: 'federation', text: '扶手松动' });
  expect(state).toMatchObject({ state: 'building', job: { reworks: 1, defects: [{ no: 1 }] } });
  expect(
    await send('builder', 'completion', reference, {
      photos: [photo(3)],
      lines: [{ item: 'handrails', quantity: 5 }],
    }),
  ).toBe('422 renovation.over_plan');
  await bed.does('builder', 'completion', reference, { photos: [photo(3)], lines });
  await bed.does('builder', 'signature', reference, { side: 'contractor' });
  expect(await send('builder', 'signature', reference, { side: 'contractor' })).toBe(
    '409 renovation.signed_already',
  );
});

test('two applications for one home at once, and two for one person: one of each is there', async () => {
  const register = (n: number, change: object) =>
    bed.staff('register', 'community', {
      body: { ...application(n), ...change, consent: { ...consent, how: 'paper' } },
    });
  const home = { home: application(5).home };
  const ofHome = await Promise.all([register(5, home), register(6, home)]);
  expect(ofHome.map(outcome).sort()).toEqual(['201', '409 renovation.home_has_one']);
  const who = { applicant: application(7).applicant };
  const ofPerson = await Promise.all([register(7, who), register(8, who)]);
  expect(ofPerson.map(outcome).sort()).toEqual(['201', '409 renovation.person_has_one']);
  const [first] = ofPerson.filter(({ status }) => status === 201);
  await bed.does('community', 'withdrawal', String(fieldIn(first?.body, 'reference')), {
    ...{ reason: 'moved', how: 'phone' },
  });
  expect(outcome(await register(7, {}))).toBe('201');
});

test('papers are asked for once and the clock stands still meanwhile', async () => {
  const registered = await bed.staff('register', 'community', {
    body: { ...application(9), consent: { ...consent, how: 'paper' } },
  });
  const reference = String(fieldIn(registered.body, 'reference'));
  bed.platform.clock.set('2026-11-24T09:00:00+08:00');
  const asked = await bed.does('community', 'papers', reference, { papers: ['户口本', '低保证'] });
  expect(asked.state).toMatchObject({ state: 'papers', workingDaysLeft: 2, step: 'applied' });
  bed.platform.clock.set('2026-12-07T09:00:00+08:00');
  const brought = await bed.does('community', 'papers-answer', reference, { text: '已补交' });
  expect(brought.state).toMatchObject({ state: 'applied', clock: { dueDate: '2026-12-09' } });
  expect(await send('community', 'papers', reference, { papers: ['照片'] })).toBe(
    '409 renovation.papers_once',
  );
});

test('a rejection is appealed once, decided by somebody else, and goes on where it was rejected', async () => {
  const reference = await bed.agreed(10);
  await bed.does('district', 'rejection', reference, { reason: 'had-before', text: '前年已改造' });
  await bed.does('community', 'appeal', reference, { text: '那是邻居家', how: 'in-person' });
  expect(await send('district', 'appeal-decision', reference, { granted: true, text: '核实' })).toBe(
    '403 renovation.decided_before',
  );
  const back = await bed.does('reviewer', 'appeal-decision', reference, { granted: true, text: '核实无误' });
  expect(back.state).toMatchObject({ state: 'agreed', plan: { amount: planned } });
  await bed.does('district', 'rejection', reference, { reason: 'other', text: '不符合' });
  expect(await send('community', 'appeal', reference, { text: '再申诉', how: 'paper' })).toBe(
    '409 renovation.appeal_once',
  );
});

test('an objection that is upheld rejects it and gives back money and home; a masked name is not taken', async () => {
  const before = await bed.left(bed.at('town'));
  const reference = await bed.agreed(11);
  await bed.approve(reference);
  expect(
    await send('community', 'objection', reference, {
      text: '房子已出租',
      name: '李**',
      phone: '13900001111',
    }),
  ).toBe('400 request.invalid');
  await bed.does('community', 'objection', reference, {
    text: '房子已出租',
    name: '李四',
    phone: '13900001111',
  });
  const { state } = await bed.does('district', 'objection-decision', reference, {
    ...{ no: 1, upheld: true, text: '经查属实' },
  });
  expect(state).toMatchObject({ state: 'rejected', rejection: { step: 'agreed' } });
  expect(await bed.left(bed.at('town'))).toEqual(before);
});

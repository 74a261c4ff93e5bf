import * as v from 'valibot';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { referenceFrom } from '../../functions/platform/runtime/ids.ts';
import type { renovationPublicContract } from '../../functions/renovation/renovation-public.contract.ts';
import { watchRenovations } from '../../functions/renovation/renovation-watch.usecases.ts';
import { type Answered, newKey } from '../support/call.ts';
import { outcome } from '../support/issues.ts';
import {
  application,
  assessment,
  certificateNo,
  consent,
  feasible,
  lines,
  openRenovation,
  places,
  planned,
  type RenovationBed,
  renovationDay,
} from '../support/renovation.ts';

let bed: RenovationBed;
let asked = 0;
beforeAll(async () => {
  bed = await openRenovation();
  await bed.fund(2026, 300, 100_000_000);
});
beforeEach(() => bed.platform.clock.set(renovationDay));
afterAll(async () => bed[Symbol.asyncDispose]());

type Route = keyof typeof renovationPublicContract.routes;

/** Each from an address of its own, so that no limit stands in the way of what is tested. */
const send = (route: Route, call: object = {}): Promise<Answered> => {
  asked += 1;
  return bed.resident(route, { sourceIp: `198.51.${Math.floor(asked / 250)}.${asked % 250}`, ...call });
};

const madeSchema = v.object({ reference: v.string(), code: v.string() });

const form = async (n: number, change: object = {}) => ({
  ...{ ...application(n), ...change, consent, proof: await bed.proof() },
});

const applied = async (n: number, change: object = {}) =>
  v.parse(madeSchema, (await send('apply', { body: await form(n, change) })).body);

test('somebody applies on the site, sends it twice, looks it up and withdraws; a leaked reference opens nothing', async () => {
  const body = await form(1);
  const key = newKey();
  const first = await send('apply', { body, key });
  expect(first.status).toBe(201);
  expect((await send('apply', { body: { ...body, proof: await bed.proof() }, key })).body).toEqual(
    first.body,
  );
  const { reference, code } = v.parse(madeSchema, first.body);
  const seen = await send('progress', { body: { reference, code } });
  expect(seen.body).toMatchObject({
    ...{ state: 'applied', overdue: false, actions: ['withdrawal'], village: { en: 'East Village' } },
    dueAt: '2026-11-26T16:00:00.000Z',
  });
  expect(JSON.stringify(seen.body)).not.toMatch(/王小1|13800000001|幸福路/);
  const wrong = await send('progress', { body: { reference, code: '22222222' } });
  const unknown = await send('progress', { body: { reference: '23456789AC', code } });
  expect(outcome(wrong)).toBe('404 renovation.reference_or_code_wrong');
  expect([404, 400]).toContain(unknown.status);
  const gone = await send('withdraw', { params: { reference }, body: { code, reason: 'no-longer-wanted' } });
  expect(gone.body).toMatchObject({ state: 'withdrawn', actions: [] });
  const text = JSON.stringify(await bed.platform.everything());
  for (const plain of ['王小1', '13800000001', certificateNo(1), '幸福路1号'])
    expect(text).not.toContain(plain);
});

test.each([
  ['a wrong check digit', { certificate: `${certificateNo(2).slice(0, 17)}?42` }, '400 request.invalid'],
  ['a masked name', { name: '王**' }, '400 request.invalid'],
  ['another district', { issuedHere: false }, '422 renovation.issued_elsewhere'],
  ['an expired certificate', { validUntil: '2026-11-22' }, '422 renovation.certificate_expired'],
])('%s is answered with what to do, and nothing is kept', async (_, change, answer) => {
  const body = { ...(await form(2)), applicant: { ...application(2).applicant, ...change } };
  expect(outcome(await send('apply', { body }))).toBe(answer);
  expect(outcome(await send('apply', { body: await form(2, { by: 'relative' }) }))).toBe(
    '422 renovation.proxy_needed',
  );
});

test('without one of the two consents nobody can apply', async () => {
  const body = { ...(await form(3)), consent: { ...consent, sensitive: false } };
  const answer = await send('apply', { body });
  expect(answer.body).toMatchObject({ errors: [{ path: 'consent.sensitive', code: 'consent.required' }] });
});

test('a form is saved, opened with its code, saved again by the newest version only, and gone with the application', async () => {
  const key = newKey();
  const body = { answers: '{"step":3}', proof: await bed.proof() };
  const saved = await send('save', { body, key });
  expect(saved.status).toBe(201);
  const again = await send('save', { body: { ...body, proof: await bed.proof() }, key });
  expect(again.body).toEqual(saved.body);
  const { reference, code } = v.parse(madeSchema, saved.body);
  expect((await send('open', { body: { reference, code } })).body).toMatchObject({
    ...{ answers: '{"step":3}', version: 1, expiresAt: '2026-12-23T16:00:00.000Z' },
  });
  expect(outcome(await send('open', { body: { reference, code: '22222222' } }))).toBe(
    '404 renovation.draft_not_found',
  );
  const change = (version: number) =>
    send('saveAgain', { params: { reference }, body: { code, version, answers: '{"step":4}' } });
  expect((await change(1)).body).toMatchObject({ version: 2 });
  expect(outcome(await change(1))).toBe('409 renovation.draft_changed');
  bed.platform.clock.set('2026-12-24T00:00:00+08:00');
  expect(outcome(await send('open', { body: { reference, code } }))).toBe('404 renovation.draft_not_found');
  bed.platform.clock.set(renovationDay);
  await applied(4, { draft: { reference, code } });
  expect(outcome(await send('open', { body: { reference, code } }))).toBe('404 renovation.draft_not_found');
});

/** Reads the code a resident has of what an officer registered. */
const registered = async (n: number) => {
  const answer = await bed.staff('register', 'community', {
    body: { ...application(n), consent: { ...consent, how: 'paper' } },
  });
  return v.parse(madeSchema, answer.body);
};

test('a public notice shows a masked name until its last day ends, whether or not the schedule ran; objections stay inside', async () => {
  const reference = await bed.agreedAtOnce(5);
  await bed.approve(reference);
  await bed.project();
  const notices = async () => (await send('notices', { query: { node: places.town } })).body;
  const [row] = v.parse(
    v.object({ rows: v.array(v.looseObject({ notice: v.string() })) }),
    await notices(),
  ).rows;
  expect(row).toMatchObject({ name: '王**', items: ['toilet', 'handrails'], amount: 298_000 });
  expect(JSON.stringify(row)).not.toContain(reference);
  const params = { notice: row?.notice ?? '' };
  const objection = { text: '这家房子是新的', name: '李四', phone: '13900001111' };
  const sent = await send('object', { params, body: { ...objection, proof: await bed.proof() } });
  expect(sent.status).toBe(201);
  bed.platform.clock.set('2026-12-01T00:00:00+08:00');
  expect(await notices()).toMatchObject({ rows: [] });
  expect(outcome(await send('object', { params, body: { ...objection, proof: await bed.proof() } }))).toBe(
    '404 renovation.notice_not_found',
  );
  const run = await watchRenovations(bed.deps, bed.deps.clock.now());
  expect(run.found).toBeGreaterThan(0);
  expect((await bed.read(reference)).state).toMatchObject({
    state: 'noticed',
    clock: { overdueAt: expect.any(String) },
  });
  expect(await watchRenovations(bed.deps, bed.deps.clock.now())).toMatchObject({ found: 0 });
  const { state } = await bed.does('district', 'objection-decision', reference, {
    ...{ no: 1, upheld: false, text: '不属实' },
  });
  expect(state.state).toBe('ready');
  const opened = await bed.staff('disclosure', 'district', {
    params: { reference },
    body: { reason: '回复异议人' },
  });
  expect(opened.body).toMatchObject({ objectors: [{ no: 1, name: '李四', phone: '13900001111' }] });
  const openings = (await bed.platform.everything()).filter(({ SK }) => String(SK).startsWith('OPENED#'));
  expect(openings).toMatchObject([{ staffId: bed.people.district.staffId, reason: '回复异议人' }]);
});

const own = (made: v.InferOutput<typeof madeSchema>, route: Route, body: object = {}) =>
  send(route, { params: { reference: made.reference }, body: { code: made.code, ...body } });

test('the applicant brings papers and appeals without an account', async () => {
  const made = await registered(6);
  const { reference } = made;
  await bed.does('community', 'papers', reference, { papers: ['户口本'] });
  expect((await send('progress', { body: made })).body).toMatchObject({
    ...{ state: 'papers', papers: ['户口本'], actions: ['papers', 'withdrawal'] },
  });
  expect((await own(made, 'papers', { text: '见照片' })).body).toMatchObject({ state: 'applied' });
  await bed.does('community', 'rejection', reference, { reason: 'not-resident', text: '户口不在本区' });
  expect((await own(made, 'appeal', { text: '户口已迁入' })).body).toMatchObject({ state: 'appealed' });
  await bed.does('town', 'appeal-decision', reference, { granted: true, text: '已核实' });
  expect(outcome(await own(made, 'appeal', { text: '再次' }))).toBe('409 renovation.transition_not_allowed');
});

test('the applicant declines a plan and agrees to the next, finds a defect, signs, and says how it is', async () => {
  const made = await registered(7);
  const { reference } = made;
  await bed.does('community', 'check', reference);
  await bed.does('town', 'review', reference);
  await bed.does('town', 'appointment', reference, {
    ...{ assessor: bed.people.assessor.staffId, day: '2026-11-25' },
  });
  await bed.does('assessor', 'assessment', reference, assessment);
  await bed.does('technician', 'feasibility', reference, feasible);
  await bed.does('planner', 'plan', reference, { year: 2026, lines: lines.slice(0, 1) });
  const declined = await own(made, 'agreement', { agrees: false, note: '还要扶手' });
  expect(declined.body).toMatchObject({ state: 'feasible' });
  await bed.does('planner', 'plan', reference, { year: 2026, lines });
  const key = newKey();
  const agreeing = { params: { reference }, body: { code: made.code, agrees: true }, key };
  const agreed = await send('agreement', agreeing);
  expect(agreed.body).toMatchObject({ state: 'agreed', plan: { amount: planned } });
  expect((await send('agreement', agreeing)).body).toEqual(agreed.body);
  await bed.approve(reference);
  bed.platform.clock.set('2026-12-02T09:00:00+08:00');
  await watchRenovations(bed.deps, bed.deps.clock.now());
  const lot = await bed.staff('assign', 'town', {
    body: {
      ...{ name: '第一批', node: places.town, contractor: bed.people.builder.staffId },
      renovations: [reference],
    },
  });
  const works = async () => {
    await bed.does('builder', 'before', reference, { photos: ['a1'] });
    await bed.does('builder', 'completion', reference, { photos: ['a2'], lines });
  };
  await works();
  const wrong = await own(made, 'signature', { done: false, text: '扶手松了', photos: [] });
  expect(wrong.body).toMatchObject({ state: 'building' });
  await works();
  await bed.does('builder', 'signature', reference, { side: 'contractor' });
  await bed.does('town', 'signature', reference, { side: 'federation' });
  expect((await own(made, 'signature', { done: true })).body).toMatchObject({
    state: 'accepted',
    built: planned,
  });
  const { lot: id } = v.parse(v.object({ lot: v.string() }), lot.body);
  await bed.staff('pay', 'town', {
    ...{ params: { lot: id }, body: { renovations: [reference], note: '0088' }, ifMatch: 1 },
  });
  const rate = (month: number) => own(made, 'rating', { month, satisfaction: 5 });
  expect(outcome(await rate(3))).toBe('409 renovation.follow_up_early');
  bed.platform.clock.set('2027-03-02T07:00:00+08:00');
  expect(await watchRenovations(bed.deps, bed.deps.clock.now())).toMatchObject({ failed: 0 });
  await bed.project();
  const due = await bed.staff('list', 'community', { query: { node: places.village, list: 'follow-ups' } });
  expect(due.body).toMatchObject({ rows: [{ reference, state: 'paid' }] });
  expect((await rate(3)).body).toMatchObject({ state: 'paid', followUps: [{ done: true }, { done: false }] });
  expect(outcome(await rate(3))).toBe('409 renovation.follow_up_done');
});

test('one address is stopped after so many tries at references', async () => {
  const answers: number[] = [];
  for (let n = 0; n < 61; n++) {
    const reference = referenceFrom(`guess ${n}`);
    answers.push(
      (await bed.resident('open', { sourceIp: '192.0.2.1', body: { reference, code: '22222222' } })).status,
    );
  }
  expect(answers).toContain(429);
});

test("the year's items are open to everybody, with the order of priority", async () => {
  expect((await send('items')).body).toMatchObject({
    ...{ year: 2026, ceiling: 600_000 },
    priority: ['low-income', 'several-disabled', 'old-caring', 'living-alone'],
    prices: [{ item: 'toilet', price: 250_000 }, {}, {}, {}],
  });
});

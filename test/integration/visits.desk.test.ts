import * as v from 'valibot';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { timelinePage } from '../../functions/households/households.store.ts';
import { parseLocalDate } from '../../functions/platform/runtime/time.ts';
import { visitRowSchema } from '../../functions/visits/visits.views.ts';
import { openVisits, outcome, places, raised, type VisitBed } from '../support/visits.ts';

let bed: VisitBed;
beforeAll(async () => {
  bed = await openVisits();
});
afterAll(async () => bed[Symbol.asyncDispose]());
beforeEach(() => bed.platform.clock.set('2026-11-24T18:00:00+08:00'));

const refusedSchema = v.object({ errors: v.array(v.object({ path: v.string(), code: v.string() })) });
const pageSchema = v.object({ rows: v.array(visitRowSchema) });

describe('a conflict', () => {
  const conflicting = async () => {
    const household = await bed.planned();
    await bed.reassign(household, 'colleague');
    const [result] = await bed.send([bed.entry(household)]);
    const visit = result?.visit ?? '';
    return { household, visit, ifMatch: 1, params: { visit } };
  };
  const body = { decision: 'void', reason: '不是同一户' };

  test('is settled by the lead: void, the household is to be visited again and the visit stays readable', async () => {
    const { household, params, ifMatch } = await conflicting();
    const settled = await bed.call('settlement', 'lead', { params, body, ifMatch });
    expect(settled.body).toMatchObject({ settled: { decision: 'void' }, maySettle: false });
    expect((await bed.assignment(household)).state).toMatchObject({ status: 'planned', tries: [] });
    expect(outcome(await bed.call('read', 'lead', { params }))).toBe('200');
  });

  test('is settled by keeping it: the plan stays as it is', async () => {
    const { household, params, ifMatch } = await conflicting();
    const keep = { ...body, decision: 'keep' };
    expect(outcome(await bed.call('settlement', 'lead', { params, body: keep, ifMatch }))).toBe('200');
    expect((await bed.assignment(household)).state.status).toBe('visited');
  });

  test('is settled once, by who leads there, and a repeat is answered as the first time', async () => {
    const { params, ifMatch } = await conflicting();
    const stranger = await bed.call('settlement', 'stranger', { params, body, ifMatch });
    expect(outcome(stranger)).toBe('403 access.scope');
    const call = { params, body, ifMatch, key: 'settle-it-exactly-once' };
    const first = await bed.call('settlement', 'lead', call);
    expect((await bed.call('settlement', 'lead', call)).body).toEqual(first.body);
    const again = await bed.call('settlement', 'lead', { params, body, ifMatch: 2 });
    expect(outcome(again)).toBe('409 visit.settled_already');
  });

  test('is not there where nothing contradicts', async () => {
    const [result] = await bed.send([bed.entry(await bed.planned())]);
    const params = { visit: result?.visit ?? '' };
    expect(outcome(await bed.call('settlement', 'lead', { params, body, ifMatch: 1 }))).toBe(
      '409 visit.no_conflict',
    );
  });
});

describe('what people say of the authorities', () => {
  const views = '希望路灯早点修好';

  test('is shown to lead, supervisor, inspector and who wrote it down, and not to others', async () => {
    const [result] = await bed.send([bed.entry(await bed.planned(), { views })]);
    const params = { visit: result?.visit ?? '' };
    const seenBy = async (as: string) => JSON.stringify((await bed.call('read', as, { params })).body);
    for (const as of ['lead', 'supervisor', 'inspector', 'visitor'])
      expect(await seenBy(as)).toContain(views);
    for (const as of ['admin', 'auditor']) {
      expect(await seenBy(as)).toContain('"outcome":"met"');
      expect(await seenBy(as)).not.toContain(views);
    }
    expect(outcome(await bed.call('read', 'colleague', { params }))).toBe('403 access.scope');
    expect(outcome(await bed.call('read', 'stranger', { params }))).toBe('403 access.scope');
  });

  test('is in no list, no figure and no line of the log', async () => {
    await bed.send([bed.entry(await bed.planned(), { views, issues: [raised()] })]);
    await bed.project();
    const lists = (await bed.platform.everything()).filter(({ PK }) => /^(LIST|COUNT)#/.test(String(PK)));
    expect(JSON.stringify(lists)).not.toContain(views);
    expect(bed.platform.logged.join('')).not.toMatch(/希望路灯|王小明|13812345678|幸福小区/);
  });
});

test('what was done on a day is counted for the village, its town, the district and the visitor', async () => {
  bed.platform.clock.set('2026-12-07T18:00:00+08:00');
  const when = { at: '2026-12-07T10:00:00+08:00' };
  const day = parseLocalDate('2026-12-07');
  await bed.send([
    bed.entry(await bed.planned(), { ...when, materials: ['明白纸', '台历'], issues: [raised()] }),
    bed.entry(await bed.planned(), { ...when, outcome: 'not-home', met: [] }),
  ]);
  await bed.project();
  await bed.project();
  for (const node of [places.village, places.town]) {
    const answer = await bed.call('figures', 'lead', { query: { node, from: day, to: day } });
    expect(answer.body).toMatchObject({
      total: { visits: 2, met: 1, notHome: 1, issues: 1, materials: 2, refused: 0 },
    });
  }
});

test.each([
  ['whose last day lies before the first', '2026-12-08', '2026-12-07', ['to field.range']],
  ['of more days than a quarter has', '2026-09-01', '2026-12-07', ['to field.too_many']],
  [
    'of days nothing can be counted from',
    '9999-12-31',
    '9999-12-31',
    ['from year.invalid', 'to year.invalid'],
  ],
])('figures %s are the fault of that field', async (_, from, to, errors) => {
  const { status, body } = await bed.call('figures', 'lead', { query: { node: places.village, from, to } });
  expect([status, v.parse(refusedSchema, body).errors.map(({ path, code }) => `${path} ${code}`)]).toEqual([
    400,
    errors,
  ]);
});

test('the last day there is is no day of a ledger', async () => {
  const day = '9999-12-31';
  for (const answer of [
    await bed.call('dayLedgers', 'lead', { query: { node: places.town, day } }),
    await bed.call('dayLedger', 'lead', { params: { village: places.village.slice(-12), day } }),
  ])
    expect(v.parse(refusedSchema, answer.body).errors).toMatchObject([{ path: 'day', code: 'year.invalid' }]);
});

test('a household’s timeline has its visits and what was raised at them', async () => {
  const household = await bed.planned();
  const [result] = await bed.send([bed.entry(household, { issues: [raised()] })]);
  await bed.project();
  const { rows } = await timelinePage(bed.deps.store, household, undefined);
  expect(rows).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ type: 'visit', visit: result?.visit, outcome: 'met', issues: 1 }),
      expect.objectContaining({ type: 'issue', visit: result?.visit, state: 'registered' }),
    ]),
  );
});

test('a visitor finds their own visits again, the newest first, page by page', async () => {
  await bed.send(
    [bed.entry(await bed.planned('colleague')), bed.entry(await bed.planned('colleague'))],
    'colleague',
  );
  await bed.project();
  const { rows } = v.parse(pageSchema, (await bed.call('done', 'colleague')).body);
  expect(rows.length).toBeGreaterThanOrEqual(2);
  expect(new Set(rows.map(({ by }) => by.id))).toEqual(new Set([bed.people['colleague']?.staffId]));
  const times = rows.map(({ at: when }) => when);
  expect(times).toEqual([...times].sort().reverse());
});

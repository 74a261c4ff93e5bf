import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inspectionsContract } from '../../functions/inspections/inspections.contract.ts';
import {
  checkViewSchema,
  historySchema,
  inspectionViewSchema,
  verificationSchema,
} from '../../functions/inspections/inspections.views.ts';
import { digestOf } from '../../functions/platform/ledger/chain.ts';
import { referenceFrom } from '../../functions/platform/runtime/ids.ts';
import { newKey } from '../support/call.ts';
import {
  bodyOf,
  type InspectionBed,
  neverVisited,
  nothingWrong,
  openInspections,
  outcome,
  places,
} from '../support/inspections.ts';
import { fieldIn } from '../support/issues.ts';

let bed: InspectionBed;
const nowhere = referenceFrom('no inspection');

beforeAll(async () => {
  bed = await openInspections();
  await bed.visited(places.village, 8);
  await bed.visited(places.secondVillage, 3);
});
afterAll(() => bed[Symbol.asyncDispose]());

const visitsNow = async (): Promise<string> =>
  digestOf(
    (await bed.platform.everything())
      .filter(({ PK }) => String(PK).startsWith('VISIT#'))
      .sort((a, b) => (`${a['PK']}${a['SK']}` < `${b['PK']}${b['SK']}` ? -1 : 1)),
  );

const errorsOf = (body: unknown): string[] =>
  v
    .parse(v.array(v.object({ path: v.string(), code: v.string() })), fieldIn(body, 'errors') ?? [])
    .map(({ path, code }) => `${path} ${code}`);

describe('a sample', () => {
  test('puts down its seed, who drew it, and the population and digest of every village', async () => {
    const drawn = await bed.drawn(4);
    expect(drawn).toMatchObject({
      population: 11,
      drawnBy: { id: bed.people['inspector']?.staffId },
      strata: [
        { village: places.village, population: 8, drawn: 3 },
        { village: places.secondVillage, population: 3, drawn: 1 },
      ],
    });
    expect(drawn.seed.length).toBeGreaterThanOrEqual(32);
    expect(drawn.strata[0]?.digest).toMatch(/^[\w-]{43}$/);
  });

  test('asked for again with the same key is the same, with another key another', async () => {
    const body = { node: places.town, from: '2026-11-23', to: '2026-11-23', size: 4 };
    const key = newKey();
    const draw = async (with_: string) =>
      bodyOf(inspectionViewSchema, await bed.call('draw', 'inspector', { body, key: with_ }));
    const first = await draw(key);
    expect(await draw(key)).toEqual(first);
    expect((await draw(newKey())).seed).not.toBe(first.seed);
  });

  test('can be drawn again by anybody who may see it, whatever was recorded since', async () => {
    const { inspection } = await bed.started(4);
    const verify = async () =>
      bodyOf(verificationSchema, await bed.call('verification', 'auditor', { params: { inspection } }));
    expect(await verify()).toMatchObject({ samePopulation: true, sameSample: true });
    bed.platform.clock.advance(61);
    await bed.visited(places.village, 1);
    expect(await verify()).toMatchObject({ samePopulation: true, sameSample: true });
  });

  test('whose population is no longer what it was says so', async () => {
    const { inspection } = await bed.started(4);
    // An hour back, so among those it was drawn from: as if a list had been tampered with.
    await bed.visited(places.village, 1);
    const again = bodyOf(
      verificationSchema,
      await bed.call('verification', 'inspector', { params: { inspection } }),
    );
    expect(again.samePopulation).toBe(false);
    expect(again.strata.map(({ same }) => same)).toEqual([false, true]);
  });

  test('is of what was recorded two minutes ago at the latest: newer visits may not stand in their list yet', async () => {
    bed.platform.clock.advance(-58);
    const now = await bed.drawn(40);
    bed.platform.clock.advance(-2);
    expect((await bed.drawn(40)).population).toBeLessThan(now.population);
    bed.platform.clock.advance(60);
  });

  test('is looked at before it is drawn: how many visits, how many of each village', async () => {
    const query = { node: places.town, from: '2026-11-23', to: '2026-11-23', size: '5' };
    const answer = await bed.call('population', 'inspector', { query });
    expect(answer.body).toMatchObject({ drawn: 5, strata: [{ village: places.village }, { drawn: 1 }] });
  });

  test.each([
    ['of no visits', { from: '2026-11-01', to: '2026-11-01' }, '422 inspection.population_empty'],
    ['of a department', { node: places.townOffice }, '422 inspection.node_unknown'],
    ['outside the area', { node: places.otherTown }, '403 access.scope'],
    ['of the whole district by a town', { node: places.district }, '403 access.scope'],
  ])('%s is refused', async (_, change, expected) => {
    const body = { node: places.town, from: '2026-11-23', to: '2026-11-23', size: 4, ...change };
    expect(outcome(await bed.call('draw', 'inspector', { body }))).toBe(expected);
  });

  test.each([
    ['days the wrong way round', { to: '2026-11-22' }, ['to field.range']],
    ['a day to come', { to: '2026-11-24' }, ['to field.range']],
    ['more than a month', { from: '2026-10-01' }, ['to field.too_many']],
    ['no such day', { from: '2026-02-30' }, ['from date.invalid']],
    ['no visits', { size: 0 }, ['size field.range']],
    ['more visits than a start can open', { size: 41 }, ['size field.range']],
    ['half a visit', { size: 1.5 }, ['size field.range']],
    ['a seed of one’s own', { seed: 'mine' }, ['seed field.unknown']],
    ['a last day there is', { from: '9999-12-31', to: '9999-12-31' }, ['to field.range']],
  ])('of %s is refused by field', async (_, change, expected) => {
    const body = { node: places.town, from: '2026-11-23', to: '2026-11-23', size: 4, ...change };
    const answer = await bed.call('draw', 'inspector', { body });
    expect(outcome(answer)).toBe('400 request.invalid');
    expect(errorsOf(answer.body)).toEqual(expected);
  });

  test('rates of days before there was a calendar are refused by field', async () => {
    const query = { node: places.town, from: '0000-01-01', to: '0000-01-02' };
    const answer = await bed.call('rates', 'inspector', { query });
    expect(errorsOf(answer.body)).toEqual(['from year.invalid', 'to year.invalid']);
  });
});

describe('the checks of an inspection', () => {
  test('of forty visits, the most there can be, are opened in one commit', async () => {
    await bed.visited(places.village, 30);
    expect((await bed.started(40)).items.map(({ version }) => version)).toEqual(Array(40).fill(1));
  });

  test('are recorded door by door by two inspectors at once', async () => {
    const { inspection } = await bed.started(2);
    const answers = await Promise.all(
      (['inspector', 'other'] as const).map((who, index) =>
        bed.call('check', who, {
          params: { inspection, n: String(index + 1) },
          body: nothingWrong,
          ifMatch: 1,
        }),
      ),
    );
    expect(answers.map(outcome)).toEqual(['200', '200']);
    expect((await bed.read(inspection)).rates.total).toMatchObject({ checked: 2, found: 0, rate: 0 });
  });

  test('keep every version; who decides on an old one is shown the new one', async () => {
    const { inspection } = await bed.started(1);
    const params = { inspection, n: '1' };
    await bed.check(inspection, 1, nothingWrong);
    expect(outcome(await bed.check(inspection, 1, neverVisited, 'other'))).toBe('200');
    const late = await bed.call('check', 'inspector', { params, body: nothingWrong, ifMatch: 2 });
    expect(outcome(late)).toBe('412 request.stale');
    expect(fieldIn(fieldIn(late.body, 'current'), 'version')).toBe(3);
    const history = bodyOf(historySchema, await bed.call('checkHistory', 'lead', { params }));
    expect(history).toMatchObject({ whole: true });
    expect(history.events.map(({ type }) => type)).toEqual(['opened', 'recorded', 'corrected']);
  });

  test('sent twice have one effect', async () => {
    const { inspection } = await bed.started(1);
    const call = { params: { inspection, n: '1' }, body: neverVisited, ifMatch: 1, key: newKey() };
    const first = await bed.call('check', 'inspector', call);
    const again = await bed.call('check', 'inspector', call);
    expect(again.body).toEqual(first.body);
    expect((await bed.rectifications('open')).filter((row) => row.inspection === inspection)).toHaveLength(1);
  });

  test('are made by nobody of a visit of their own', async () => {
    await using own = await openInspections();
    await own.visited(places.village, 1, 'both');
    const { inspection } = await own.started(1);
    expect((await own.read(inspection, 'both')).items).toMatchObject([{ mayCheck: false }]);
    expect(outcome(await own.check(inspection, 1, nothingWrong, 'both'))).toBe('403 inspection.own_visit');
    expect(outcome(await own.check(inspection, 1, nothingWrong, 'inspector'))).toBe('200');
  });

  test('change no visit', async () => {
    const before = await visitsNow();
    const { inspection } = await bed.started(2);
    await bed.check(inspection, 1, neverVisited);
    await bed.check(inspection, 2, nothingWrong);
    expect(outcome(await bed.finish(inspection))).toBe('200');
    expect(await visitsNow()).toBe(before);
  });

  const badForm = (change: object): object => ({ ...nothingWrong, ...change });
  const oneFound = (change: object): object => ({
    ...neverVisited,
    discrepancies: [{ ...neverVisited.discrepancies[0], ...change }],
  });

  test.each([
    ['a no without saying what is wrong', badForm({ everyoneMet: 'no' }), ['discrepancies field.required']],
    ['no answer to a question', badForm({ issuesAccurate: undefined }), ['issuesAccurate field.required']],
    ['another answer', badForm({ ledgerComplete: 'perhaps' }), ['ledgerComplete field.choice']],
    ['a kind there is not', oneFound({ kind: 'lazy' }), ['discrepancies.0.kind field.choice']],
    ['a discrepancy without words', oneFound({ what: '  ' }), ['discrepancies.0.what field.required']],
    ['10,000 characters', oneFound({ what: '长'.repeat(10_000) }), ['discrepancies.0.what text.too_long']],
    ['no working day', oneFound({ workingDays: 0 }), ['discrepancies.0.workingDays field.range']],
    [
      'somebody who does not exist',
      oneFound({ responsible: { who: 'other', id: '222222222X' } }),
      ['discrepancies.0.responsible.id id.invalid'],
    ],
    [
      'the same kind twice',
      { ...neverVisited, discrepancies: [neverVisited.discrepancies[0], neverVisited.discrepancies[0]] },
      ['discrepancies field.choice'],
    ],
    ['four photos', badForm({ photos: ['a1', 'a2', 'a3', 'a4'] }), ['photos field.too_many']],
  ])('with %s are refused by field', async (_, body, expected) => {
    const answer = await bed.call('check', 'inspector', {
      params: { inspection: nowhere, n: '1' },
      body,
      ifMatch: 1,
    });
    expect(outcome(answer)).toBe('400 request.invalid');
    expect(errorsOf(answer.body)).toEqual(expected);
  });

  test('make nobody responsible who neither visits nor leads there', async () => {
    const { inspection } = await bed.started(1, places.village);
    for (const [who, expected] of [
      ['villager', '400 request.invalid'],
      ['supervisor', '400 request.invalid'],
      ['lead', '200'],
    ] as const) {
      const responsible = { who: 'other', id: bed.people[who]?.staffId };
      const answer = await bed.check(inspection, 1, oneFound({ responsible }));
      expect(outcome(answer), who).toBe(expected);
      if (expected !== '200')
        expect(errorsOf(answer.body)).toEqual(['discrepancies.0.responsible.id field.choice']);
    }
  });

  test('can name who visits or leads in a village, leads first', async () => {
    const { body } = await bed.call('people', 'inspector', { query: { village: places.secondVillage } });
    const people = v.parse(
      v.object({ people: v.array(v.object({ id: v.string(), lead: v.boolean() })) }),
      body,
    );
    expect(people.people.map(({ lead }) => lead)).toEqual([true, true, false, false]);
    expect(people.people.map(({ id }) => id)).toContain(bed.people['villager']?.staffId);
  });
});

describe('a finished inspection', () => {
  test('has every visit of its sample checked, and says how many were and how many were wrong', async () => {
    const { inspection } = await bed.started(3);
    await bed.check(inspection, 1, neverVisited);
    await bed.check(inspection, 2, { ...nothingWrong, reallyVisited: 'cannot-tell' });
    expect(outcome(await bed.finish(inspection))).toBe('409 inspection.unchecked');
    await bed.check(inspection, 3, nothingWrong);
    const finished = bodyOf(inspectionViewSchema, await bed.finish(inspection));
    expect(finished).toMatchObject({
      state: 'finished',
      rates: { untold: 1, total: { checked: 2, found: 1 } },
    });
    expect(finished.rates.total.rate).toBe(0.5);
    expect(finished.rates.total.low).toBeCloseTo(0.0945, 3);
    const history = await bed.call('history', 'auditor', { params: { inspection } });
    expect(history.body).toMatchObject({
      whole: true,
      events: [{ type: 'drawn' }, { type: 'started' }, { type: 'finished' }],
    });
    for (const rate of [...finished.rates.villages, ...finished.rates.visitors]) {
      expect(rate.checked).toBeGreaterThanOrEqual(rate.found);
    }
  });

  test('is changed by nobody: no check, no second end, no start', async () => {
    const { inspection } = await bed.started(1);
    await bed.check(inspection, 1, nothingWrong);
    await bed.finish(inspection);
    const before = await bed.read(inspection);
    const ifMatch = before.version;
    expect(outcome(await bed.check(inspection, 1, neverVisited))).toBe('409 inspection.not_running');
    expect(outcome(await bed.finish(inspection))).toBe('409 inspection.not_running');
    const start = await bed.call('start', 'inspector', { params: { inspection }, body: {}, ifMatch });
    expect(outcome(start)).toBe('409 inspection.not_drawn');
    expect(await bed.read(inspection)).toEqual(before);
    const paths = Object.values(inspectionsContract.routes).filter(
      ({ method, path }) => method !== 'GET' && path.startsWith('/api/inspections/{inspection}'),
    );
    // Whoever adds a command has to say here what it does to a finished one.
    expect(paths.map(({ path }) => path.split('/').at(-1)).sort()).toEqual(['finish', 'start', '{n}']);
  });

  test('holds the checks it was decided on, whoever corrects one at that moment', async () => {
    for (let round = 0; round < 5; round++) {
      const { inspection, version } = await bed.started(1);
      await bed.check(inspection, 1, nothingWrong);
      const [finish, correction] = await Promise.all([
        bed.call('finish', 'inspector', { params: { inspection }, body: {}, ifMatch: version }),
        bed.call('check', 'other', { params: { inspection, n: '1' }, body: neverVisited, ifMatch: 2 }),
      ]);
      const after = await bed.read(inspection);
      const outcomes = [outcome(finish), outcome(correction)].sort();
      if (after.state === 'finished') {
        const found = outcome(correction) === '200' ? 1 : 0;
        expect(after.rates.total).toMatchObject({ checked: 1, found });
      } else {
        expect(outcomes).toEqual(['200', '409 inspection.checks_changed']);
      }
    }
  });

  test('counts in the rates of its days, for a village with its own part, always with their n', async () => {
    await using own = await openInspections();
    await own.visited(places.village, 2);
    await own.visited(places.secondVillage, 1, 'both');
    const { inspection, items } = await own.started(3);
    for (const { n, village } of items) {
      await own.check(inspection, n, village === places.village ? neverVisited : nothingWrong);
    }
    const days = { from: '2026-11-01', to: '2026-11-23' };
    const rates = async (node: string, who: string) =>
      (await own.call('rates', who, { query: { node, ...days } })).body;
    expect(await rates(places.town, 'lead')).toMatchObject({ inspections: 0 });
    await own.finish(inspection);
    expect(await rates(places.town, 'lead')).toMatchObject({
      inspections: 1,
      rates: {
        total: { checked: 3, found: 2 },
        villages: [
          { village: places.village, checked: 2, found: 2, rate: 1 },
          { village: places.secondVillage, checked: 1, found: 0, rate: 0 },
        ],
      },
    });
    expect(await rates(places.secondVillage, 'villager')).toMatchObject({
      rates: { total: { checked: 1, found: 0 }, visitors: [{ by: { id: own.people['both']?.staffId } }] },
    });
    expect(JSON.stringify(await rates(places.town, 'lead'))).not.toContain('王**');
  });

  test('names no resident anywhere', async () => {
    const { inspection } = await bed.started(2);
    await bed.check(inspection, 1, neverVisited);
    const text = JSON.stringify([await bed.read(inspection), await bed.rectifications('all')]);
    expect(text).not.toContain('王**');
  });
});

describe('a check', () => {
  test('of an inspection that is only drawn is nowhere to be recorded', async () => {
    const { inspection } = await bed.drawn(1);
    const answer = await bed.call('check', 'inspector', {
      params: { inspection, n: '1' },
      body: nothingWrong,
      ifMatch: 1,
    });
    expect(outcome(answer)).toBe('404 inspection.check_not_found');
  });

  test('is answered as it stands after it', async () => {
    const { inspection } = await bed.started(1);
    const view = bodyOf(checkViewSchema, await bed.check(inspection, 1, neverVisited));
    expect(view).toMatchObject({ n: 1, version: 2, mayCheck: true, findings: { reallyVisited: 'no' } });
  });
});

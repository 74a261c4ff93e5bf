import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkViewSchema } from '../../functions/inspections/inspections.views.ts';
import { historySchema } from '../../functions/platform/contract/history.ts';
import { digestOf } from '../../functions/platform/ledger/chain.ts';
import { referenceFrom } from '../../functions/platform/runtime/ids.ts';
import { newKey } from '../support/call.ts';
import {
  bodyOf,
  errorsOf,
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

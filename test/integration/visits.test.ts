import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { issueType, readWithPerson } from '../../functions/issues/issues.store.ts';
import { codeOf } from '../../functions/issues/issues-raising.usecases.ts';
import { isReference } from '../../functions/platform/contract/reference.ts';
import { visitType } from '../../functions/visits/visits.store.ts';
import { openVisits, outcome, places, raised, type VisitBed } from '../support/visits.ts';

let bed: VisitBed;
beforeAll(async () => {
  bed = await openVisits();
});
afterAll(async () => bed[Symbol.asyncDispose]());
beforeEach(() => bed.platform.clock.set('2026-11-24T18:00:00+08:00'));

const at = (time: string): string => `2026-11-24T${time}+08:00`;
const grown = async (task: () => Promise<unknown>) => {
  const before = await bed.counts();
  await task();
  const after = await bed.counts();
  return { visits: after.visits - before.visits, issues: after.issues - before.issues };
};

describe('one visit', () => {
  test('changes the plan and raises its issues in one commit, and hands over references and codes', async () => {
    const household = await bed.planned();
    const entry = bed.entry(household, {
      issues: [raised(), raised({ what: '水管漏水', place: '地下室' })],
    });
    const [result] = await bed.send([entry]);
    expect(result).toMatchObject({ entryId: entry.entryId, result: 'recorded' });
    const issues = result?.issues ?? [];
    expect(issues).toHaveLength(2);
    for (const [index, { reference, code }] of issues.entries()) {
      expect(isReference(reference)).toBe(true);
      expect(code).toBe(await codeOf(bed.deps.keyring, reference));
      expect((await bed.deps.ledger.read(issueType, reference))?.state).toMatchObject({
        ...{ source: 'visit', visit: result?.visit, household, reporter: { name: '王**' } },
        place: { path: places.village, text: index === 1 ? '地下室' : expect.stringMatching('幸福小区') },
      });
    }
    expect((await bed.assignment(household)).state).toMatchObject({
      ...{ status: 'visited', visited: { visit: result?.visit } },
    });
  });

  test("an issue whose reporter is the head has the head's name and phone as the register has them", async () => {
    const [result] = await bed.send([bed.entry(await bed.planned(), { issues: [raised()] })]);
    const found = await readWithPerson(bed.deps, result?.issues?.[0]?.reference ?? '');
    expect(await found?.open()).toEqual({ name: '王小明', phone: '13812345678' });
  });

  test('names of those met are kept masked, everywhere', async () => {
    const met = [{ relation: 'spouse' as const, name: '诸葛明亮', no: 2 }];
    const [result] = await bed.send([bed.entry(await bed.planned(), { met })]);
    const stored = await bed.deps.ledger.read(visitType, result?.visit ?? '');
    expect(stored?.state.met).toEqual([{ relation: 'spouse', name: '诸**', no: 2 }]);
    expect(JSON.stringify(await bed.platform.everything())).not.toContain('诸葛明亮');
  });

  test('made on a working evening or a day off it is off-peak', async () => {
    const evening = bed.entry(await bed.planned(), { at: '2026-11-23T19:00:00+08:00' });
    const morning = bed.entry(await bed.planned(), { at: at('10:00:00') });
    await bed.send([evening, morning]);
    const visits = await bed.all(visitType);
    const offPeakOf = (entryId: string) => visits.find(({ state }) => state.entry === entryId)?.state.offPeak;
    expect([offPeakOf(evening.entryId), offPeakOf(morning.entryId)]).toEqual([true, false]);
  });
});

describe('the same entry again', () => {
  test('is answered as the first time, and nothing is written', async () => {
    const entry = bed.entry(await bed.planned(), { issues: [raised()] });
    const [first] = await bed.send([entry]);
    const before = await bed.platform.everything();
    bed.platform.clock.advance(60 * 24);
    expect(await bed.send([entry])).toEqual([{ ...first, result: 'already' }]);
    expect(await bed.platform.everything()).toEqual(before);
  });

  test('twice in one batch is one', async () => {
    const entry = bed.entry(await bed.planned(), { issues: [raised()] });
    const came = await grown(async () => {
      const [first, second] = await bed.send([entry, entry]);
      expect(second).toEqual({ ...first, result: 'already' });
    });
    expect(came).toEqual({ visits: 1, issues: 1 });
  });

  test('ten times at once is one, with the same references and codes for all', async () => {
    const household = await bed.planned();
    const entry = bed.entry(household, { issues: [raised(), raised({ what: '水管漏水' })] });
    const came = await grown(async () => {
      const answers = await Promise.all(Array.from({ length: 10 }, () => bed.send([entry])));
      const told = answers.map(([result]) => JSON.stringify([result?.visit, result?.issues]));
      expect(new Set(told).size).toBe(1);
    });
    expect(came).toEqual({ visits: 1, issues: 2 });
    expect((await bed.assignment(household)).state.tried).toBe(1);
  });

  test('with other words under the same number is refused, and the first stays', async () => {
    const entry = bed.entry(await bed.planned());
    const [first] = await bed.send([entry]);
    const [second] = await bed.send([{ ...entry, satisfaction: 1 }]);
    expect(second).toMatchObject({ result: 'refused', problem: { code: 'request.key_reused' } });
    expect((await bed.deps.ledger.read(visitType, first?.visit ?? ''))?.state.satisfaction).toBeUndefined();
  });

  test('is known even when it would be refused by now', async () => {
    const household = await bed.planned();
    const entry = bed.entry(household);
    const [first] = await bed.send([entry]);
    bed.platform.clock.set('2026-11-22T18:00:00+08:00');
    expect(await bed.send([entry])).toEqual([{ ...first, result: 'already' }]);
  });
});

describe('entries that come late', () => {
  test('out of order: nobody at home in the morning, known after the afternoon’s visit, takes nothing back', async () => {
    const household = await bed.planned();
    await bed.send([bed.entry(household, { at: at('15:00:00') })]);
    const [late] = await bed.send([
      bed.entry(household, { at: at('09:00:00'), outcome: 'not-home', met: [] }),
    ]);
    expect(late).toMatchObject({ result: 'recorded' });
    expect(late?.conflict).toBeUndefined();
    const { state } = await bed.assignment(household);
    expect(state.status).toBe('visited');
    expect(state.tries.map(({ outcome: came }) => came)).toEqual(['not-home', 'met']);
  });

  test('after the household was given to somebody else: recorded, and says whose it is now', async () => {
    const household = await bed.planned();
    await bed.reassign(household, 'colleague');
    const [result] = await bed.send([bed.entry(household)]);
    expect(result).toMatchObject({
      result: 'recorded',
      conflict: { kind: 'reassigned', assignee: { id: bed.people['colleague']?.staffId } },
    });
    expect((await bed.assignment(household)).state.status).toBe('visited');
  });

  test('after the campaign’s last day, also long after', async () => {
    const household = await bed.planned();
    const entry = bed.entry(household);
    bed.platform.clock.set('2027-01-15T09:00:00+08:00');
    expect(await bed.send([entry])).toMatchObject([{ result: 'recorded' }]);
  });

  test('after somebody else visited: both stay, the conflict names the other, and both can be read', async () => {
    const household = await bed.planned();
    const mine = bed.entry(household, { at: at('10:00:00') });
    await bed.reassign(household, 'colleague');
    const [theirs] = await bed.send([bed.entry(household, { at: at('11:00:00') })], 'colleague');
    const [late] = await bed.send([mine]);
    expect(late).toMatchObject({
      result: 'recorded',
      conflict: { kind: 'already-visited', other: { visit: theirs?.visit } },
    });
    await bed.project();
    const conflicts = await bed.call('conflicts', 'lead', { query: { node: places.village } });
    expect(conflicts.body).toMatchObject({
      rows: expect.arrayContaining([expect.objectContaining({ visit: late?.visit })]),
    });
    for (const visit of [late?.visit ?? '', theirs?.visit ?? ''])
      expect(outcome(await bed.call('read', 'lead', { params: { visit } }))).toBe('200');
  });

  test('two people’s entries for one household at once: both are stored, one knows of the other', async () => {
    const household = await bed.planned();
    await bed.reassign(household, 'colleague');
    const [[mine], [theirs]] = await Promise.all([
      bed.send([bed.entry(household, { issues: [raised()] })]),
      bed.send([bed.entry(household, { issues: [raised()] })], 'colleague'),
    ]);
    expect([mine?.result, theirs?.result]).toEqual(['recorded', 'recorded']);
    const kinds = [mine?.conflict?.kind, theirs?.conflict?.kind];
    expect(kinds.filter((kind) => kind === 'already-visited')).toHaveLength(1);
    expect((await bed.assignment(household)).state.tried).toBe(2);
  });
});

describe('what is refused', () => {
  test.each([
    ['a visit in the future', { at: at('18:06:00') }, 'visit.in_future'],
    ['a visit before the campaign', { at: '2026-11-22T20:00:00+08:00' }, 'visit.before_campaign'],
    ['a household nobody planned', { household: '2'.repeat(16) }, 'visit.household_out_of_scope'],
    ['a campaign that is not there', { campaign: '2222222222' }, 'visit.household_out_of_scope'],
    [
      'an appointment that is over',
      { outcome: 'appointment', met: [], appointment: { day: '2026-11-23', slot: 'evening' } },
      'visit.appointment_past',
    ],
  ])('%s', async (_, change, code) => {
    const entry = { ...bed.entry(await bed.planned()), ...change };
    const came = await grown(async () => {
      expect(await bed.send([entry])).toMatchObject([
        { entryId: entry.entryId, result: 'refused', problem: { code } },
      ]);
    });
    expect(came).toEqual({ visits: 0, issues: 0 });
  });

  test("another's household", async () => {
    const [result] = await bed.send([bed.entry(await bed.planned('colleague'))]);
    expect(result).toMatchObject({ result: 'refused', problem: { code: 'visit.anothers_household' } });
  });

  test('an issue of a head without a phone: the reporter is asked for, and nothing is half recorded', async () => {
    const household = await bed.planned('visitor', { phone: undefined });
    const came = await grown(async () => {
      expect(await bed.send([bed.entry(household, { issues: [raised()] })])).toMatchObject([
        {
          result: 'refused',
          problem: {
            code: 'request.invalid',
            errors: [{ path: 'issues.0.reporter', code: 'field.required' }],
          },
        },
      ]);
    });
    expect(came).toEqual({ visits: 0, issues: 0 });
    const reporter = { who: 'other', name: '王小红', phone: '138 0000 1111' };
    expect(await bed.send([bed.entry(household, { issues: [raised({ reporter })] })])).toMatchObject([
      { result: 'recorded' },
    ]);
  });
});

describe('a batch', () => {
  test('stores what is good and answers the rest in the same order, field by field', async () => {
    const good = [await bed.planned(), await bed.planned()];
    const entries = [
      bed.entry(good[0] ?? ''),
      { ...bed.entry(good[0] ?? ''), outcome: 'waved', satisfaction: 9 },
      'no entry at all',
      { entryId: 'short' },
      bed.entry(await bed.planned('colleague')),
      bed.entry(good[1] ?? '', { outcome: 'not-home', met: [] }),
    ];
    const came = await grown(async () => {
      const results = await bed.send(entries);
      expect(results.map(({ result }) => result)).toEqual([
        ...['recorded', 'refused', 'refused', 'refused', 'refused', 'recorded'],
      ]);
      expect(results[1]?.problem?.errors.map(({ path }) => path)).toEqual(['outcome', 'satisfaction']);
      expect(results[2]).toMatchObject({ entryId: '', problem: { code: 'request.invalid' } });
      expect(results[3]?.entryId).toBe('short');
      expect(results[4]?.problem?.code).toBe('visit.anothers_household');
    });
    expect(came).toEqual({ visits: 2, issues: 0 });
  });

  test('of more than twenty-five, or of none, is refused as a whole', async () => {
    const household = await bed.planned();
    const many = Array.from({ length: 26 }, () => bed.entry(household));
    for (const entries of [many, []]) {
      expect(outcome(await bed.call('record', 'visitor', { body: { entries } }))).toBe('400 request.invalid');
    }
  });

  test('of twenty-five with five issues each is one request', async () => {
    const entries = await Promise.all(
      Array.from({ length: 25 }, async () => {
        const issues = Array.from({ length: 5 }, (_, n) =>
          raised({ what: `第${n}件事。${'长'.repeat(900)}` }),
        );
        return bed.entry(await bed.planned(), { issues, views: '好'.repeat(1_000) });
      }),
    );
    const came = await grown(async () => {
      const results = await bed.send(entries);
      expect(new Set(results.map(({ result }) => result))).toEqual(new Set(['recorded']));
    });
    expect(came).toEqual({ visits: 25, issues: 125 });
  });
});

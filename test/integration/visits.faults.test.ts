import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { issueType } from '../../functions/issues/issues.store.ts';
import type { Core } from '../../functions/platform/runtime/core.ts';
import type { VisitEntryInput } from '../../functions/visits/visits.fields.ts';
import { visitType } from '../../functions/visits/visits.store.ts';
import type { EntryResult } from '../../functions/visits/visits.views.ts';
import { makeFaulty, randomFrom } from '../support/faults.ts';
import { openVisits, raised, type VisitBed } from '../support/visits.ts';

let bed: VisitBed;
beforeEach(async () => {
  bed = await openVisits();
  bed.platform.clock.set('2026-11-24T18:00:00+08:00');
});
afterEach(async () => bed[Symbol.asyncDispose]());

const shuffled = <T>(items: readonly T[], random: () => number): T[] =>
  items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);

/** Sends as a phone does: what isn't answered for good is sent again, in whatever order, until all is answered. */
const sendUntilAnswered = async (
  core: Core,
  entries: readonly VisitEntryInput[],
  as: string,
  random: () => number,
): Promise<Map<string, EntryResult>> => {
  const answered = new Map<string, EntryResult>();
  for (let round = 0; answered.size < entries.length && round < 200; round++) {
    const waiting = shuffled(
      entries.filter(({ entryId }) => !answered.has(entryId)),
      random,
    );
    const results = await bed.send(waiting.slice(0, 5), as, core).catch((): EntryResult[] => []);
    for (const result of results) if (result.result !== 'again') answered.set(result.entryId, result);
  }
  return answered;
};

describe('on an unreliable table', () => {
  test.each([11, 12, 13])(
    'two phones send the same entries in different orders: each visit and issue is there once (seed %i)',
    async (seed) => {
      const random = randomFrom(seed);
      const households = await Promise.all(Array.from({ length: 4 }, () => bed.planned()));
      const entries = households.flatMap((household) => [
        bed.entry(household, { outcome: 'not-home', met: [], at: '2026-11-24T09:00:00+08:00' }),
        bed.entry(household, {
          at: '2026-11-24T15:00:00+08:00',
          issues: [raised(), raised({ what: '水管漏水' })],
        }),
      ]);
      const client = bed.platform.newClient();
      const faults = makeFaulty(client, { seed, rate: 0.45 });
      const core = bed.platform.through(client);
      const [one, two] = await Promise.all([
        sendUntilAnswered(core, entries, 'visitor', random),
        sendUntilAnswered(core, entries, 'visitor', random),
      ]);
      expect([...faults.met.values()].reduce((sum, met) => sum + met, 0)).toBeGreaterThan(15);
      const visits = await bed.all(visitType);
      const issues = await bed.all(issueType);
      expect(visits.map(({ state }) => state.entry).sort()).toEqual(
        entries.map(({ entryId }) => entryId).sort(),
      );
      expect(issues).toHaveLength(8);
      // Nothing was refused, and both phones were told of the same visits and the same references and codes.
      for (const { entryId } of entries) {
        const told = [one.get(entryId), two.get(entryId)].map((result) => [result?.visit, result?.issues]);
        expect(told[0]).toEqual(told[1]);
        expect(told[0]?.[0]).toBe(visits.find(({ state }) => state.entry === entryId)?.id);
      }
      expect(visits.flatMap(({ state }) => state.issues).sort()).toEqual(issues.map(({ id }) => id).sort());
      for (const household of households) {
        const { state } = await bed.assignment(household);
        expect(state).toMatchObject({ status: 'visited', tried: 2 });
      }
    },
  );

  test('the plan changes under way: no entry is lost or doubled, and each says what it met', async () => {
    const households = await Promise.all(Array.from({ length: 5 }, () => bed.planned()));
    const mine = households.map((household) => bed.entry(household));
    const theirs = households.map((household) => bed.entry(household));
    const client = bed.platform.newClient();
    makeFaulty(client, { seed: 21, rate: 0.2 });
    const core = bed.platform.through(client);
    await Promise.all(households.slice(0, 3).map((household) => bed.reassign(household, 'colleague')));
    const [first, second] = await Promise.all([
      sendUntilAnswered(core, mine, 'visitor', randomFrom(1)),
      sendUntilAnswered(core, theirs, 'colleague', randomFrom(2)),
    ]);
    expect([...first.values()].map(({ result }) => result)).not.toContain('refused');
    // Three households were given to the colleague; the other two never were.
    const refused = [...second.values()].filter(({ result }) => result === 'refused');
    expect(refused.map(({ problem }) => problem?.code)).toEqual([
      ...['visit.anothers_household', 'visit.anothers_household'],
    ]);
    const visits = await bed.all(visitType);
    expect(visits).toHaveLength(8);
    for (const household of households.slice(0, 3)) {
      const both = visits.filter(({ state }) => state.household === household);
      const contradicting = both.filter(({ state }) => state.conflict?.kind === 'already-visited');
      expect(contradicting).toHaveLength(1);
      const other = both.find((visit) => visit !== contradicting[0]);
      expect(contradicting[0]?.state.conflict?.other?.visit).toBe(other?.id);
    }
  });

  test('when the table does not answer at all, nothing is known and the same is to be sent again', async () => {
    const entries = [bed.entry(await bed.planned()), bed.entry(await bed.planned())];
    const client = bed.platform.newClient();
    const core = bed.platform.through(client);
    // What a process reads once and keeps is there before the table fails.
    await bed.deps.keyring.mac('visit-entry', '');
    makeFaulty(client, { seed: 3, rate: 1, kinds: ['throttled'] });
    const sent = await bed.call('record', 'visitor', { body: { entries } }, core);
    expect(JSON.stringify(sent.body)).not.toMatch(/"recorded"|"refused"/);
    expect(await bed.all(visitType)).toEqual([]);
    const answered = await bed.send(entries);
    expect(answered.map(({ result }) => result)).toEqual(['recorded', 'recorded']);
  });
});

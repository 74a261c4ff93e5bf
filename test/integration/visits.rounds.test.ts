import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { roundSchema } from '../../functions/visits/visits.views.ts';
import { openVisits, type VisitBed } from '../support/visits.ts';

let bed: VisitBed;
beforeAll(async () => {
  bed = await openVisits('2026-11-24T08:00:00+08:00');
});
afterAll(async () => bed[Symbol.asyncDispose]());

const round = async (as = 'visitor') => {
  await bed.project();
  return v.parse(roundSchema, (await bed.call('round', as)).body);
};
const households = ({ rows }: { readonly rows: readonly { readonly household: string }[] }) =>
  rows.map(({ household }) => household);

test('a round has what is overdue, what is for today, the next two days, and nobody else’s', async () => {
  const today = await bed.planned('visitor', { day: '2026-11-24' });
  const overdue = await bed.planned('visitor', { day: '2026-11-23' });
  const tomorrow = await bed.planned('visitor', { day: '2026-11-25' });
  await bed.planned('visitor', { day: '2026-11-27' });
  await bed.planned('colleague', { day: '2026-11-24' });
  const shown = await round();
  expect(households(shown)).toEqual([overdue, today]);
  expect(households({ rows: shown.later })).toEqual([tomorrow]);
  expect(shown).toMatchObject({ day: '2026-11-24', asOf: bed.platform.clock.now(), more: false });
  expect(shown.rows[0]).toMatchObject({ head: '王**', hasPhone: true, tries: 0 });
});

test('it has what a phone needs of the campaign', async () => {
  expect((await round()).campaigns).toEqual([
    expect.objectContaining({ campaign: bed.campaign, name: '暖冬走访', materials: ['明白纸'] }),
  ]);
});

test('who was met is no longer in it; who asked for another day is there on that day', async () => {
  const { rows } = await round();
  const [first, second] = households({ rows });
  await bed.send([
    bed.entry(first ?? ''),
    bed.entry(second ?? '', {
      ...{ outcome: 'appointment', met: [], appointment: { day: '2026-11-26', slot: 'evening' } },
    }),
  ]);
  const after = await round();
  expect(after.rows).toEqual([]);
  expect(after.later.find(({ household }) => household === second)).toMatchObject({
    ...{ day: '2026-11-26', slot: 'evening', why: 'appointment', tries: 1 },
  });
});

test('somebody without households has an empty round', async () => {
  expect(await round('stranger')).toMatchObject({ rows: [], later: [], campaigns: [], more: false });
});

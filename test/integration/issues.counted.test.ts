import { afterAll, beforeAll, expect, test } from 'vitest';
import { issueStates } from '../../functions/issues/issues.states.ts';
import { countedFigures } from '../../functions/issues/issues.words.ts';
import { places } from '../support/district.ts';
import { fieldIn, type IssueBed, openIssues } from '../support/issues.ts';

let bed: IssueBed;
const all: string[] = [];
beforeAll(async () => {
  bed = await openIssues('2026-11-02T09:00:00+08:00');
  for (const state of issueStates) all.push(await bed.issueIn(state));
  bed.platform.clock.set('2026-12-01T09:00:00+08:00');
  for (const state of ['closed', 'answered'] as const) all.push(await bed.issueIn(state));
  await bed.project(...all);
});
afterAll(async () => bed[Symbol.asyncDispose]());

const months = { from: '2026-11', to: '2026-11' };
const counted = async (figure: string, query: object = {}) => {
  const { body } = await bed.call('counted', 'supervisor', {
    params: { figure },
    query: { node: places.town, ...months, ...query },
  });
  return [fieldIn(body, 'rows')].flat();
};

test('every figure of the three rates opens the issues it counts, as many as it says', async () => {
  const { body } = await bed.call('figures', 'supervisor', { query: { node: places.town, ...months } });
  const figures = fieldIn(body, 'months');
  for (const figure of countedFigures) {
    const rows = await counted(figure);
    const times = figure === 'returned' ? 'returns' : 'reopenings';
    // What was returned twice is one issue and two returns.
    const said =
      figure === 'returned' || figure === 'reopened'
        ? rows.reduce<number>((sum, row) => sum + Number(fieldIn(row, times)), 0)
        : rows.length;
    expect([figure, said]).toEqual([figure, Number(fieldIn(figures, figure) ?? 0)]);
  }
  expect((await counted('raised')).length).toBeGreaterThan(0);
  expect((await counted('closed', { from: '2026-12', to: '2026-12' })).length).toBe(1);
});

test('a month that is none, a figure that is none, and a place outside are refused', async () => {
  const ask = (figure: string, query: object) =>
    bed.call('counted', 'lead', { params: { figure }, query: { node: places.village, ...months, ...query } });
  expect((await ask('overdue', { from: '2026-13' })).status).toBe(400);
  expect((await ask('everything', {})).status).toBe(400);
  expect((await ask('overdue', { node: places.otherTown })).status).toBe(403);
});

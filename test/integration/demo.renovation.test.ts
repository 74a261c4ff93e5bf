import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadRenovations, type RenovationLoading } from '../../functions/local/demo/renovation.ts';
import { parseStored } from '../../functions/platform/ledger/ledger.ts';
import { openPhotoStore } from '../../functions/platform/photos/photo-store.open.ts';
import { leftKey, parseLeft } from '../../functions/renovation/funds.store.ts';
import { renovationType } from '../../functions/renovation/renovation.store.ts';
import { recount } from '../../functions/renovation/renovation-reserving.rules.ts';
import { type DemoBed, openDemo } from '../support/demo.ts';
import { statesOf } from '../support/projections.ts';

// At least one of each group: the same lots and funds in a fraction of the time.
const some = { former: 5, share: 0.01 };
const photos = mkdtempSync(join(tmpdir(), 'huimin-photos-'));
let bed: DemoBed;
let loading: RenovationLoading;
let first: Readonly<Record<string, number>>;

beforeAll(async () => {
  bed = await openDemo('2026-11-23T09:00:00+08:00');
  loading = {
    ...bed.loading,
    deps: { ...bed.loading.deps, photos: openPhotoStore(`folder:${photos}`) },
  };
  await loadRenovations(loading, some);
  first = await bed.events();
}, 120_000);
afterAll(async () => {
  await bed[Symbol.asyncDispose]();
  rmSync(photos, { recursive: true, force: true });
});

const homes = async () =>
  statesOf(await bed.platform.everything(), renovationType.kind).map((item) =>
    parseStored(renovationType, item),
  );

describe('the demo of accessible homes', () => {
  test('has this year’s in every state of the way, and those of 2022 closed', async () => {
    const states = (await homes()).map(({ state }) => state);
    const counted = Object.fromEntries(
      [...Map.groupBy(states, ({ state }) => state)].map(([state, of]) => [state, of.length]),
    );
    expect(Object.keys(counted).sort()).toEqual(
      [
        ...['accepted', 'agreed', 'appealed', 'applied', 'assessed', 'building', 'checked', 'closed'],
        ...['finished', 'noticed', 'paid', 'papers', 'planned', 'queued', 'ready', 'rejected', 'reviewed'],
        'withdrawn',
      ].sort(),
    );
    expect(counted['closed']).toBe(some.former);
    expect(states.some((state) => 'clock' in state && state.clock.overdueAt !== undefined)).toBe(true);
    expect(states.some((state) => 'notice' in state && (state.notice?.objections.length ?? 0) > 0)).toBe(
      true,
    );
    expect(states.some((state) => 'job' in state && (state.job?.reworks ?? 0) > 0)).toBe(true);
    // Somebody has to ask how it is.
    expect(
      states.some(
        (state) =>
          state.state === 'paid' &&
          state.followUps.some(({ done, openedAt }) => openedAt !== undefined && !done),
      ),
    ).toBe(true);
    expect(states.every(({ appliedAt }) => appliedAt < loading.now)).toBe(true);
  });

  test('has money and homes as the counters say, to the fen', async () => {
    const cases = (await homes()).map(({ state }) => state);
    const { towns, districts } = recount(cases);
    for (const [fund, { reserved, spent }] of towns)
      expect(parseLeft(await bed.platform.core.store.get(leftKey(fund)))).toMatchObject({ reserved, spent });
    for (const [fund, { reserved, done }] of districts)
      expect(parseLeft(await bed.platform.core.store.get(leftKey(fund)))).toMatchObject({
        reserved,
        spent: done,
      });
  });

  test('loaded once more is what it was, and every history is whole', async () => {
    await loadRenovations(loading, some);
    expect(await bed.events()).toEqual(first);
    expect(await bed.verified(['RENOVATION', 'FUND', 'LOT'])).toMatchObject({ broken: [] });
  }, 120_000);
});

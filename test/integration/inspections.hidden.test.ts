import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { InspectionView } from '../../functions/inspections/inspections.views.ts';
import { roles } from '../../functions/platform/contract/roles.ts';
import { referenceFrom } from '../../functions/platform/runtime/ids.ts';
import type { Call } from '../support/call.ts';
import {
  type InspectionBed,
  type InspectionRoute,
  neverVisited,
  openInspections,
  outcome,
  places,
} from '../support/inspections.ts';

let bed: InspectionBed;
let drawn: InspectionView;

beforeAll(async () => {
  bed = await openInspections();
  await bed.visited(places.village, 6);
  await bed.visited(places.secondVillage, 4);
  drawn = await bed.drawn(5);
});
afterAll(() => bed[Symbol.asyncDispose]());

/** Every way there is to come to know of an inspection, or of what follows from it. */
const questions = (): { readonly route: InspectionRoute; readonly call: Call }[] => {
  const { inspection } = drawn;
  const days = { from: drawn.from, to: drawn.to };
  const params = { inspection };
  const check = { inspection, n: '1' };
  const nodes = [places.district, places.town, places.village, places.secondVillage];
  return [
    ...nodes.flatMap((node) => [
      { route: 'list' as const, call: { query: { node, list: 'drawn' } } },
      { route: 'list' as const, call: { query: { node, list: 'started' } } },
      { route: 'rates' as const, call: { query: { node, ...days } } },
      ...['open', 'overdue', 'done', 'all'].map((list) => ({
        route: 'rectifications' as const,
        call: { query: { node, list } },
      })),
    ]),
    { route: 'mine', call: {} },
    { route: 'read', call: { params } },
    { route: 'history', call: { params } },
    { route: 'verification', call: { params } },
    { route: 'checkHistory', call: { params: check } },
    { route: 'start', call: { params, body: {}, ifMatch: drawn.version } },
    { route: 'finish', call: { params, body: {}, ifMatch: drawn.version } },
    { route: 'check', call: { params: check, body: neverVisited, ifMatch: 0 } },
  ];
};

const others = [...roles.filter((role) => role !== 'inspector'), 'villager', 'stranger'];

describe('a drawn inspection', () => {
  test.each(others)('is known to %s in no list, by no direct read and in no figure', async (who) => {
    for (const { route, call } of questions()) {
      const answer = await bed.call(route, who, call);
      const text = JSON.stringify(answer.body ?? '');
      expect(text, route).not.toContain(drawn.inspection);
      expect(text, route).not.toContain(drawn.seed);
      if (answer.status < 400) {
        // What is answered is the empty list or figure that stands there without any inspection.
        expect(answer.body, route).toMatchObject(
          route === 'rates' ? { inspections: 0, rates: { total: { checked: 0 } } } : { rows: [] },
        );
      } else {
        expect(outcome(answer), route).toMatch(
          /^(403 access\.(role|scope)|404 inspection\.(check_)?not_found)$/,
        );
      }
    }
  });

  test.each(['lead', 'supervisor', 'admin', 'auditor', 'stranger'])(
    'is to %s, asked for by its number, the same as one that does not exist',
    async (who) => {
      const real = await bed.call('read', who, { params: { inspection: drawn.inspection } });
      const made = await bed.call('read', who, { params: { inspection: referenceFrom('no inspection') } });
      expect(outcome(real)).toBe('404 inspection.not_found');
      expect(made.body).toEqual(real.body);
    },
  );

  test.each(['inspector', 'other', 'chief', 'both'])('is seen by %s, who inspects the town', async (who) => {
    expect(await bed.inspections('drawn', places.town, who)).toEqual([drawn.inspection]);
    expect((await bed.read(drawn.inspection, who)).items).toHaveLength(5);
  });

  test('stands in no counter', async () => {
    const counters = (await bed.platform.everything()).filter(({ PK }) => String(PK).startsWith('COUNT#'));
    expect(counters.length).toBeGreaterThan(0);
    expect(JSON.stringify(counters).toLowerCase()).not.toMatch(/inspection|check|rectification/);
  });

  test('leaves no mark on the visits that were drawn', async () => {
    const text = JSON.stringify(
      (await bed.platform.everything()).filter(
        ({ PK }) => String(PK).startsWith('VISIT#') || String(PK).startsWith('LIST#visits'),
      ),
    );
    expect(text).toContain(drawn.items[0]?.visit);
    expect(text).not.toContain(drawn.inspection);
  });
});

describe('once started', () => {
  beforeAll(async () => {
    const { inspection, version } = drawn;
    const answer = await bed.call('start', 'inspector', {
      params: { inspection },
      body: {},
      ifMatch: version,
    });
    expect(outcome(answer)).toBe('200');
    await bed.project();
  });

  test.each(['lead', 'supervisor', 'admin', 'auditor', 'inspector'])(
    'it is seen whole by %s',
    async (who) => {
      expect(await bed.inspections('started', places.town, who)).toEqual([drawn.inspection]);
      expect(await bed.read(drawn.inspection, who)).toMatchObject({ state: 'running', whole: true });
    },
  );

  test('it is gone from the list of what is drawn', async () => {
    expect(await bed.inspections('drawn', places.town, 'inspector')).toEqual([]);
  });

  test('the lead of one village sees its visits and no others', async () => {
    expect(await bed.inspections('started', places.secondVillage, 'villager')).toEqual([drawn.inspection]);
    const part = await bed.read(drawn.inspection, 'villager');
    expect(part.whole).toBe(false);
    expect(part.items).toHaveLength(2);
    expect(new Set(part.items.map(({ village }) => village))).toEqual(new Set([places.secondVillage]));
    expect(part.strata.map(({ village }) => village)).toEqual([places.secondVillage]);
    const draw = await bed.call('verification', 'villager', { params: { inspection: drawn.inspection } });
    expect(outcome(draw)).toBe('403 access.scope');
  });

  test('it is none of the business of another town', async () => {
    const answer = await bed.call('read', 'stranger', { params: { inspection: drawn.inspection } });
    expect(outcome(answer)).toBe('403 access.scope');
  });

  test.each(roles.filter((role) => role !== 'inspector'))('%s records no check', async (who) => {
    const answer = await bed.call('check', who, {
      params: { inspection: drawn.inspection, n: '1' },
      body: neverVisited,
      ifMatch: 1,
    });
    expect(outcome(answer)).toBe('403 access.role');
  });
});

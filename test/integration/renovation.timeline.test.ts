import { afterAll, beforeAll, expect, test } from 'vitest';
import { createOrganisationNodes } from '../../functions/access/organisations.usecases.ts';
import { householdsContract } from '../../functions/households/households.contract.ts';
import { householdsRoutes } from '../../functions/households/households.routes.ts';
import { apiFunction } from '../../functions/platform/http/api-function.ts';
import { createCursors } from '../../functions/platform/http/cursor.ts';
import { watchRenovations } from '../../functions/renovation/renovation-watch.usecases.ts';
import { callRow } from '../support/call.ts';
import { fieldIn, outcome } from '../support/issues.ts';
import {
  application,
  openRenovation,
  type Person,
  places,
  type RenovationBed,
} from '../support/renovation.ts';
import { rowsIn, textIn } from '../support/services.ts';

let bed: RenovationBed;
let households: ReturnType<typeof apiFunction>;
beforeAll(async () => {
  bed = await openRenovation();
  await bed.fund(2026, 300, 100_000_000);
  const { core } = bed.platform;
  households = apiFunction(
    householdsContract,
    householdsRoutes({ ...core, nodes: createOrganisationNodes(core) }, createCursors(core.keyring)),
    {
      ...core,
      authenticate: async ([name = '']: readonly string[]) =>
        Object.entries(bed.people).find(([known]) => known === name)?.[1],
    },
  );
});
afterAll(async () => bed[Symbol.asyncDispose]());

/** The household of the register behind the n-th door. */
const registered = async (n: number): Promise<string> => {
  const answer = await callRow(households, householdsContract.routes.register, {
    cookie: 'community',
    body: {
      village: places.village,
      details: { kind: 'home', address: application(n).home.address },
      members: [{ name: `王小${n}`, relation: '户主' }],
    },
  });
  return textIn(answer.body, 'household') ?? '';
};

const timeline = async (household: string, as: Person): Promise<readonly unknown[]> => {
  await bed.project();
  const { timeline: row } = householdsContract.routes;
  return rowsIn(await callRow(households, row, { cookie: as, params: { household }, query: {} }));
};
const milestones = (rows: readonly unknown[]) =>
  rows.flatMap((row) => (textIn(row, 'type') === 'renovation' ? [textIn(row, 'milestone')] : []));
const types = (rows: readonly unknown[]) => rows.map((row) => textIn(row, 'type'));

test('a household sees how its home went to the federation, and as one service, once it was there, to others', async () => {
  const household = await registered(1);
  const reference = await bed.agreed(1);
  expect(fieldIn(await bed.read(reference), 'state')).toMatchObject({ household });
  expect(outcome(await bed.approve(reference))).toBe('200');
  expect(milestones(await timeline(household, 'town'))).toEqual(['approved', 'applied']);
  expect(types(await timeline(household, 'community'))).not.toContain('service');
  bed.platform.clock.advance(8 * 24 * 60);
  await watchRenovations(bed.deps, bed.platform.clock.now());
  await bed.staff('assign', 'town', {
    body: {
      ...{ name: '第一批', node: places.town, contractor: bed.people.builder.staffId },
      renovations: [reference],
    },
  });
  await bed.does('builder', 'before', reference, { photos: ['photo1'] });
  bed.platform.clock.advance(24 * 60);
  await bed.does('builder', 'completion', reference, {
    ...{ photos: ['photo2'], lines: [{ item: 'toilet', quantity: 1 }] },
  });
  bed.platform.clock.advance(24 * 60);
  await bed.does('builder', 'signature', reference, { side: 'contractor' });
  await bed.does('community', 'signature', reference, { side: 'applicant', how: 'paper' });
  await bed.does('town', 'signature', reference, { side: 'federation' });
  const rows = await timeline(household, 'town');
  expect(milestones(rows)).toEqual(['accepted', 'built', 'started', 'approved', 'applied']);
  expect(rows[0]).toMatchObject({ renovation: reference });
  const others = await timeline(household, 'community');
  expect(types(others).filter((type) => type !== 'registered')).toEqual(['service']);
  expect(others[0]).toEqual({ type: 'service', at: expect.any(String) });
});

test('an application that was withdrawn is known to the federation alone', async () => {
  const household = await registered(2);
  const reference = await bed.agreed(2);
  bed.platform.clock.advance(24 * 60);
  await bed.does('community', 'withdrawal', reference, { reason: 'no-longer-wanted', how: 'in-person' });
  expect(milestones(await timeline(household, 'town'))).toEqual(['withdrawn', 'applied']);
  expect(types(await timeline(household, 'community'))).not.toContain('service');
});

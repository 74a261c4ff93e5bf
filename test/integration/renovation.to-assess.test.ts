import { afterAll, beforeAll, expect, test } from 'vitest';
import { readListPage } from '../../functions/platform/ledger/lists.ts';
import { assessmentsList } from '../../functions/renovation/renovation.store.ts';
import { assessmentRowSchema } from '../../functions/renovation/renovation.views.ts';
import { meter } from '../support/core.meter.ts';
import { fieldIn } from '../support/issues.ts';
import {
  application,
  assessment,
  consent,
  openRenovation,
  type Person,
  places,
  type RenovationBed,
} from '../support/renovation.ts';

let bed: RenovationBed;
beforeAll(async () => {
  bed = await openRenovation();
});
afterAll(async () => bed[Symbol.asyncDispose]());

/** A home that is to be assessed on a day. */
const named = async (n: number, assessor: Person, day: string): Promise<string> => {
  const answer = await bed.staff('register', 'community', {
    body: { ...application(n), consent: { ...consent, how: 'in-person' } },
  });
  const reference = String(fieldIn(answer.body, 'reference'));
  await bed.does('community', 'check', reference);
  await bed.does('town', 'review', reference);
  await bed.does('town', 'appointment', reference, { assessor: bed.people[assessor].staffId, day });
  return reference;
};

const toAssess = async (as: Person): Promise<unknown> => {
  await bed.project();
  return (await bed.staff('toAssess', as)).body;
};

test('whoever is named sees the homes by their day with all a phone needs and nobody’s door; others see none of them', async () => {
  const later = await named(1, 'assessor', '2026-11-27');
  const sooner = await named(2, 'assessor', '2026-11-25');
  await named(3, 'technician', '2026-11-24');
  const body = await toAssess('assessor');
  expect(body).toMatchObject({
    rows: [
      { reference: sooner, day: '2026-11-25', name: '王**', wants: ['toilet', 'handrails'], version: 4 },
      { reference: later, day: '2026-11-27', need: application(1).need },
    ],
    more: false,
  });
  expect(Object.keys(Object(fieldIn(body, 'places')))).toEqual([places.village]);
  expect(JSON.stringify(body)).not.toMatch(/幸福路|13800000/);
  expect(await toAssess('otherBuilder')).toMatchObject({ rows: [], places: {} });
  expect(await toAssess('technician')).toMatchObject({ rows: [{ day: '2026-11-24' }] });
  expect((await bed.staff('toAssess', 'community')).status).toBe(403);
});

test('a home leaves the list when it is withdrawn, named for another, or assessed', async () => {
  const withdrawn = await named(11, 'builder', '2026-11-25');
  const moved = await named(12, 'builder', '2026-11-26');
  const assessed = await named(13, 'builder', '2026-11-27');
  expect(fieldIn(await toAssess('builder'), 'rows')).toHaveLength(3);
  await bed.does('community', 'withdrawal', withdrawn, { reason: 'moved', how: 'phone' });
  await bed.does('town', 'appointment', moved, {
    ...{ assessor: bed.people.otherBuilder.staffId, day: '2026-11-26' },
  });
  await bed.does('builder', 'assessment', assessed, assessment);
  expect(await toAssess('builder')).toMatchObject({ rows: [] });
  expect(await toAssess('otherBuilder')).toMatchObject({ rows: [{ reference: moved }] });
});

test('an assessment that comes again after its home is out of sight is answered as the first time and stands once', async () => {
  const reference = await named(21, 'assessor', '2026-11-25');
  const call = { params: { reference }, body: assessment, ifMatch: 4, key: 'phone-entry-21-0000-0000' };
  const first = await bed.staff('assessment', 'assessor', call);
  expect(first.status).toBe(200);
  const { version } = await bed.read(reference);
  expect((await bed.staff('read', 'assessor', { params: { reference } })).status).toBe(404);
  expect(await bed.staff('assessment', 'assessor', call)).toMatchObject({ status: 200, body: first.body });
  expect((await bed.read(reference)).version).toBe(version);
});

test('access pattern 5: the homes to assess are one query', async () => {
  const client = bed.platform.newClient();
  const { store } = bed.platform.through(client);
  const calls = await meter(client)(() =>
    readListPage(store, assessmentRowSchema, {
      ...{ list: assessmentsList(bed.people.assessor.staffId), cursor: undefined, size: 50 },
    }),
  );
  expect(calls.map(({ command }) => command)).toEqual(['QueryCommand']);
});

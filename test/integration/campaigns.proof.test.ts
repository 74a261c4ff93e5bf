import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { proveAll } from '../../functions/campaigns/campaigns-watch.usecases.ts';
import { departHousehold } from '../../functions/households/households.usecases.ts';
import { newKey } from '../support/call.ts';
import { type CampaignBed, fieldIn, openCampaigns, outcome, places } from '../support/campaigns.ts';
import { intentOf } from '../support/district.ts';

let bed: CampaignBed;
let campaign: string;
let ids: string[];
beforeEach(async () => {
  bed = await openCampaigns('2026-11-23T08:00:00+08:00');
  ids = await bed.register(8);
  campaign = await bed.running({ scope: places.village });
  await bed.planned(campaign, ['v.one', 'v.two']);
});
afterEach(async () => bed[Symbol.asyncDispose]());

const prove = (as = 'everybody', key = newKey()) =>
  bed.call('prove', as, { params: { campaign }, body: {}, key });
const nothing = { missing: 0, newDoors: 0, gone: 0, left: 0, doubles: 0 };

describe('the proof that the register and the plan are the same', () => {
  test('says how many were examined, and that none is missing', async () => {
    const { body } = await prove();
    expect(body).toMatchObject({ examined: 8, ...nothing });
    expect(body).toMatchObject({
      villages: [{ village: places.village, planned: true, examined: 8, missing: 0 }],
      ...{ missingHouseholds: [], newDoorHouseholds: [], goneHouseholds: [], leftPeople: [] },
    });
  });

  test('finds a door that was registered after the plan', async () => {
    bed.platform.clock.advance(60);
    const [door] = await bed.register(1);
    expect((await prove()).body).toMatchObject({
      ...{ examined: 9, ...nothing, newDoors: 1 },
      newDoorHouseholds: [{ household: door, village: places.village, address: '幸福里9号' }],
    });
    await bed.planned(campaign, ['v.one']);
    expect((await prove()).body).toMatchObject({ examined: 9, ...nothing });
  });

  test('finds a household that has left and is still to be visited', async () => {
    const [household = ''] = ids;
    const caller = bed.people['everybody'];
    if (!caller) throw new Error('nobody');
    const request = { ...intentOf(caller, bed.deps), params: { household }, ifMatch: 1 };
    await departHousehold(bed.deps, request, { reason: 'demolished' });
    await bed.project();
    expect((await prove()).body).toMatchObject({
      ...{ examined: 7, ...nothing, gone: 1 },
      goneHouseholds: [{ household, address: '幸福里1号' }],
    });
    const exclusion = { params: { campaign, household }, body: { reason: '已拆迁' }, ifMatch: 1 };
    expect((await bed.call('exclusion', 'lead', exclusion)).status).toBe(200);
    await bed.project();
    expect((await prove()).body).toMatchObject({ examined: 7, ...nothing });
  });

  test('finds whose households wait because they left, and how many', async () => {
    await bed.tried(campaign, ids[0] ?? '');
    await bed.suspend('v.one');
    await bed.project();
    const waiting = (await bed.assignments(campaign)).filter(
      ({ state }) => state.assignee.id === bed.staffId('v.one') && state.status === 'planned',
    ).length;
    expect(waiting).toBeGreaterThan(0);
    expect((await prove()).body).toMatchObject({
      ...{ examined: 8, ...nothing, left: waiting },
      leftPeople: [{ id: bed.staffId('v.one'), name: '走访员v.one', households: waiting }],
    });
    const body = {
      ...{ village: places.village, from: bed.staffId('v.one'), to: [bed.staffId('v.three')] },
    };
    await bed.call('reassignments', 'lead', { params: { campaign }, body });
    await bed.project();
    expect((await prove()).body).toMatchObject({ examined: 8, ...nothing });
  });

  test('finds households a stopped plan gave to nobody, and villages nobody has planned', async () => {
    const town = await bed.running();
    await bed.register(3, { village: places.secondVillage });
    const { body } = await bed.call('prove', 'everybody', { params: { campaign: town }, body: {} });
    expect(body).toMatchObject({
      ...{ examined: 11, ...nothing, missing: 11 },
      villages: [
        { village: places.village, planned: false, examined: 8, missing: 8 },
        { village: places.secondVillage, planned: false, examined: 3, missing: 3 },
      ],
      missingHouseholds: [],
    });
  });

  test('is not misled by lists that are behind', async () => {
    await bed.tried(campaign, ids[0] ?? '');
    const other = await bed.running({ scope: places.village, name: '第二轮' });
    const people = [{ staffId: bed.staffId('v.one') }];
    const plan = { params: { campaign: other }, body: { village: places.village, people } };
    expect((await bed.call('plan', 'lead', plan)).body).toMatchObject({ status: 'done' });
    const { body } = await bed.call('prove', 'everybody', { params: { campaign: other }, body: {} });
    expect(body).toMatchObject({ examined: 8, ...nothing });
  });

  test('is made every night for every running campaign, once, and kept', async () => {
    await bed.running({ scope: places.secondVillage });
    bed.platform.clock.set('2026-11-24T02:30:00+08:00');
    const now = bed.platform.clock.now();
    expect(await proveAll(bed.deps, now)).toEqual({ examined: 8, found: 0, failed: 0 });
    await bed.project();
    expect(await proveAll(bed.deps, now)).toEqual({ examined: 8, found: 0, failed: 0 });
    const { body } = await bed.call('proofs', 'lead', { params: { campaign }, query: {} });
    expect(fieldIn(body, 'rows')).toMatchObject([{ day: '2026-11-24', examined: 8, version: 1, ...nothing }]);
    const proof = await bed.call('proof', 'lead', { params: { campaign, day: '2026-11-24' } });
    expect(proof.body).toMatchObject({ examined: 8, ...nothing, villages: [{ examined: 8 }] });
    const none = await bed.call('proof', 'lead', { params: { campaign, day: '2026-11-20' } });
    expect(outcome(none)).toBe('404 campaign.proof_not_found');
  });

  test('asked for again on the same day stands in place of the first, whose words stay in the history', async () => {
    const key = newKey();
    const first = await prove('everybody', key);
    await bed.register(1);
    expect(await prove('everybody', key)).toEqual(first);
    expect((await prove()).body).toMatchObject({ version: 2, examined: 9 });
    const links = await bed.deps.ledger.history('REGISTERPROOF', `${campaign}.2026-11-23`);
    expect(links.map(({ data }) => data['examined'])).toEqual([8, 9]);
  });

  test('is not asked for where the campaign does not run, or lies beyond the caller', async () => {
    expect(outcome(await prove('lead'))).toBe('403 access.role');
    const ofDistrict = await bed.running({ scope: places.district });
    const answer = await bed.call('prove', 'admin', { params: { campaign: ofDistrict }, body: {} });
    expect(outcome(answer)).toBe('403 access.scope');
    await bed.call('end', 'everybody', { params: { campaign }, body: {}, ifMatch: 2 });
    expect(outcome(await prove())).toBe('409 campaign.not_running');
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Call, newKey } from '../support/call.ts';
import {
  fieldIn,
  newCentre,
  openServices,
  outcome,
  personOf,
  places,
  rowsIn,
  type ServicesBed,
  type ServicesRoute,
  textIn,
} from '../support/services.ts';

let bed: ServicesBed;
beforeAll(async () => {
  bed = await openServices();
});
afterAll(async () => bed[Symbol.asyncDispose]());

let people = 100;
const somebody = () => {
  people += 1;
  return personOf(people);
};

const join = (centre: string, change: object = {}, key = newKey()) =>
  bed.call('join', 'disability', {
    params: { centre },
    body: { ...somebody(), from: '2026-01-05', ...change },
    key,
  });
const joined = async (centre: string, change: object = {}): Promise<string> =>
  textIn((await join(centre, change)).body, 'membership') ?? '';
const members = async (centre: string) =>
  fieldIn(await bed.done('readCentre', { params: { centre } }), 'members');
const ofMember = (route: ServicesRoute, membership: string, body: object, ifMatch = 1) =>
  bed.call(route, 'disability', { params: { membership }, body, ifMatch });
const ofCentre = (route: ServicesRoute, centre: string, body: object, ifMatch = 1, as = 'disability') =>
  bed.call(route, as, { params: { centre }, body, ifMatch });
const leave = (membership: string, ifMatch = 1) =>
  ofMember('leave', membership, { day: '2026-11-20', reason: 'employed' }, ifMatch);

describe('a centre', () => {
  test('never has more members than places: of 40 at once for the last 15, exactly 15 join', async () => {
    const centre = await bed.centre({ capacity: 15 });
    const outcomes = (await Promise.all(Array.from({ length: 40 }, () => join(centre)))).map(outcome);
    expect(outcomes.filter((each) => each === '201')).toHaveLength(15);
    expect(outcomes.filter((each) => each === '409 centre.full')).toHaveLength(25);
    expect(await members(centre)).toBe(15);
  });

  test('does not become smaller than its members, and takes more once it is larger', async () => {
    const centre = await bed.centre({ capacity: 2 });
    await joined(centre);
    await joined(centre);
    const resize = (capacity: number, ifMatch: number) =>
      ofCentre('centreCapacity', centre, { capacity, reason: '调整' }, ifMatch);
    expect(outcome(await resize(1, 1))).toBe('409 centre.too_small');
    expect(outcome(await join(centre))).toBe('409 centre.full');
    expect((await resize(3, 1)).body).toMatchObject({ capacity: 3, members: 2 });
    expect(outcome(await join(centre))).toBe('201');
  });

  test('made smaller while people join ends with no more members than places', async () => {
    const centre = await bed.centre({ capacity: 10 });
    const all = await Promise.all([
      ...Array.from({ length: 10 }, () => join(centre)),
      ofCentre('centreCapacity', centre, { capacity: 5, reason: '房屋维修' }),
    ]);
    const joinedCount = all.slice(0, -1).filter(({ status }) => status === 201).length;
    const now = await bed.done('readCentre', { params: { centre } });
    expect(fieldIn(now, 'members')).toBe(joinedCount);
    expect(Number(fieldIn(now, 'members'))).toBeLessThanOrEqual(Number(fieldIn(now, 'capacity')));
  });

  test('is closed only without members, and then takes nobody', async () => {
    const centre = await bed.centre();
    const membership = await joined(centre);
    expect(outcome(await ofCentre('closeCentre', centre, { reason: '合并' }))).toBe('409 centre.has_members');
    await leave(membership);
    expect((await ofCentre('closeCentre', centre, { reason: '合并' }, 1, 'admin')).body).toMatchObject({
      state: 'closed',
      members: 0,
    });
    expect(outcome(await join(centre))).toBe('409 centre.closed');
    expect(outcome(await ofCentre('centreDetails', centre, { name: '新名', address: '新址' }, 2))).toBe(
      '409 centre.closed',
    );
  });

  test('keeps its name, address and phone up to date', async () => {
    const centre = await bed.centre();
    const changed = { name: '西村如康家园', address: '2 号', phone: '0632-3300000' };
    expect((await ofCentre('centreDetails', centre, changed)).body).toMatchObject({ name: '西村如康家园' });
  });
});

describe('a membership', () => {
  test('is one at a time for each person, wherever; after leaving they may join again', async () => {
    const [one, other] = [await bed.centre(), await bed.centre({ node: places.secondVillage })];
    const same = somebody();
    const first = await joined(one, same);
    expect(outcome(await join(other, same))).toBe('409 member.elsewhere');
    // The same person by the ID number instead of the certificate.
    const { certificate } = same.person;
    const byId = { person: { name: '王小明', idNumber: certificate.slice(0, 18) } };
    expect(outcome(await join(other, { ...same, ...byId }))).toBe('409 member.elsewhere');
    await leave(first);
    expect(await members(one)).toBe(0);
    expect(outcome(await join(other, same))).toBe('201');
  });

  test('asked for in two centres at once by one person begins in one of them', async () => {
    const [one, other] = [await bed.centre(), await bed.centre()];
    const same = somebody();
    const outcomes = (await Promise.all([join(one, same), join(other, same)])).map(outcome);
    expect(outcomes.sort()).toEqual(['201', '409 member.elsewhere']);
    expect(Number(await members(one)) + Number(await members(other))).toBe(1);
  });

  test('sent again with its key is the same one', async () => {
    const centre = await bed.centre();
    const key = newKey();
    const same = somebody();
    const [first, again] = [await join(centre, same, key), await join(centre, same, key)];
    expect(again.body).toEqual(first.body);
    expect(await members(centre)).toBe(1);
  });

  test('records the work that was found, and ends once, with its reason', async () => {
    const membership = await joined(await bed.centre());
    const employ = (day: string, ifMatch = 1) =>
      ofMember('employment', membership, { employer: '爱心服装厂', day }, ifMatch);
    expect(outcome(await employ('2025-12-31'))).toBe('422 service.day_not_possible');
    expect(outcome(await employ('2026-12-31'))).toBe('422 service.day_not_possible');
    expect((await employ('2026-06-01')).body).toMatchObject({
      state: 'current',
      employments: [{ employer: '爱心服装厂', day: '2026-06-01' }],
    });
    expect((await leave(membership, 2)).body).toMatchObject({ state: 'left', left: { reason: 'employed' } });
    expect(outcome(await leave(membership, 3))).toBe('409 member.left');
    expect(outcome(await employ('2026-06-02', 3))).toBe('409 member.left');
  });

  test('given back by two at once frees one place', async () => {
    const centre = await bed.centre();
    await joined(centre);
    const membership = await joined(centre);
    await Promise.all([leave(membership), leave(membership)]);
    expect(await members(centre)).toBe(1);
  });
});

describe('the attendance of a day', () => {
  const day = '2026-11-20';
  const handIn = (centre: string, present: readonly string[], on = day, call: Call = {}) =>
    bed.call('handInAttendance', 'disability', { params: { centre }, body: { day: on, present }, ...call });
  const correct = (centre: string, present: readonly string[], ifMatch = 1) =>
    bed.call('correctAttendance', 'disability', {
      ...{ params: { centre, day }, body: { present, reason: '漏记' }, ifMatch },
    });

  test('is handed in once, of members only, and corrected with a reason', async () => {
    const [centre, other] = [await bed.centre(), await bed.centre()];
    const [one, two, elsewhere] = [await joined(centre), await joined(centre), await joined(other)];
    expect(outcome(await handIn(centre, [one, elsewhere]))).toBe('422 attendance.not_member');
    expect((await handIn(centre, [one, one])).body).toMatchObject({ present: [one], day });
    expect(outcome(await handIn(centre, [one, two]))).toBe('409 attendance.exists');
    expect(outcome(await correct(centre, [elsewhere]))).toBe('422 attendance.not_member');
    expect(outcome(await correct(centre, [one]))).toBe('409 service.nothing_changed');
    expect((await correct(centre, [two, one])).body).toMatchObject({
      present: [one, two].sort(),
      corrections: [{ before: 1, after: 2, reason: '漏记' }],
    });
    await bed.project();
    const rows = rowsIn(await bed.call('attendanceDays', 'auditor', { params: { centre } }));
    expect(rows).toMatchObject([{ day, present: 2, corrections: 1 }]);
  });

  test('has nobody who joined later or had left before, and no day to come', async () => {
    const centre = await bed.centre();
    const later = await joined(centre, { from: '2026-11-21' });
    const before = await joined(centre);
    await ofMember('leave', before, { day: '2026-11-19', reason: 'moved' });
    expect(outcome(await handIn(centre, [later]))).toBe('422 attendance.not_member');
    expect(outcome(await handIn(centre, [before]))).toBe('422 attendance.not_member');
    expect(outcome(await handIn(centre, [before], '2026-11-19'))).toBe('201');
    expect(outcome(await handIn(centre, [], '2026-11-24'))).toBe('422 service.day_not_possible');
  });

  test('handed in by two at once is recorded by one of them', async () => {
    const centre = await bed.centre();
    const [one, two] = [await joined(centre), await joined(centre)];
    const outcomes = (await Promise.all([handIn(centre, [one]), handIn(centre, [two])])).map(outcome);
    expect(outcomes.sort()).toEqual(['201', '409 attendance.exists']);
  });

  test('sent again with its key gets the same answer', async () => {
    const centre = await bed.centre();
    const one = await joined(centre);
    const key = newKey();
    const first = await handIn(centre, [one], day, { key });
    expect((await handIn(centre, [one], day, { key })).body).toEqual(first.body);
  });
});

test('lists say who is a member now and who left, masked, by the first day', async () => {
  const centre = await bed.centre({ name: '北村如康家园' });
  const staying = await joined(centre, { from: '2026-03-01' });
  const first = await joined(centre, { from: '2026-02-01' });
  const gone = await joined(centre);
  await leave(gone);
  await bed.project();
  const list = async (state: string) =>
    rowsIn(await bed.call('members', 'auditor', { params: { centre }, query: { state } }));
  expect((await list('current')).map((row) => textIn(row, 'membership'))).toEqual([first, staying]);
  expect(await list('left')).toMatchObject([{ membership: gone, name: '王**', leftOn: '2026-11-20' }]);
  const centres = rowsIn(await bed.call('centres', 'admin', { query: { node: places.village } }));
  expect(centres).toContainEqual(expect.objectContaining({ name: '北村如康家园', members: 2, capacity: 15 }));
  expect(outcome(await bed.call('createCentre', 'stranger', { body: newCentre() }))).toBe('403 access.scope');
});

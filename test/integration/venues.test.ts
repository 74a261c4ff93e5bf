import * as v from 'valibot';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { venuesContract } from '../../functions/venues/venues.contract.ts';
import { venuesOf } from '../../functions/venues/venues.usecases.ts';
import {
  details,
  fieldIn,
  hours,
  newVenue,
  openVenues,
  outcome,
  places,
  timetable,
  type VenueBed,
} from '../support/venues.ts';

let bed: VenueBed;
beforeAll(async () => {
  bed = await openVenues();
});
afterAll(async () => bed[Symbol.asyncDispose]());
beforeEach(() => bed.platform.clock.set('2026-11-23T09:00:00+08:00'));

const on = (venue: string, body: object, ifMatch = 1) => ({ params: { venue }, body, ifMatch });
const errorsOf = (body: unknown): string[] => {
  const errors = fieldIn(body, 'errors');
  return Array.isArray(errors) ? errors.map((error) => `${error.path} ${error.code}`) : [];
};
const refused = async (change: object): Promise<string[]> =>
  errorsOf((await bed.call('create', 'culture', { body: { ...newVenue(), ...change } })).body);

describe('a venue', () => {
  test('is written down once, however often it is sent', async () => {
    const call = { body: newVenue({ name: '一次' }), key: 'a-venue-exactly-once' };
    const [first, second] = [await bed.done('create', call), await bed.done('create', call)];
    expect(second).toEqual(first);
    expect(first).toMatchObject({ state: 'open', version: 1, mayKeep: true, timetables: [{ no: 1 }] });
  });

  test('stands in the lists of its village, town and district, and in no other', async () => {
    const venue = await bed.venue({ name: '列在三处' });
    await bed.project();
    const listed = async (node: string) =>
      (await venuesOf(bed.platform.core.store, node)).filter((row) => row.venue === venue).length;
    expect(
      await Promise.all([places.village, places.town, places.district, places.otherTown].map(listed)),
    ).toEqual([1, 1, 1, 0]);
  });

  test('is not kept from another town', async () => {
    const venue = await bed.venue();
    expect(outcome(await bed.call('details', 'stranger', on(venue, details())))).toBe('403 access.scope');
    expect(outcome(await bed.call('create', 'stranger', { body: newVenue() }))).toBe('403 access.scope');
    expect((await bed.call('read', 'stranger', { params: { venue } })).body).toMatchObject({
      mayKeep: false,
    });
  });

  test('needs a place that is there', async () => {
    const body = newVenue({ node: `${places.town}/370402101999` });
    expect(outcome(await bed.call('create', 'culture', { body }))).toBe('422 venue.node_unknown');
  });

  test('cannot be changed on an older version', async () => {
    const venue = await bed.venue();
    await bed.done('details', on(venue, { ...details(), phone: '0632-3311000' }));
    expect(outcome(await bed.call('details', 'culture', on(venue, details())))).toBe('412 request.stale');
  });

  test('that is planned is opened once it has a timetable, and only once', async () => {
    const venue = await bed.venue({ open: false, timetables: [] });
    expect(outcome(await bed.call('launch', 'culture', on(venue, {})))).toBe('409 venue.no_timetable');
    expect(outcome(await bed.call('opening', 'culture', { params: { venue }, body: { what: 'open' } }))).toBe(
      '409 venue.not_launched',
    );
    await bed.done('timetables', on(venue, { timetables: [timetable()] }));
    await bed.done('launch', on(venue, {}, 2));
    expect(outcome(await bed.call('launch', 'culture', on(venue, {}, 3)))).toBe('409 venue.not_planned');
  });

  test('that is given up promises nothing after today, leaves the lists and changes no more', async () => {
    const venue = await bed.venue({ name: '不再' });
    const ended = await bed.done('ending', on(venue, { reason: '拆迁' }));
    expect(ended).toMatchObject({ state: 'ended', timetables: [{ to: '2026-11-23' }], mayKeep: false });
    await bed.project();
    const rows = await venuesOf(bed.platform.core.store, places.town);
    expect(rows.map((row) => row.venue)).not.toContain(venue);
    expect(outcome(await bed.call('details', 'culture', on(venue, details(), 2)))).toBe('409 venue.ended');
  });
});

describe('what a form got wrong is said by field', () => {
  const nightly = timetable(hours('20:00-02:00'));

  test.each<[string, object, string[]]>([
    ['hours past midnight', { timetables: [nightly] }, ['timetables.0.week.0.0.to venue.span_past_midnight']],
    [
      'hours that overlap',
      { timetables: [timetable(hours('09:00-12:00', '11:00-13:00'))] },
      ['timetables.0.week.0.1.from venue.span_overlap'],
    ],
    [
      'timetables that share days',
      { timetables: [timetable(), timetable(hours('10:00-18:00'), { from: '2026-06-01' })] },
      ['timetables.1.from venue.timetable_overlap'],
    ],
    [
      'a timetable that ends before it begins',
      { timetables: [timetable(hours('10:00-18:00'), { to: '2025-12-31' })] },
      ['timetables.0.to venue.period_order'],
    ],
    ['nobody fits in', { capacity: 0 }, ['capacity field.range']],
    ['a town fits in', { capacity: 100_001 }, ['capacity field.range']],
    ['a position in the sea off Africa', { position: { lat: 0, lng: 0 } }, ['position.lat field.range']],
    [
      'a room larger than its venue',
      {
        rooms: [
          {
            ...{ name: '排练厅', capacity: 201, facilities: [], bookable: true, approval: false },
            ...{ slot: 60, longest: 90 },
          },
        ],
      },
      ['rooms.0.capacity venue.room_too_large', 'rooms.0.longest venue.longest_uneven'],
    ],
  ])('%s', async (_, change, expected) => {
    // Seven days with the same hours say the same seven times.
    expect((await refused(change)).slice(0, expected.length)).toEqual(expected);
  });
});

describe('closures', () => {
  const closure = (from: string, change: object = {}) => ({
    ...{ kind: 'closed', from, to: from, reason: '电路检修', ...change },
  });

  test.each([
    ['five days ahead is announced in time', '2026-11-28', false],
    ['four days ahead is at short notice', '2026-11-27', true],
    ['today is at short notice', '2026-11-23', true],
  ])('a closure %s', async (_, from, short) => {
    const venue = await bed.venue();
    expect(await bed.done('closures', on(venue, closure(from)))).toMatchObject({
      exceptions: [{ no: 1, short, from }],
    });
  });

  test('of a day that has passed, turned round or a year long is refused by field', async () => {
    const venue = await bed.venue();
    const said = async (body: object) =>
      errorsOf((await bed.call('closures', 'culture', on(venue, body))).body);
    expect(await said(closure('2026-11-22'))).toEqual(['from venue.closure_past']);
    expect(await said(closure('2026-11-25', { to: '2026-11-24' }))).toEqual(['to venue.period_order']);
    expect(await said(closure('2026-11-25', { to: '2027-11-26' }))).toEqual(['to venue.period_long']);
    expect(await said(closure('2026-11-25', { kind: 'open' }))).toEqual([
      'span venue.opening_hours_required',
    ]);
    expect(await said(closure('2026-11-25', { span: { from: '22:00', to: '01:00' } }))).toEqual([
      'span.to venue.span_past_midnight',
    ]);
  });

  test('is withdrawn whole before it begins, from today on once it runs, and not when it is over', async () => {
    const venue = await bed.venue();
    await bed.done('closures', on(venue, closure('2026-11-30', { to: '2026-12-04' })));
    const withdrawal = (version: number, no = '1') =>
      bed.call('closureWithdrawal', 'culture', { ...on(venue, {}, version), params: { venue, no } });
    bed.platform.clock.set('2026-12-02T08:00:00+08:00');
    expect((await withdrawal(2)).body).toMatchObject({ exceptions: [{ to: '2026-12-01' }] });
    expect(outcome(await withdrawal(3))).toBe('409 venue.closure_over');
    expect(outcome(await withdrawal(3, '7'))).toBe('404 venue.closure_not_found');
    const later = await bed.done('closures', on(venue, closure('2026-12-20'), 3));
    expect(later).toMatchObject({ exceptions: [{ no: 1 }, { no: 2 }] });
    expect((await withdrawal(4, '2')).body).toMatchObject({ exceptions: [{ no: 1 }] });
  });
});

describe('timetables', () => {
  test('of days that have passed stay; a new one begins today or later', async () => {
    const venue = await bed.venue();
    const winter = timetable(hours('10:00-16:00'), { name: '冬季', from: '2026-11-23' });
    const usual = { ...timetable(), no: 1, to: '2026-11-22' };
    const changed = await bed.done('timetables', on(venue, { timetables: [usual, winter] }));
    expect(changed).toMatchObject({ timetables: [{ no: 1 }, { no: 2, name: '冬季' }] });
    const rewritten = { timetables: [{ ...winter, from: '2026-01-01' }] };
    expect(outcome(await bed.call('timetables', 'culture', on(venue, rewritten, 2)))).toBe(
      '409 venue.past_changed',
    );
  });

  test('with a number nobody gave out are refused by field', async () => {
    const venue = await bed.venue();
    const body = { timetables: [{ ...timetable(), no: 9 }] };
    expect(errorsOf((await bed.call('timetables', 'culture', on(venue, body))).body)).toEqual([
      'timetables.0.no venue.number_unknown',
    ]);
  });
});

describe('rooms', () => {
  const room = (change: object = {}) => ({
    ...{
      name: '排练厅',
      capacity: 40,
      facilities: [],
      bookable: true,
      approval: true,
      slot: 60,
      longest: 120,
    },
    ...change,
  });

  test('keep their numbers, and a number is never given to another', async () => {
    const venue = await bed.venue();
    await bed.done('rooms', on(venue, { rooms: [room(), room({ name: '书画室' })] }));
    await bed.done('rooms', on(venue, { rooms: [room({ no: 1 })] }, 2));
    expect(
      await bed.done('rooms', on(venue, { rooms: [room({ no: 1 }), room({ name: '琴房' })] }, 3)),
    ).toMatchObject({ rooms: [{ no: 1 }, { no: 3, name: '琴房' }] });
  });

  test('keep their venue from getting smaller than the largest of them', async () => {
    const venue = await bed.venue();
    await bed.done('rooms', on(venue, { rooms: [room()] }));
    const smaller = await bed.call('details', 'culture', on(venue, { ...details(), capacity: 39 }, 2));
    expect(errorsOf(smaller.body)).toEqual(['capacity venue.rooms_larger']);
  });
});

describe('the keeper of a venue', () => {
  test('is somebody who keeps venues there, or nobody', async () => {
    const venue = await bed.venue();
    const keeper = async (who: string, version: number) => {
      const staffId = bed.people[who]?.staffId;
      return bed.call('keeper', 'culture', on(venue, { keeper: staffId }, version));
    };
    expect(outcome(await keeper('visitor', 1))).toBe('422 venue.keeper_not_in_scope');
    expect(outcome(await keeper('stranger', 1))).toBe('422 venue.keeper_not_in_scope');
    expect((await keeper('culture', 1)).body).toMatchObject({ keeper: { name: 'culture 一' } });
    const nobody = await bed.done('keeper', on(venue, { keeper: null }, 2));
    expect(nobody).not.toHaveProperty('keeper');
  });

  test('is chosen among those who keep venues at its place; those of another town do not see who that is', async () => {
    const venue = await bed.venue();
    const { rows } = v.parse(
      venuesContract.routes.keepers.response,
      await bed.done('keepers', { params: { venue } }),
    );
    const ids = rows.map(({ staffId }) => staffId);
    expect(ids).toContain(bed.people['culture']?.staffId);
    expect(ids).not.toContain(bed.people['stranger']?.staffId);
    expect(ids).not.toContain(bed.people['visitor']?.staffId);
    expect(outcome(await bed.call('keepers', 'stranger', { params: { venue } }))).toBe('403 access.scope');
  });
});

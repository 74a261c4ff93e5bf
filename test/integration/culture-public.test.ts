import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { referenceFrom } from '../../functions/platform/runtime/ids.ts';
import { type Looking, lookingAt } from '../support/culture.ts';
import { fieldIn, hours, openVenues, outcome, places, timetable, type VenueBed } from '../support/venues.ts';

let bed: VenueBed;
let look: Looking['look'];
let open: string;
let planned: string;
let ended: string;
beforeAll(async () => {
  bed = await openVenues('2026-09-21T01:00:00Z');
  ({ look } = lookingAt(bed.platform.core, bed.deps.calendars));
  open = await bed.venue({
    rooms: [
      {
        ...{ name: '排练厅', capacity: 40, facilities: [], bookable: true, approval: false },
        ...{ slot: 60, longest: 120 },
      },
    ],
  });
  planned = await bed.venue({ name: '新馆', open: false });
  ended = await bed.venue({ name: '旧馆' });
  await bed.done('ending', { params: { venue: ended }, body: { reason: '拆迁' }, ifMatch: 1 });
  const closure = { kind: 'closed', reason: '检修' };
  for (const [at, day] of [
    [1, '2026-09-29'],
    [2, '2027-01-05'],
  ] as const) {
    await bed.done('closures', {
      ...{ params: { venue: open }, ifMatch: at },
      body: { ...closure, from: day, to: day },
    });
  }
  await bed.project();
});
afterAll(() => bed[Symbol.asyncDispose]());

describe('venues for everybody', () => {
  test('are those open to the public, with what a map and "open now" need, and nothing about a person', async () => {
    const { status, headers, body } = await look('venues', { query: { node: places.district } });
    expect({ status, cache: headers['cache-control'] }).toEqual({ status: 200, cache: 'public, max-age=60' });
    expect(body).toMatchObject({
      rows: [
        {
          ...{ venue: open, name: '东村文化服务中心', bookableRooms: 1, access: ['ramp'] },
          position: { lat: 34.8101, lng: 117.3201 },
          timetables: [{ week: timetable(hours('09:00-12:00', '17:00-20:00')).week }],
          exceptions: [{ from: '2026-09-29', short: false }],
        },
      ],
      holidays: expect.arrayContaining(['2026-09-25', '2026-10-01', '2026-10-07']),
    });
    expect(JSON.stringify(body)).not.toMatch(/"(keeper|by|announcedBy)"/);
  });

  test('of another place are not among them, and a place that is none is named as such', async () => {
    const elsewhere = await look('venues', { query: { node: places.otherTown } });
    expect(fieldIn(elsewhere.body, 'rows')).toEqual([]);
    for (const node of ['', '../etc', '370402/370402101/../1', 'x'.repeat(500)]) {
      const { status, body } = await look('venues', { query: { node } });
      expect({ status, body }).toMatchObject({
        status: 400,
        body: { errors: [{ path: 'node', code: 'id.invalid' }] },
      });
    }
  });

  test('by themselves show every closure still ahead, and rooms; a planned or ended one says that it is', async () => {
    const { body } = await look('venue', { params: { venue: open } });
    expect(body).toMatchObject({
      ...{ venue: open, state: 'open', rooms: [{ no: 1, name: '排练厅' }] },
      exceptions: [{ from: '2026-09-29' }, { from: '2027-01-05' }],
    });
    expect(JSON.stringify(body)).not.toMatch(/"(keeper|by|createdAt|last)"/);
    expect((await look('venue', { params: { venue: planned } })).body).toMatchObject({
      state: 'planned',
    });
    expect((await look('venue', { params: { venue: ended } })).body).toMatchObject({
      ...{ state: 'ended', endedAt: '2026-09-21T01:00:00.000Z' },
    });
  });

  test('that were never there are answered with 404, and what is no reference with the field', async () => {
    const unknown = await look('venue', { params: { venue: referenceFrom('no such venue') } });
    expect(outcome(unknown)).toBe('404 venue.not_found');
    const rubbish = await look('venue', { params: { venue: '0000000000' } });
    expect(rubbish).toMatchObject({ status: 400, body: { errors: [{ code: 'reference.invalid' }] } });
  });
});

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { readWholeList } from '../../functions/platform/ledger/lists.ts';
import { venueSessionsList } from '../../functions/programme/programme.lists.ts';
import { sessionRowSchema } from '../../functions/programme/programme.views.ts';
import { bookingDay } from '../support/bookings.ts';
import { places } from '../support/district.ts';
import { outcome } from '../support/issues.ts';
import { details, fieldsOf, openProgramme, type ProgrammeBed, thursdays } from '../support/programme.ts';

let bed: ProgrammeBed;
beforeAll(async () => {
  bed = await openProgramme();
});
afterAll(async () => bed[Symbol.asyncDispose]());
beforeEach(() => bed.platform.clock.set(bookingDay));

const onThird = { from: '2026-12-03', until: '2026-12-03' };

test('dates in a room hold it: no second date and no other activity gets it, until it is moved or cancelled', async () => {
  const venue = await bed.venue();
  const inRoom = { venue, room: 1, place: undefined };
  const activity = await bed.published(undefined, inRoom);
  expect((await bed.read(activity)).sessions[0]).toMatchObject({
    ...{ venue, room: 1, slot: 60, place: '东村文化服务中心 排练厅' },
  });
  const other = await bed.draft();
  const asked = { ...inRoom, rule: thursdays({ from: '2026-12-03', until: '2026-12-03' }) };
  expect(outcome(await bed.tried('sessions', other, asked))).toBe('409 programme.room_taken');
  const own = await bed.tried('sessions', activity, asked);
  expect(fieldsOf(own)).toEqual(['room programme.room_overlap']);
  const slots = () => bed.resident('slots', { params: { venue, room: '1' }, query: { day: '2026-12-03' } });
  // An hour later: the first of its two hours is free again, the second stays its own.
  await bed.change(
    'move',
    activity,
    { from: '2026-12-03T20:30:00+08:00', to: '2026-12-03T22:00:00+08:00', reason: '晚一点' },
    2,
  );
  const early = { ...asked, rule: thursdays({ ...onThird, times: [{ from: '19:00', to: '20:00' }] }) };
  await bed.change('sessions', other, early);
  const late = { ...asked, rule: thursdays({ ...onThird, times: [{ from: '21:00', to: '22:00' }] }) };
  expect(outcome(await bed.tried('sessions', other, late))).toBe('409 programme.room_taken');
  await bed.change('cancelSession', activity, { reason: '停课' }, 2);
  await bed.change('sessions', other, late);
  expect((await slots()).status).toBe(200);
});

test('an activity that is called off gives back all its rooms and stands in no list but the calendar of its venue', async () => {
  const venue = await bed.venue();
  const inRoom = { venue, room: 2, place: undefined };
  const activity = await bed.published(undefined, inRoom);
  await bed.listed(activity);
  const cancelled = await bed.change('cancellation', activity, { reason: '场馆检修' });
  expect(cancelled).toMatchObject({ state: 'cancelled', mayKeep: false });
  await bed.listed(activity);
  expect(await bed.whatsOn(places.village, activity)).toEqual([]);
  const calendar = await readWholeList(bed.core.store, sessionRowSchema, { list: venueSessionsList(venue) });
  expect(calendar.map(({ state, version, reason }) => [state, version, reason])).toEqual(
    Array.from({ length: 4 }, () => ['cancelled', 2, '场馆检修']),
  );
  const other = await bed.draft();
  await bed.change('sessions', other, { ...inRoom, rule: thursdays() });
  // What frees the rooms can come again when somebody else has them.
  await bed.follow(activity);
  expect(outcome(await bed.tried('sessions', await bed.draft(), { ...inRoom, rule: thursdays() }))).toBe(
    '409 programme.room_taken',
  );
  expect(outcome(await bed.tried('details', activity, details()))).toBe('409 programme.over');
});

test('of two activities that want one room at once, one gets it', async () => {
  const venue = await bed.venue();
  const drafts = [await bed.draft(), await bed.draft(), await bed.draft()];
  const body = { venue, room: 1, rule: thursdays({ from: '2027-01-07', until: '2027-01-07' }) };
  const answers = await Promise.all(drafts.map((activity) => bed.tried('sessions', activity, body)));
  expect(answers.map(outcome).sort()).toEqual([
    '200',
    '409 programme.room_taken',
    '409 programme.room_taken',
  ]);
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { takePhoto } from '../../functions/photos/photos.usecases.ts';
import { readCounter, readCounters } from '../../functions/platform/ledger/counters.ts';
import { openPhotoStore } from '../../functions/platform/photos/photo-store.open.ts';
import { openShownPhotos } from '../../functions/platform/photos/shown-photos.open.ts';
import { parseInstant } from '../../functions/platform/runtime/time.ts';
import { followActivity } from '../../functions/programme/listing.usecases.ts';
import { coveredSubject, programmeSubject } from '../../functions/programme/programme.lists.ts';
import { activityKey } from '../../functions/programme/programme.store.ts';
import { showActivityPhotos } from '../../functions/programme/programme-photos.usecases.ts';
import { bookingDay } from '../support/bookings.ts';
import { newKey } from '../support/call.ts';
import { places } from '../support/district.ts';
import { fieldIn, outcome } from '../support/issues.ts';
import { gpsBytes, includes, jpeg } from '../support/pictures.ts';
import {
  details,
  fieldsOf,
  newActivity,
  openProgramme,
  type ProgrammeBed,
  terms,
  thursdays,
} from '../support/programme.ts';

let bed: ProgrammeBed;
beforeAll(async () => {
  bed = await openProgramme();
});
afterAll(async () => bed[Symbol.asyncDispose]());
beforeEach(() => bed.platform.clock.set(bookingDay));

test('a draft becomes an activity with dates by a rule, is published, and stands in what is on for its village, town and district', async () => {
  const activity = await bed.draft();
  await bed.listed(activity);
  expect(await bed.whatsOn(places.village, activity)).toEqual([]);
  const published = await bed.change('publication', activity);
  expect(published).toMatchObject({ state: 'published', mayKeep: true });
  await bed.listed(activity);
  for (const node of [places.village, places.town, places.district]) {
    const rows = await bed.whatsOn(node, activity);
    expect(rows.map(({ session, from, place, offer }) => [session, from, place, offer])).toEqual([
      [`${activity}.1`, '2026-11-26T11:30:00.000Z', '二楼书画室', undefined],
      [`${activity}.2`, '2026-12-03T11:30:00.000Z', '二楼书画室', undefined],
      [`${activity}.3`, '2026-12-10T11:30:00.000Z', '二楼书画室', undefined],
      [`${activity}.4`, '2026-12-17T11:30:00.000Z', '二楼书画室', undefined],
    ]);
  }
  expect(await bed.whatsOn(places.otherTown, activity)).toEqual([]);
  const list = await bed.call('list', 'auditor', { query: { node: places.town } });
  expect(list.body).toMatchObject({ rows: expect.arrayContaining([expect.objectContaining({ activity })]) });
});

test('a date that is moved or cancelled changes in the lists, and a change of its title changes all', async () => {
  const activity = await bed.published(terms());
  await bed.listed(activity);
  await bed.change(
    'move',
    activity,
    { from: '2026-12-04T19:30:00+08:00', to: '2026-12-04T21:00:00+08:00', reason: '教室检修' },
    2,
  );
  await bed.change('cancelSession', activity, { reason: '老师生病' }, 3);
  await bed.change('details', activity, { ...details(), title: '书法提高班' });
  await bed.listed(activity);
  const rows = await bed.whatsOn(places.town, activity);
  expect(rows.map(({ no, from, title, reason, offer }) => [no, from, title, reason, offer])).toEqual([
    [1, '2026-11-26T11:30:00.000Z', '书法提高班', undefined, activity],
    [2, '2026-12-04T11:30:00.000Z', '书法提高班', '教室检修', activity],
    [4, '2026-12-17T11:30:00.000Z', '书法提高班', undefined, activity],
  ]);
  const again = await bed.tried('move', activity, { ...span('2026-12-05T19:30'), reason: '又' }, 3);
  expect(outcome(again)).toBe('409 programme.session_cancelled');
  const unknown = await bed.tried('cancelSession', activity, { reason: '没有' }, 9);
  expect(outcome(unknown)).toBe('404 programme.session_not_found');
});

const span = (from: string) => ({ from: `${from}:00+08:00`, to: `${from.slice(0, 11)}23:00:00+08:00` });

test('following an activity again changes nothing, nor does news of it that comes late', async () => {
  const activity = await bed.published();
  const late = await bed.core.store.get(activityKey(activity));
  await bed.change('cancelSession', activity, { reason: '停电' }, 1);
  await bed.listed(activity);
  const before = await bed.whatsOn(places.town, activity);
  expect(before.map(({ no, version }) => [no, version])).toEqual([
    [2, 1],
    [3, 1],
    [4, 1],
  ]);
  await followActivity(bed.core, late ?? {});
  await bed.listed(activity);
  expect(await bed.whatsOn(places.town, activity)).toEqual(before);
});

test('its photos, without where they were taken, are seen by residents from its publication on, whatever becomes of it, until they are taken off', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'huimin-photos-'));
  const photos = openPhotoStore(`folder:${folder}`);
  const shown = openShownPhotos(`folder:${folder}`);
  const bytes = jpeg(40, 24, { traces: true });
  const hasPosition = (of: Uint8Array): boolean => gpsBytes().some((position) => includes(of, position));
  const upload = { sender: 'culture', key: newKey(), digest: 'a photo', bytes, now: bed.core.clock.now() };
  const photo = await takePhoto({ ...bed.core, photos }, upload);
  const activity = await bed.draft();
  const images: Awaited<ReturnType<typeof bed.core.store.get>>[] = [];
  const isSeen = async (): Promise<boolean> => {
    images.push(await bed.core.store.get(activityKey(activity)));
    for (const image of images) await showActivityPhotos({ ...bed.core, photos, shown }, image ?? {});
    return (await shown.get(activity, photo)) !== undefined;
  };
  await bed.change('photos', activity, { photos: [photo, photo] });
  expect(await isSeen()).toBe(false);
  expect(await bed.change('publication', activity)).toMatchObject({ photos: [photo] });
  expect(await isSeen()).toBe(true);
  expect(hasPosition(bytes)).toBe(true);
  expect(hasPosition((await shown.get(activity, photo))?.bytes ?? bytes)).toBe(false);
  await bed.change('details', activity, { ...details(), title: '书法提高班' });
  expect(await isSeen()).toBe(true);
  await bed.change('photos', activity, { photos: [] });
  expect(await isSeen()).toBe(false);
  const five = Array.from({ length: 5 }, (_, n) => `b${n}`.repeat(16));
  expect(fieldsOf(await bed.tried('photos', activity, { photos: five }))).toEqual(['photos field.too_many']);
  await rm(folder, { recursive: true });
});

test('people are counted once a date has begun, again when they were counted wrong, and figures follow by year, category and village', async () => {
  const villages = [places.village];
  const activity = await bed.published(undefined, {}, { node: places.town, category: 'film', villages });
  const count = (people: number, no = 1) => bed.tried('attendance', activity, { people }, no);
  expect(outcome(await count(30))).toBe('409 programme.session_not_begun');
  expect(fieldsOf(await count(-1))).toEqual(['people field.range']);
  const before = await readCounter(bed.core.store, programmeSubject(places.town), '2026');
  bed.platform.clock.set(parseInstant('2026-12-03T22:00:00+08:00'));
  expect(outcome(await count(30))).toBe('200');
  expect(outcome(await count(35))).toBe('200');
  expect(outcome(await count(0, 2))).toBe('200');
  await bed.project();
  const after = await readCounter(bed.core.store, programmeSubject(places.town), '2026');
  const more = (field: string) => (after[field] ?? 0) - (before[field] ?? 0);
  expect([more('film-activities'), more('film-sessions'), more('film-people')]).toEqual([1, 2, 35]);
  const covered = await readCounters(bed.core.store, coveredSubject('film', places.town));
  expect([...covered]).toEqual([[places.village, { '2026': 2 }]]);
  expect(outcome(await bed.tried('ending', activity))).toBe('409 programme.sessions_ahead');
  bed.platform.clock.set(parseInstant('2026-12-18T09:00:00+08:00'));
  expect(await bed.change('ending', activity)).toMatchObject({ state: 'ended' });
  // What took place can still be counted.
  expect(outcome(await count(20, 3))).toBe('200');
});

test('bad input is answered field by field', async () => {
  const create = (change: object) => bed.call('create', 'culture', { body: { ...newActivity(), ...change } });
  const cases: [object, string][] = [
    [{ title: ' ' }, 'title field.required'],
    [{ title: '字'.repeat(61) }, 'title text.too_long'],
    [{ category: 'party' }, 'category field.choice'],
    [{ audience: { who: 'children', fromAge: 12, toAge: 6 } }, 'audience.toAge programme.ages_order'],
    [{ audience: { who: 'children', fromAge: -1 } }, 'audience.fromAge field.range'],
    [{ villages: [`${places.otherTown}/370402102201`] }, 'villages.0 programme.village_outside'],
    [{ villages: ['东村'] }, 'villages.0 id.invalid'],
    [{ category: 'online-course' }, 'link programme.link_required'],
    [{ link: 'javascript:alert(1)' }, 'link id.invalid'],
    [{ price: 3 }, 'price field.unknown'],
  ];
  for (const [change, expected] of cases) expect(fieldsOf(await create(change))).toEqual([expected]);
  const draft = await bed.draft();
  const dates = (change: object) =>
    bed.tried('sessions', draft, { rule: thursdays(), place: '广场', ...change });
  const wrongDates: [object, string][] = [
    [{ place: undefined }, 'place programme.place_required'],
    [{ room: 1 }, 'room programme.room_without_venue'],
    [{ rule: thursdays({ weekdays: [8] }) }, 'rule.weekdays.0 field.range'],
    [{ rule: thursdays({ weekdays: [] }) }, 'rule.weekdays field.required'],
    [{ rule: thursdays({ from: '2026-02-30' }) }, 'rule.from date.invalid'],
    [{ rule: thursdays({ times: [{ from: '25:00', to: '26:00' }] }) }, 'rule.times.0.from time.invalid'],
    [{ rule: thursdays({ from: '2026-11-01' }) }, 'rule.from programme.session_past'],
    [{ rule: thursdays({ until: '2028-12-01' }) }, 'rule.until programme.session_far'],
  ];
  for (const [change, expected] of wrongDates) expect(fieldsOf(await dates(change))[0]).toBe(expected);
  expect(outcome(await dates({ venue: 'AAAA234567' }))).toMatch(/^4(00|22) /);
  const enrolment = (change: object) => bed.tried('enrolment', draft, terms(change));
  for (const capacity of [0, -5, 2.5, 5001, 1e12]) {
    expect(fieldsOf(await enrolment({ capacity }))).toEqual(['capacity field.range']);
  }
  expect(fieldsOf(await enrolment({ party: 5 }))).toEqual(['party programme.party_large']);
  expect(fieldsOf(await enrolment({ opensAt: '2026-12-01T08:00:00+08:00' }))).toEqual([
    'opensAt programme.opens_late',
  ]);
});

test('an activity is published once, and not without a date still ahead', async () => {
  const bare = await bed.call('create', 'culture', { body: newActivity() });
  const activity = String(fieldIn(bare.body, 'activity'));
  expect(outcome(await bed.tried('publication', activity))).toBe('409 programme.no_sessions');
  const published = await bed.published();
  expect(outcome(await bed.tried('publication', published))).toBe('409 programme.not_draft');
  const rule = thursdays({ until: '2028-11-01', weekdays: [1, 2] });
  expect(fieldsOf(await bed.tried('sessions', published, { rule, place: '广场' }))).toEqual([
    'rule.until programme.too_many_dates',
  ]);
  const many = thursdays({ until: '2027-03-25', weekdays: [1, 2, 3, 4, 5, 6, 7] });
  expect(outcome(await bed.tried('sessions', published, { rule: many, place: '广场' }))).toBe(
    '409 programme.sessions_full',
  );
  const venue = await bed.venue();
  const inRoom = { venue, room: 1, rule: { ...many, until: '2027-01-30' } };
  expect(outcome(await bed.tried('sessions', published, inRoom))).toBe('422 programme.too_much_at_once');
  expect(outcome(await bed.tried('sessions', published, { ...inRoom, room: 9 }))).toBe(
    '422 programme.room_unknown',
  );
});

test('whoever keeps another town changes nothing here, and two changes at once do not overwrite each other', async () => {
  const activity = await bed.draft();
  const { version } = await bed.read(activity);
  const params = { activity };
  const call = { params, body: details(), ifMatch: version };
  expect(outcome(await bed.call('details', 'stranger', call))).toBe('403 access.scope');
  expect(outcome(await bed.call('create', 'stranger', { body: newActivity() }))).toBe('403 access.scope');
  const answers = await Promise.all([
    bed.call('details', 'culture', { ...call, body: { ...details(), title: '甲' } }),
    bed.call('details', 'culture', { ...call, body: { ...details(), title: '乙' } }),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
});

test('the same request twice makes one activity, and the same dates once', async () => {
  const key = newKey();
  const [first, again] = [
    await bed.call('create', 'culture', { body: newActivity(), key }),
    await bed.call('create', 'culture', { body: newActivity(), key }),
  ];
  expect(fieldIn(again.body, 'activity')).toBe(fieldIn(first.body, 'activity'));
  const activity = String(fieldIn(first.body, 'activity'));
  const dates = {
    params: { activity },
    body: { rule: thursdays(), place: '广场' },
    ifMatch: 1,
    key: newKey(),
  };
  await bed.call('sessions', 'culture', dates);
  const repeated = await bed.call('sessions', 'culture', dates);
  expect(repeated.status).toBe(200);
  expect((await bed.read(activity)).sessions).toHaveLength(4);
});

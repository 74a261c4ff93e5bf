import { attendanceSubject } from '../../functions/bookings/bookings-lists.store.ts';
import type { Held } from '../../functions/bookings/enrolments.states.ts';
import { enrolmentType, personKey } from '../../functions/bookings/enrolments.store.ts';
import { placesKey, standInLine } from '../../functions/bookings/line.store.ts';
import { roomBookingType, slotsTaken } from '../../functions/bookings/rooms.store.ts';
import { nowPeriod } from '../../functions/platform/ledger/counters.ts';
import { countKey } from '../../functions/platform/ledger/projections.ts';
import { referenceFrom } from '../../functions/platform/runtime/ids.ts';
import type { Item } from '../../functions/platform/runtime/store.ts';
import { addMinutes, type Instant, parseInstant } from '../../functions/platform/runtime/time.ts';
import { whatsOnList } from '../../functions/programme/programme.lists.ts';
import { listedSessionProjector } from '../../functions/programme/programme.projector.ts';
import type { Activity } from '../../functions/programme/programme.states.ts';
import { activityType } from '../../functions/programme/programme.store.ts';
import { claimSlots } from '../../functions/venues/room-slots.usecases.ts';
import { places } from '../support/district.ts';
import {
  confirmedEnrolment,
  due,
  enrolmentIn,
  listedSession,
  type Matter,
  requestedRoom,
} from './checks.templates.ts';
import { idsFor, listItems, recordItem } from './seeds.records.ts';

const officer = { id: 'seed', name: '文化站 一' };
const day = 24 * 60;

/** Whose it is: by the keyed hashes its claims stand under. */
const personItem = (kind: string, id: string): Item => ({
  ...personKey(kind, id),
  ...{ name: 'sealed', phone: 'sealed', marks: { phone: `phone of ${id}`, person: `person of ${id}` } },
});

/** Published, with one session and a line in which a place is held for a day. */
const courseAt = (id: string, from: Instant, capacity: number): Item =>
  recordItem<Activity>(activityType, id, {
    ...{
      state: 'published',
      category: 'course',
      level: 'village',
      title: '书法公益培训班',
      summary: '零基础',
    },
    ...{ audience: { who: 'everyone' }, organiser: { path: places.village, name: '东村文化服务中心' } },
    ...{ node: places.village, villages: [], photos: [], lastNo: 1 },
    enrolment: {
      ...{ per: 'whole', capacity, opensAt: addMinutes(from, -9 * day), closes: 60, cutoff: 60 },
      ...{ perPhone: 4, party: 10, waiting: true, hold: 24 },
    },
    sessions: [{ no: 1, state: 'planned', from, to: addMinutes(from, 60), place: '二楼书画室' }],
    ...{ createdAt: addMinutes(from, -9 * day), createdBy: officer, publishedAt: addMinutes(from, -9 * day) },
  });

const roomItems = (id: string, startsAt: Instant): Item[] => {
  // A room each: of one room no two could be asked for at the same time.
  const booking = requestedRoom(startsAt, referenceFrom(`venue of ${id}`));
  const slots = claimSlots(slotsTaken(id, booking), 'taken').flatMap(({ write }) =>
    'Put' in write && write.Put.Item ? [write.Put.Item] : [],
  );
  return [recordItem(roomBookingType, id, booking), personItem(roomBookingType.kind, id), ...slots];
};

/** A third of what a run looks at; the last third has the rest. */
const third = Math.floor(due / 3);

const heldUntil = (activity: string, number: number, from: Instant, until: Instant): Held => ({
  ...enrolmentIn(activity, number, from),
  ...{ state: 'held', placedAt: addMinutes(until, -day), heldUntil: until },
});

/** Requests, held places and attendance nobody saw to. */
export const lateBookings = (): Matter => {
  const now = parseInstant('2026-12-08T10:20:00+08:00');
  const soon = addMinutes(now, 60);
  const [activity = ''] = idsFor('late activity', 1);
  const sessions = idsFor('uncounted', due - 2 * third).flatMap((id) =>
    listItems(
      listedSessionProjector,
      `${id}.1`,
      listedSession(id, addMinutes(now, -3 * day)),
      whatsOnList(places.district),
    ).slice(0, 1),
  );
  return {
    ...{ schedule: 'booking-late', now, of: 'requests, held places and sessions' },
    ...{ examined: due, found: due },
    items: [
      ...idsFor('undecided', third).flatMap((id) => roomItems(id, soon)),
      ...idsFor('long held', third).map((id, n) =>
        recordItem(
          enrolmentType,
          id,
          heldUntil(activity, n + 1, addMinutes(now, 5 * day), addMinutes(now, -120)),
        ),
      ),
      ...sessions,
    ],
  };
};

/** Half of them did not come to a session somebody was checked in to, half are rooms that begin undecided. */
export const careOfBookings = (): Matter => {
  const now = parseInstant('2026-12-08T11:00:00+08:00');
  const [activity = ''] = idsFor('attended activity', 1);
  const absent = idsFor('absent', due / 2);
  return {
    ...{ schedule: 'booking-care', now, of: 'people of a session that is over, and undecided rooms' },
    ...{ examined: due, found: due },
    items: [
      courseAt(activity, addMinutes(now, -120), absent.length),
      { PK: countKey(attendanceSubject(`${activity}.1`)), SK: nowPeriod, came: 3 },
      ...absent.flatMap((id, n) => [
        recordItem(enrolmentType, id, confirmedEnrolment(activity, n + 1, now)),
        personItem(enrolmentType.kind, id),
      ]),
      ...idsFor('begun', due / 2).flatMap((id) => roomItems(id, addMinutes(now, -30))),
    ],
  };
};

/** Courses whose places are all held for people who did not accept, with as many people waiting behind them. */
const courses = 10;

export const heldPlaces = (): Matter => {
  const now = parseInstant('2026-12-08T11:01:00+08:00');
  const from = addMinutes(now, 5 * day);
  const perCourse = due / courses;
  const items = idsFor('full activity', courses).flatMap((activity): Item[] => {
    const held = idsFor(`held of ${activity}`, perCourse);
    const waiting = idsFor(`waiting of ${activity}`, perCourse);
    return [
      courseAt(activity, from, perCourse),
      { ...placesKey(activity), capacity: perCourse, taken: perCourse, settled: perCourse, version: 1 },
      ...held.flatMap((id, n) => [
        recordItem(enrolmentType, id, heldUntil(activity, n + 1, from, addMinutes(now, -1))),
        personItem(enrolmentType.kind, id),
      ]),
      ...waiting.flatMap((id, n): Item[] => {
        const state = { state: 'waiting' as const, ...enrolmentIn(activity, perCourse + n + 1, from) };
        const { number, places: wanted, enrolledAt: at, until } = state;
        const { write } = standInLine(
          { offer: activity, until },
          { n: number, enrolment: id, places: wanted, at },
          false,
        );
        const line = 'Put' in write && write.Put.Item ? [write.Put.Item] : [];
        return [recordItem(enrolmentType, id, state), personItem(enrolmentType.kind, id), ...line];
      }),
    ];
  });
  return {
    ...{ schedule: 'booking-line', now, items, examined: due, found: due },
    of: 'held places nobody accepted, each given to the next in line',
  };
};

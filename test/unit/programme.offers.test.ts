import * as v from 'valibot';
import { expect, test } from 'vitest';
import { lineHasEnded, offerStateAt } from '../../functions/bookings/offers.rules.ts';
import { addMinutes, parseInstant } from '../../functions/platform/runtime/time.ts';
import { offerOf, offersOf } from '../../functions/programme/offers.rules.ts';
import {
  type Activity,
  activitySchema,
  type Session,
  sessionSchema,
} from '../../functions/programme/programme.states.ts';

const opensAt = parseInstant('2026-11-23T08:00:00+08:00');
const starts = parseInstant('2026-11-26T19:30:00+08:00');
const session = (no: number, change: object = {}): Session => {
  const from = addMinutes(starts, (no - 1) * 7 * 24 * 60);
  return v.parse(sessionSchema, {
    ...{ state: 'planned', no, from, to: addMinutes(from, 90), place: '书画室' },
    ...change,
  });
};
const calledOff = { state: 'cancelled', cancelled: { at: opensAt, reason: '停电' } } as const;

const terms = {
  ...{ capacity: 20, opensAt, closes: 60, cutoff: 120 },
  ...{ perPhone: 4, party: 3, waiting: true, hold: 12 },
};
const course = (change: object = {}): Activity =>
  v.parse(activitySchema, {
    ...{ state: 'published', publishedAt: opensAt, category: 'course', level: 'village', title: '书法' },
    ...{ summary: '', audience: { who: 'everyone' }, organiser: { path: '370402', name: '文化馆' } },
    ...{ node: '370402/370402101', villages: [], createdAt: opensAt, createdBy: { id: 'A', name: '王' } },
    ...{ photos: [], enrolment: { per: 'whole', ...terms }, sessions: [session(1), session(2)], lastNo: 2 },
    ...change,
  });

test('a course with places as a whole is one offer over all its dates', () => {
  expect(offersOf('AAAA234567', course())).toEqual([
    {
      ...{ offer: 'AAAA234567', activity: 'AAAA234567', title: '书法', node: '370402/370402101' },
      ...{ calledOff: false, capacity: 20, opensAt, closesAt: addMinutes(starts, -60) },
      ...{ cutoffAt: addMinutes(starts, -120), from: starts, until: session(2).to },
      ...{ perPhone: 4, party: 3, hasWaitingList: true, holdHours: 12 },
      dates: [
        { no: 1, from: session(1).from, to: session(1).to, place: '书画室', calledOff: false },
        { no: 2, from: session(2).from, to: session(2).to, place: '书画室', calledOff: false },
      ],
    },
  ]);
});

test('with its first date cancelled a course begins with its second, and enrolling goes on until then', () => {
  const [offer] = offersOf('AAAA234567', course({ sessions: [session(1, calledOff), session(2)] }));
  expect(offer).toMatchObject({ from: session(2).from, calledOff: false });
  expect(offer && offerStateAt({ version: 1, ...offer }, starts)).toBe('open');
});

test('dates with places of their own are an offer each; a cancelled one is called off by itself', () => {
  const series = course({
    enrolment: { per: 'session', ...terms },
    sessions: [session(1, calledOff), session(2)],
  });
  expect(
    offersOf('AAAA234567', series).map(({ offer, from, calledOff: isOff }) => [offer, from, isOff]),
  ).toEqual([
    ['AAAA234567.1', session(1).from, true],
    ['AAAA234567.2', session(2).from, false],
  ]);
  expect(offerOf('AAAA234567', series, 'AAAA234567')).toBeUndefined();
});

test('a course all of whose dates are cancelled is called off, and its line ends', () => {
  const sessions = [session(1, calledOff), session(2, calledOff)];
  const [offer] = offersOf('AAAA234567', course({ sessions }));
  expect(offer).toMatchObject({ calledOff: true, from: session(1).from, until: session(2).to });
  expect(offer && lineHasEnded({ version: 1, ...offer }, opensAt)).toBe(true);
});

test('what is over keeps its offers for those who enrolled; a draft, and one given up as a draft, have none', () => {
  const by = { id: 'A', name: '王' };
  const over = { at: opensAt, by, reason: '停办' };
  expect(offersOf('A', course({ state: 'ended', over }))).toHaveLength(1);
  expect(offersOf('A', course({ state: 'cancelled', over }))).toMatchObject([{ calledOff: true }]);
  expect(offersOf('A', course({ state: 'cancelled', over, publishedAt: undefined }))).toEqual([]);
  expect(offersOf('A', course({ state: 'draft' }))).toEqual([]);
});

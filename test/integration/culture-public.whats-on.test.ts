import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCalendars } from '../../functions/calendar/calendar.usecases.ts';
import { referenceFrom } from '../../functions/platform/runtime/ids.ts';
import { whatsOnSchema } from '../../functions/programme/culture-public.views.ts';
import { type Looking, lookingAt } from '../support/culture.ts';
import { places } from '../support/district.ts';
import { outcome } from '../support/issues.ts';
import { openProgramme, type ProgrammeBed, terms, thursdays } from '../support/programme.ts';

let bed: ProgrammeBed;
let seen: Looking;
let venue: string;
let course: string;
let draft: string;
beforeAll(async () => {
  bed = await openProgramme();
  seen = lookingAt(bed.core, createCalendars(bed.core));
  venue = await bed.venue();
  draft = await bed.draft({ title: '还没有公布' });
  course = await bed.published(terms(), { venue }, { node: places.town, villages: [places.village] });
  await bed.change('cancelSession', course, { reason: '老师生病' }, 2);
  await bed.follow(course);
  await bed.project();
});
afterAll(() => bed[Symbol.asyncDispose]());

const whatsOn = async (query: Readonly<Record<string, string>>) => {
  const { body } = await seen.look('whatsOn', { query });
  return v.parse(whatsOnSchema, body);
};
const numbers = async (query: Readonly<Record<string, string>>) =>
  (await whatsOn(query)).rows.map(({ no }) => no);

describe("what's on", () => {
  test('is every planned date of what was published, where it counts, above it, and where it is for', async () => {
    for (const node of [places.village, places.town, places.district]) {
      const { rows } = await whatsOn({ node });
      expect(rows.map(({ activity, no }) => [activity, no])).toEqual([
        [course, 1],
        [course, 3],
        [course, 4],
      ]);
    }
    expect(await numbers({ node: places.secondVillage })).toEqual([]);
  });

  test('can be asked for some days; both are in it, and an end before its beginning is named', async () => {
    const node = places.town;
    expect(await numbers({ node, from: '2026-11-27' })).toEqual([3, 4]);
    expect(await numbers({ node, from: '2026-11-26', until: '2026-11-26' })).toEqual([1]);
    expect(await numbers({ node, until: '2026-12-10' })).toEqual([1, 3]);
    expect(await numbers({ node, from: '2020-01-01', until: '2020-12-31' })).toEqual([]);
    expect(await numbers({ node, from: '2099-01-01' })).toEqual([]);
    const wrong = await seen.look('whatsOn', { query: { node, from: '2026-12-02', until: '2026-12-01' } });
    expect(wrong).toMatchObject({ status: 400, body: { errors: [{ path: 'until', code: 'field.range' }] } });
    const noDay = await seen.look('whatsOn', { query: { node, from: '2026-02-30' } });
    expect(noDay).toMatchObject({ status: 400, body: { errors: [{ path: 'from' }] } });
    const forged = await seen.look('whatsOn', { query: { node, cursor: 'x'.repeat(60) } });
    expect(outcome(forged)).toBe('400 request.cursor_invalid');
  });

  test('is kept by anybody for a minute and names no person', async () => {
    const { headers, body } = await seen.look('whatsOn', { query: { node: places.town } });
    expect(headers['cache-control']).toBe('public, max-age=60');
    expect(JSON.stringify(body)).not.toMatch(/"(by|createdBy|people)"/);
  });

  test('at a venue has what was called off, with the reason', async () => {
    const { body } = await seen.look('venueSessions', { params: { venue } });
    expect(v.parse(whatsOnSchema, body).rows.map(({ no, state, reason }) => [no, state, reason])).toEqual([
      [1, 'planned', undefined],
      [2, 'cancelled', '老师生病'],
      [3, 'planned', undefined],
      [4, 'planned', undefined],
    ]);
  });
});

describe('an activity', () => {
  test('shows its dates, what became of each, and what to enrol for', async () => {
    const { status, body } = await seen.look('activity', { params: { activity: course } });
    expect({ status, body }).toMatchObject({
      status: 200,
      body: {
        ...{ activity: course, state: 'published', title: '书法公益培训班', teacher: '李老师' },
        enrolment: { per: 'whole', capacity: 20 },
        sessions: [
          { no: 1, state: 'planned', venue, offer: course },
          { no: 2, state: 'cancelled', cancelled: { reason: '老师生病' } },
          { no: 3 },
          { no: 4 },
        ],
      },
    });
    expect(JSON.stringify(body)).not.toMatch(/"(by|createdBy|recorded|people)"/);
  });

  test('that is a draft, or was given up as one, is not there for anybody', async () => {
    const looked = async () => outcome(await seen.look('activity', { params: { activity: draft } }));
    expect(await looked()).toBe('404 programme.not_found');
    await bed.change('cancellation', draft, { reason: '不办了' });
    expect(await looked()).toBe('404 programme.not_found');
    const feed = await seen.look('activityFeed', { params: { activity: draft } });
    expect(outcome(feed)).toBe('404 programme.not_found');
  });

  test('with places for each date names the offer of each', async () => {
    const each = await bed.published(terms({ per: 'session' }), { rule: thursdays({ until: '2026-11-26' }) });
    const { body } = await seen.look('activity', { params: { activity: each } });
    expect(body).toMatchObject({ sessions: [{ no: 1, offer: `${each}.1` }] });
  });
});

describe('a calendar to subscribe to', () => {
  const uids = (text: string): string[] => [...text.matchAll(/UID:(\S+)/g)].map(([, uid = '']) => uid);

  test('of a venue and of an activity has all dates, those called off as cancelled; of a place what is to come', async () => {
    const ofVenue = await seen.feed('venueFeed', { params: { venue } });
    const ofActivity = await seen.feed('activityFeed', { params: { activity: course } });
    const all = [1, 2, 3, 4].map((no) => `${course}.${no}@huimin`);
    for (const text of [ofVenue, ofActivity]) {
      expect(uids(text)).toEqual(all);
      expect(text.match(/STATUS:CANCELLED/g)).toHaveLength(1);
    }
    const here = uids(await seen.feed('whatsOnFeed', { query: { node: places.village } }));
    expect(here).toEqual(all.filter((uid) => !uid.includes('.2@')));
  });

  test('says the same of a date wherever it is read, and counts on when the date is moved', async () => {
    const moved = await bed.published(undefined, { venue, rule: thursdays({ until: '2026-11-26' }) });
    const look = async (): Promise<string> => {
      await bed.follow(moved);
      await bed.project();
      return seen.feed('activityFeed', { params: { activity: moved } });
    };
    const eventOf = (text: string): string =>
      /BEGIN:VEVENT(?:(?!BEGIN:VEVENT)[\s\S])*?END:VEVENT/.exec(
        text.slice(text.lastIndexOf('BEGIN:VEVENT', text.indexOf(`UID:${moved}`))),
      )?.[0] ?? '';
    const before = eventOf(await look());
    expect(before).toContain('SEQUENCE:0');
    bed.platform.clock.advance(1);
    const [to, from] = ['2026-11-28T12:00:00+08:00', '2026-11-28T10:00:00+08:00'];
    await bed.change('move', moved, { from, to, venue, reason: '停电' }, 1);
    const after = eventOf(await look());
    expect(after).toContain('SEQUENCE:1');
    expect(after).toContain('DTSTART:20261128T020000Z');
    expect(eventOf(await seen.feed('venueFeed', { params: { venue } }))).toBe(after);
  });

  test('of what is not there is refused in words, not as an empty calendar', async () => {
    const unknown = referenceFrom('nothing of ours');
    expect(outcome(await seen.look('venueFeed', { params: { venue: unknown } }))).toBe('404 venue.not_found');
    expect(outcome(await seen.look('activityFeed', { params: { activity: unknown } }))).toBe(
      '404 programme.not_found',
    );
    const rubbish = await seen.look('whatsOnFeed', { query: { node: '../../etc/passwd' } });
    expect(rubbish).toMatchObject({ status: 400, body: { errors: [{ path: 'node', code: 'id.invalid' }] } });
    const { headers } = await seen.look('whatsOnFeed', { query: { node: places.town } });
    expect(headers).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'public, max-age=300',
    });
  });
});

import * as v from 'valibot';
import { expect, test } from 'vitest';
import { workingCalendar } from '../../functions/calendar/calendar.rules.ts';
import { deletedText } from '../../functions/platform/contract/masks.ts';
import { PhotoIdSchema } from '../../functions/platform/photos/photo.contract.ts';
import { parseInstant, parseLocalDate } from '../../functions/platform/runtime/time.ts';
import {
  anonymousSupervision,
  supervisionKeptUntil,
} from '../../functions/supervision/supervision.retention.ts';
import { careFor, drawList, drawRandom, enter } from '../../functions/supervision/supervision.rules.ts';
import type { SupervisionList } from '../../functions/supervision/supervision.states.ts';

test('anybody draws the same few again from the seed, whatever the order and however often one is named', () => {
  const population = ['A', 'B', 'C', 'D', 'E', 'F'];
  const drawn = drawRandom('seed', population);
  expect(drawn).toHaveLength(3);
  expect(drawRandom('seed', [...population, 'A'].reverse())).toEqual(drawn);
  expect(drawRandom('another', population)).not.toEqual(drawn);
});

test('whoever looked at it on the spot shows it; who called or read need not', () => {
  const now = parseInstant('2026-11-20T10:00:00+08:00');
  const by = { id: 'S1', name: '李督' };
  const list: SupervisionList = {
    ...{ state: 'open', date: parseLocalDate('2026-11-20'), node: '370402', drawnAt: now, seed: 's' },
    items: [{ issue: 'A', reasons: ['overdue'], place: '370402', taken: { by, at: now } }],
    ...{ found: { overdue: 1 }, population: [], missed: [], dueAt: now, provisional: false },
  };
  const said = { verdict: 'resolved', text: '路灯亮了。' } as const;
  const photos = [v.parse(PhotoIdSchema, 'ab12')];
  expect(enter(list, 'A', { ...said, way: 'site', photos: [] }, { by, now })).toEqual({
    refusal: 'supervision.photos_needed',
  });
  expect(enter(list, 'A', { ...said, way: 'site', photos }, { by, now })).toMatchObject({
    next: { state: 'seen', items: [{ entry: { way: 'site', photos } }] },
  });
  expect(enter(list, 'A', { ...said, way: 'call', photos: [] }, { by, now })).toMatchObject({
    next: { state: 'seen' },
  });
});

test('by when a list is looked at moves with the calendar, nobody is late on a day off, and late stays late', () => {
  const at = (text: string) => parseInstant(`${text}+08:00`);
  const days = { holidays: [], makeUpDays: [], source: '通知' };
  const calendar = workingCalendar([{ year: 2026, version: 'a', ...days }]);
  const monday = [parseLocalDate('2026-11-23')];
  const monday23off = workingCalendar([{ year: 2026, version: 'b', ...days, holidays: monday }]);
  const saturday = [parseLocalDate('2026-11-21')];
  const saturday21on = workingCalendar([{ year: 2026, version: 'c', ...days, makeUpDays: saturday }]);
  const issue = { issue: 'A', place: '370402' };
  const sources = { overdue: [issue], unowned: [], returned: [], dissatisfied: [], random: [] };
  const drawing = { node: '370402', sources, seed: 's', before: undefined };
  const { next: list } = drawList(drawing, calendar, at('2026-11-20T08:00:00'));
  const overOnMonday = at('2026-11-24T00:00:00');
  expect(list.dueAt).toBe(overOnMonday);

  expect(careFor(list, calendar, at('2026-11-23T23:59:59'))).toBeUndefined();
  expect(careFor(list, monday23off, overOnMonday)).toMatchObject({
    next: { state: 'open', dueAt: at('2026-11-25T00:00:00'), items: list.items },
    events: [{ type: 'deadline-recomputed', data: { from: overOnMonday } }],
  });
  const late = careFor(list, saturday21on, at('2026-11-23T08:00:00'));
  expect(late).toMatchObject({
    next: { state: 'late', dueAt: at('2026-11-22T00:00:00') },
    events: [{ type: 'deadline-recomputed' }, { type: 'late', data: { left: 1 } }],
  });
  if (!late || 'refusal' in late) throw new Error('it is late');
  expect(careFor(late.next, monday23off, overOnMonday)).toBeUndefined();
});

test('three years after its day a list keeps why, by whom and the verdict, without photos and what was seen', () => {
  const now = parseInstant('2026-11-20T10:00:00+08:00');
  const by = { id: 'S1', name: '李督' };
  const entry = { by, at: now, way: 'site', verdict: 'partly', text: '三楼王家门口的灯亮了。' } as const;
  const photos = [v.parse(PhotoIdSchema, 'ab12')];
  const seen: SupervisionList = {
    ...{ state: 'seen', date: parseLocalDate('2026-11-20'), node: '370402', drawnAt: now, seed: 's' },
    items: [{ issue: 'A', reasons: ['overdue'], place: '370402', entry: { ...entry, photos } }],
    ...{ found: { overdue: 1 }, population: [], missed: [], dueAt: now, provisional: false, seenAt: now },
  };
  const until = parseInstant('2029-11-21T00:00:00+08:00');
  expect(supervisionKeptUntil(seen)).toBe(until);
  const gone = anonymousSupervision(seen, until);
  expect(gone.items).toEqual([{ ...seen.items[0], entry: { ...entry, text: deletedText, photos: [] } }]);
  expect(supervisionKeptUntil(gone)).toBeUndefined();
  const { seenAt: _, ...rest } = seen;
  expect(supervisionKeptUntil({ ...rest, state: 'open' })).toBeUndefined();
});

import * as v from 'valibot';
import { expect, test } from 'vitest';
import { PhotoIdSchema } from '../../functions/platform/photos/photo.contract.ts';
import { parseInstant, parseLocalDate } from '../../functions/platform/runtime/time.ts';
import { drawRandom, enter } from '../../functions/supervision/supervision.rules.ts';
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

import { beforeAll, expect, test } from 'vitest';
import { defineWords, setLanguage } from '../../web/src/lib/i18n/i18n.ts';

const words = defineWords({
  'zh-CN': async () => ({
    words: { by: '应在 {day} 前办结', opens: '{day} {time} 开门', of: '{n} 件' },
  }),
  en: async () => ({
    words: { by: 'due by {day}', opens: 'opens {day} {time}', of: '{n} {n:issue|issues}' },
  }),
});
beforeAll(() => words.load());

test('beside the wide punctuation of Chinese there is no space', async () => {
  await setLanguage('zh-CN');
  expect(words.t('by', { day: '11-30' })).toBe('应在 11-30 前办结');
  expect(words.t('by', { day: '11月30日（周一）' })).toBe('应在 11月30日（周一）前办结');
  expect(words.t('opens', { day: '11月30日（周一）', time: '09:00' })).toBe('11月30日（周一）09:00 开门');
  expect(words.t('of', { n: 3 })).toBe('3 件');
});

test('a word goes by its number', async () => {
  await setLanguage('en');
  expect([0, 1, '1', 21].map((n) => words.t('of', { n }))).toEqual([
    '0 issues',
    '1 issue',
    '1 issue',
    '21 issues',
  ]);
});

test('other languages keep their spaces, and a place nobody filled stays as it is', async () => {
  await setLanguage('en');
  expect(words.t('by', { day: 'Mon 30 Nov' })).toBe('due by Mon 30 Nov');
  expect(words.find('opens', { day: '今天' })).toBe('opens 今天 {time}');
});

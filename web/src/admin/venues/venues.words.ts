import { defineWords } from '../../lib/i18n/i18n.ts';
import { defineProblemWords } from '../messages/messages.words.ts';

export const venuesWords = defineWords({
  'zh-CN': () => import('./venues.zh.ts'),
  en: () => import('./venues.en.ts'),
});

export const venueProblemWords = defineProblemWords({
  'zh-CN': () => import('./venues.problems.zh.ts'),
  en: () => import('./venues.problems.en.ts'),
});

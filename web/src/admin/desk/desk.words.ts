import { defineWords } from '../../lib/i18n/i18n.ts';
import { defineProblemWords } from '../messages/messages.words.ts';

export const deskWords = defineWords({
  'zh-CN': () => import('./desk.zh.ts'),
  en: () => import('./desk.en.ts'),
});

export const reportsWords = defineWords({
  'zh-CN': () => import('./reports.zh.ts'),
  en: () => import('./reports.en.ts'),
});

export const deskProblemWords = defineProblemWords({
  'zh-CN': () => import('./desk.problems.zh.ts'),
  en: () => import('./desk.problems.en.ts'),
});

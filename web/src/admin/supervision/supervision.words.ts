import { defineWords } from '../../lib/i18n/i18n.ts';
import { defineProblemWords } from '../messages/messages.words.ts';

export const supervisionWords = defineWords({
  'zh-CN': () => import('./supervision.zh.ts'),
  en: () => import('./supervision.en.ts'),
});

export const supervisionProblemWords = defineProblemWords({
  'zh-CN': () => import('./supervision.problems.zh.ts'),
  en: () => import('./supervision.problems.en.ts'),
});

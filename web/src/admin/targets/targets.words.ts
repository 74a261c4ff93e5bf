import { defineWords } from '../../lib/i18n/i18n.ts';
import { defineProblemWords } from '../messages/messages.words.ts';

export const targetsWords = defineWords({
  'zh-CN': () => import('./targets.zh.ts'),
  en: () => import('./targets.en.ts'),
});

export const targetProblemWords = defineProblemWords({
  'zh-CN': () => import('./targets.problems.zh.ts'),
  en: () => import('./targets.problems.en.ts'),
});

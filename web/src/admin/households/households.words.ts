import { defineWords } from '../../lib/i18n/i18n.ts';
import { defineProblemWords } from '../messages/messages.words.ts';

export const householdsWords = defineWords({
  'zh-CN': () => import('./households.zh.ts'),
  en: () => import('./households.en.ts'),
});

export const householdProblemWords = defineProblemWords({
  'zh-CN': () => import('./households.problems.zh.ts'),
  en: () => import('./households.problems.en.ts'),
});

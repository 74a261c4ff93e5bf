import { defineWords } from '../../lib/i18n/i18n.ts';
import { defineProblemWords } from '../messages/messages.words.ts';

export const inspectionsWords = defineWords({
  'zh-CN': () => import('./inspections.zh.ts'),
  en: () => import('./inspections.en.ts'),
});

export const inspectionProblemWords = defineProblemWords({
  'zh-CN': () => import('./inspections.problems.zh.ts'),
  en: () => import('./inspections.problems.en.ts'),
});

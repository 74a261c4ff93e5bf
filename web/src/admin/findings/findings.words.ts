import { defineWords } from '../../lib/i18n/i18n.ts';
import { defineProblemWords } from '../messages/messages.words.ts';

export const findingsWords = defineWords({
  'zh-CN': () => import('./findings.zh.ts'),
  en: () => import('./findings.en.ts'),
});

export const findingProblemWords = defineProblemWords({
  'zh-CN': () => import('./findings.problems.zh.ts'),
  en: () => import('./findings.problems.en.ts'),
});

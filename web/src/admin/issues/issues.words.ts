import { defineWords } from '../../lib/i18n/i18n.ts';
import { defineProblemWords } from '../messages/messages.words.ts';

export const issuesWords = defineWords({
  'zh-CN': () => import('./issues.zh.ts'),
  en: () => import('./issues.en.ts'),
});

export const issueProblemWords = defineProblemWords({
  'zh-CN': () => import('./issues.problems.zh.ts'),
  en: () => import('./issues.problems.en.ts'),
});

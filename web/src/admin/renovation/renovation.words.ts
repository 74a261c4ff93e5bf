import { defineWords } from '../../lib/i18n/i18n.ts';
import { defineProblemWords } from '../messages/messages.words.ts';

/** What all pages of a renovation speak: steps, items, who applies. */
export const renovationWords = defineWords({
  'zh-CN': () => import('./renovation.zh.ts'),
  en: () => import('./renovation.en.ts'),
});

/** One application with what happened to it. */
export const renovationCaseWords = defineWords({
  'zh-CN': () => import('./renovation-case.zh.ts'),
  en: () => import('./renovation-case.en.ts'),
});

/** What can be done with it. */
export const renovationActWords = defineWords({
  'zh-CN': () => import('./renovation-acts.zh.ts'),
  en: () => import('./renovation-acts.en.ts'),
});

/** Money, homes and lots. */
export const renovationMoneyWords = defineWords({
  'zh-CN': () => import('./renovation-money.zh.ts'),
  en: () => import('./renovation-money.en.ts'),
});

export const renovationProblemWords = defineProblemWords({
  'zh-CN': () => import('./renovation.problems.zh.ts'),
  en: () => import('./renovation.problems.en.ts'),
});

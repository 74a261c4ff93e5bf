import { defineWords } from '../../lib/i18n/i18n.ts';
import { defineProblemWords } from '../messages/messages.words.ts';

/** What all pages of a renovation speak: steps, items, who applies. */
export const renovationWords = defineWords({
  'zh-CN': () => import('./renovation.zh.ts'),
  en: () => import('./renovation.en.ts'),
});

export const renovationProblemWords = defineProblemWords({
  'zh-CN': () => import('./renovation.problems.zh.ts'),
  en: () => import('./renovation.problems.en.ts'),
});

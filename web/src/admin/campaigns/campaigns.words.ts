import { defineWords } from '../../lib/i18n/i18n.ts';
import { defineProblemWords } from '../messages/messages.words.ts';

export const campaignsWords = defineWords({
  'zh-CN': () => import('./campaigns.zh.ts'),
  en: () => import('./campaigns.en.ts'),
});

/** Of the pages that say which household is whose. */
export const planWords = defineWords({
  'zh-CN': () => import('./plan.zh.ts'),
  en: () => import('./plan.en.ts'),
});

export const campaignProblemWords = defineProblemWords({
  'zh-CN': () => import('./campaigns.problems.zh.ts'),
  en: () => import('./campaigns.problems.en.ts'),
});

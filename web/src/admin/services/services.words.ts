import { defineWords } from '../../lib/i18n/i18n.ts';
import { defineProblemWords } from '../messages/messages.words.ts';

/** What the pages of all these ledgers speak: a person, consent, history. */
export const servicesWords = defineWords({
  'zh-CN': () => import('./services.zh.ts'),
  en: () => import('./services.en.ts'),
});

export const servicesProblemWords = defineProblemWords({
  'zh-CN': () => import('./services.problems.zh.ts'),
  en: () => import('./services.problems.en.ts'),
});

import { defineWords } from '../../lib/i18n/i18n.ts';
import { defineProblemWords } from '../messages/messages.words.ts';

export const dayLedgersWords = defineWords({
  'zh-CN': () => import('./day-ledgers.zh.ts'),
  en: () => import('./day-ledgers.en.ts'),
});

export const visitProblemWords = defineProblemWords({
  'zh-CN': () => import('./visits.problems.zh.ts'),
  en: () => import('./visits.problems.en.ts'),
});

import { defineWords } from '../../lib/i18n/i18n.ts';
import { defineProblemWords } from '../messages/messages.words.ts';

export const criticismWords = defineWords({
  'zh-CN': () => import('./criticism.zh.ts'),
  en: () => import('./criticism.en.ts'),
});

export const criticismProblemWords = defineProblemWords({
  'zh-CN': () => import('./criticism.problems.zh.ts'),
  en: () => import('./criticism.problems.en.ts'),
});

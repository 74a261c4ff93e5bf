import { defineWords } from '../../lib/i18n/i18n.ts';
import { defineProblemWords } from '../messages/messages.words.ts';

export const figuresWords = defineWords({
  'zh-CN': () => import('./figures.zh.ts'),
  en: () => import('./figures.en.ts'),
});

export const figureProblemWords = defineProblemWords({
  'zh-CN': () => import('./figures.problems.zh.ts'),
  en: () => import('./figures.problems.en.ts'),
});

import { defineWords } from '../../lib/i18n/i18n.ts';
import { defineProblemWords } from '../messages/messages.words.ts';

export const programmeWords = defineWords({
  'zh-CN': () => import('./programme.zh.ts'),
  en: () => import('./programme.en.ts'),
});

export const programmeProblemWords = defineProblemWords({
  'zh-CN': () => import('./programme.problems.zh.ts'),
  en: () => import('./programme.problems.en.ts'),
});

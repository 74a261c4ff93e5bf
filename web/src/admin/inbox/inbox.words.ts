import { defineWords } from '../../lib/i18n/i18n.ts';
import { defineProblemWords } from '../messages/messages.words.ts';

export const inboxWords = defineWords({
  'zh-CN': () => import('./inbox.zh.ts'),
  en: () => import('./inbox.en.ts'),
});

export const inboxProblemWords = defineProblemWords({
  'zh-CN': () => import('./inbox.problems.zh.ts'),
  en: () => import('./inbox.problems.en.ts'),
});

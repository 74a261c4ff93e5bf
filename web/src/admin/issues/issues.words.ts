import { defineWords } from '../../lib/i18n/i18n.ts';

export const issuesWords = defineWords({
  'zh-CN': () => import('./issues.zh.ts'),
  en: () => import('./issues.en.ts'),
});

import { defineWords } from '../../lib/i18n/i18n.ts';

/** What the form's first page says, and what all its pages have in common. */
export const reportStartWords = defineWords({
  'zh-CN': () => import('./report-start.zh.ts'),
  en: () => import('./report-start.en.ts'),
});

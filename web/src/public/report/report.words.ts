import { defineWords } from '../../lib/i18n/i18n.ts';

/** What the pages after the first say. */
export const reportWords = defineWords({
  'zh-CN': () => import('./report.zh.ts'),
  en: () => import('./report.en.ts'),
});

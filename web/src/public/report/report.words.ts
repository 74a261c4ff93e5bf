import { defineWords } from '../../lib/i18n/i18n.ts';

export const reportWords = defineWords({
  'zh-CN': () => import('./report.zh.ts'),
  en: () => import('./report.en.ts'),
});

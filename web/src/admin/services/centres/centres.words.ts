import { defineWords } from '../../../lib/i18n/i18n.ts';

export const centresWords = defineWords({
  'zh-CN': () => import('./centres.zh.ts'),
  en: () => import('./centres.en.ts'),
});

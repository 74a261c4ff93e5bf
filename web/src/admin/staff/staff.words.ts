import { defineWords } from '../../lib/i18n/i18n.ts';

export const staffWords = defineWords({
  'zh-CN': () => import('./staff.zh.ts'),
  en: () => import('./staff.en.ts'),
});

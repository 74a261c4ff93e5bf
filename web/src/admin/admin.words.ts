import { defineWords } from '../lib/i18n/i18n.ts';

/** Words of the desk's shell and of the pages without a noun. */
export const adminWords = defineWords({
  'zh-CN': () => import('./admin.zh.ts'),
  en: () => import('./admin.en.ts'),
});

import { defineWords } from '../../../lib/i18n/i18n.ts';

export const helpsWords = defineWords({
  'zh-CN': () => import('./helps.zh.ts'),
  en: () => import('./helps.en.ts'),
});

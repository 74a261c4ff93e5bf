import { defineWords } from '../../lib/i18n/i18n.ts';

export const apiWords = defineWords({
  'zh-CN': () => import('./api.zh.ts'),
  en: () => import('./api.en.ts'),
});

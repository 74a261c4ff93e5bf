import { defineWords } from '../../lib/i18n/i18n.ts';

export const todayWords = defineWords({
  'zh-CN': () => import('./today.zh.ts'),
  en: () => import('./today.en.ts'),
});

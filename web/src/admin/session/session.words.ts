import { defineWords } from '../../lib/i18n/i18n.ts';

export const sessionWords = defineWords({
  'zh-CN': () => import('./session.zh.ts'),
  en: () => import('./session.en.ts'),
});

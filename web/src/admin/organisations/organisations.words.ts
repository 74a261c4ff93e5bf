import { defineWords } from '../../lib/i18n/i18n.ts';

export const organisationsWords = defineWords({
  'zh-CN': () => import('./organisations.zh.ts'),
  en: () => import('./organisations.en.ts'),
});

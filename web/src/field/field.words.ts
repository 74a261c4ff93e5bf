import { defineWords } from '../lib/i18n/i18n.ts';

/** What the whole field app says. One file for each language: the phone keeps all of it, whatever page is opened. */
export const fieldWords = defineWords({
  'zh-CN': () => import('./field.zh.ts'),
  en: () => import('./field.en.ts'),
});

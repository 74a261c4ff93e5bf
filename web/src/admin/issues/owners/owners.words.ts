import { defineWords } from '../../../lib/i18n/i18n.ts';

export const ownersWords = defineWords({
  'zh-CN': () => import('./owners.zh.ts'),
  en: () => import('./owners.en.ts'),
});

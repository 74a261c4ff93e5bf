import { defineWords } from '../../../lib/i18n/i18n.ts';

export const donationsWords = defineWords({
  'zh-CN': () => import('./donations.zh.ts'),
  en: () => import('./donations.en.ts'),
});

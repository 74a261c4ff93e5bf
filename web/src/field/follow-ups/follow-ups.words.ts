import { defineWords } from '../../lib/i18n/i18n.ts';

export const followUpsWords = defineWords({
  'zh-CN': () => import('./follow-ups.zh.ts'),
  en: () => import('./follow-ups.en.ts'),
});

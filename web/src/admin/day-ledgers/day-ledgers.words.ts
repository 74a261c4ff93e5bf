import { defineWords } from '../../lib/i18n/i18n.ts';

export const dayLedgersWords = defineWords({
  'zh-CN': () => import('./day-ledgers.zh.ts'),
  en: () => import('./day-ledgers.en.ts'),
});

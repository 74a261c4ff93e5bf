import { defineWords } from '../../lib/i18n/i18n.ts';

export const runsWords = defineWords({
  'zh-CN': () => import('./runs.zh.ts'),
  en: () => import('./runs.en.ts'),
});

import { defineWords } from '../../lib/i18n/i18n.ts';

export const trackWords = defineWords({
  'zh-CN': () => import('./track.zh.ts'),
  en: () => import('./track.en.ts'),
});

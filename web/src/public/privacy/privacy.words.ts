import { defineWords } from '../../lib/i18n/i18n.ts';

export const privacyWords = defineWords({
  'zh-CN': () => import('./privacy.zh.ts'),
  en: () => import('./privacy.en.ts'),
});

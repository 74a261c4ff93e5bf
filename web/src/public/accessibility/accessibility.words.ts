import { defineWords } from '../../lib/i18n/i18n.ts';

export const accessibilityWords = defineWords({
  'zh-CN': () => import('./accessibility.zh.ts'),
  en: () => import('./accessibility.en.ts'),
});

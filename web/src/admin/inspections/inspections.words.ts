import { defineWords } from '../../lib/i18n/i18n.ts';

export const inspectionsWords = defineWords({
  'zh-CN': () => import('./inspections.zh.ts'),
  en: () => import('./inspections.en.ts'),
});

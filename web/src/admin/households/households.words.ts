import { defineWords } from '../../lib/i18n/i18n.ts';

export const householdsWords = defineWords({
  'zh-CN': () => import('./households.zh.ts'),
  en: () => import('./households.en.ts'),
});

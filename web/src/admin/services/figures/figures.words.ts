import { defineWords } from '../../../lib/i18n/i18n.ts';

export const serviceFiguresWords = defineWords({
  'zh-CN': () => import('./figures.zh.ts'),
  en: () => import('./figures.en.ts'),
});

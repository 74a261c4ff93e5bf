import { defineWords } from '../../lib/i18n/i18n.ts';

export const calendarWords = defineWords({
  'zh-CN': () => import('./calendar.zh.ts'),
  en: () => import('./calendar.en.ts'),
});

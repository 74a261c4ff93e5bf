import { defineWords } from '../../../lib/i18n/i18n.ts';

export const eventsWords = defineWords({
  'zh-CN': () => import('./events.zh.ts'),
  en: () => import('./events.en.ts'),
});

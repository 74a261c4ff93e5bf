import { defineWords } from '../../lib/i18n/i18n.ts';

/** What fields and the service can object to. */
export const messageWords = defineWords({
  'zh-CN': () => import('./messages.zh.ts'),
  en: () => import('./messages.en.ts'),
});

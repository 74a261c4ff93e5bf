import { defineWords } from '../../lib/i18n/i18n.ts';

export const retentionWords = defineWords({
  'zh-CN': () => import('./retention.zh.ts'),
  en: () => import('./retention.en.ts'),
});

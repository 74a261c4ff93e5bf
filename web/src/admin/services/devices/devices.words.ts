import { defineWords } from '../../../lib/i18n/i18n.ts';

export const devicesWords = defineWords({
  'zh-CN': () => import('./devices.zh.ts'),
  en: () => import('./devices.en.ts'),
});

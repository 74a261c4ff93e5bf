import { defineWords } from './i18n.ts';

/** Words both trees and the building blocks in `ui` share; loaded before anything is shown. */
export const commonWords = defineWords({
  'zh-CN': () => import('./common.zh.ts'),
  en: () => import('./common.en.ts'),
});

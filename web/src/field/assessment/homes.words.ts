import { defineWords } from '../../lib/i18n/i18n.ts';

/** What the field app says about homes to assess; most phones never open it, all of them keep it. */
export const homesWords = defineWords({
  'zh-CN': () => import('./homes.zh.ts'),
  en: () => import('./homes.en.ts'),
});

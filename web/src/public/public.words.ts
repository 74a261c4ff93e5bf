import { defineWords } from '../lib/i18n/i18n.ts';

/** Words of the public shell and of the pages without a noun. */
export const publicWords = defineWords({
  'zh-CN': () => import('./public.zh.ts'),
  en: () => import('./public.en.ts'),
});

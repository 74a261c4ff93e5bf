import { defineWords } from '../lib/i18n/i18n.ts';

/** What the form of an assessment says, at a desk and on a phone. */
export const assessmentWords = defineWords({
  'zh-CN': () => import('./assessment.zh.ts'),
  en: () => import('./assessment.en.ts'),
});

import { defineWords } from '../../lib/i18n/i18n.ts';
import { defineProblemWords } from '../messages/messages.words.ts';

export const bookingsWords = defineWords({
  'zh-CN': () => import('./bookings.zh.ts'),
  en: () => import('./bookings.en.ts'),
});

export const bookingProblemWords = defineProblemWords({
  'zh-CN': () => import('./bookings.problems.zh.ts'),
  en: () => import('./bookings.problems.en.ts'),
});

import { defineWords } from '../lib/i18n/i18n.ts';

// In one file, because a dictionary's name weighs next to nothing and a file of its own costs a slow phone a request.

/** Words of the public shell and of the pages without a noun. */
export const publicWords = defineWords({
  'zh-CN': () => import('./public.zh.ts'),
  en: () => import('./public.en.ts'),
});

export const homeWords = defineWords({
  'zh-CN': () => import('./home/home.zh.ts'),
  en: () => import('./home/home.en.ts'),
});

export const accessibilityWords = defineWords({
  'zh-CN': () => import('./accessibility/accessibility.zh.ts'),
  en: () => import('./accessibility/accessibility.en.ts'),
});

export const privacyWords = defineWords({
  'zh-CN': () => import('./privacy/privacy.zh.ts'),
  en: () => import('./privacy/privacy.en.ts'),
});

/** What fields and the service can object to. */
export const messageWords = defineWords({
  'zh-CN': () => import('./messages/messages.zh.ts'),
  en: () => import('./messages/messages.en.ts'),
});

/** What the form's first page says. */
export const reportStartWords = defineWords({
  'zh-CN': () => import('./report/report-start.zh.ts'),
  en: () => import('./report/report-start.en.ts'),
});

/** What the pages after the first say. */
export const reportWords = defineWords({
  'zh-CN': () => import('./report/report.zh.ts'),
  en: () => import('./report/report.en.ts'),
});

/** What the last page of a form says, whichever it is. */
export const sendingWords = defineWords({
  'zh-CN': () => import('./questions/sending.zh.ts'),
  en: () => import('./questions/sending.en.ts'),
});

/** What choosing photos says, in whichever form. */
export const photoWords = defineWords({
  'zh-CN': () => import('./photos/photos.zh.ts'),
  en: () => import('./photos/photos.en.ts'),
});

export const trackWords = defineWords({
  'zh-CN': () => import('./track/track.zh.ts'),
  en: () => import('./track/track.en.ts'),
});

export const cultureWords = defineWords({
  'zh-CN': () => import('./culture/culture.zh.ts'),
  en: () => import('./culture/culture.en.ts'),
});

export const venueWords = defineWords({
  'zh-CN': () => import('./culture/venues.zh.ts'),
  en: () => import('./culture/venues.en.ts'),
});

/** What enrolling, booking a room and looking either up say. */
export const bookingWords = defineWords({
  'zh-CN': () => import('./culture/booking.zh.ts'),
  en: () => import('./culture/booking.en.ts'),
});

/** The first page of the renovation service, and the names of things its pages share. */
export const renovationStartWords = defineWords({
  'zh-CN': () => import('./renovation/renovation-start.zh.ts'),
  en: () => import('./renovation/renovation-start.en.ts'),
});

/** What its form says. */
export const renovationWords = defineWords({
  'zh-CN': () => import('./renovation/renovation.zh.ts'),
  en: () => import('./renovation/renovation.en.ts'),
});

/** How an application stands and what its applicant may do. */
export const renovationProgressWords = defineWords({
  'zh-CN': () => import('./renovation/renovation-progress.zh.ts'),
  en: () => import('./renovation/renovation-progress.en.ts'),
});

/** The public notices, and objecting to one. */
export const noticeWords = defineWords({
  'zh-CN': () => import('./renovation/notices.zh.ts'),
  en: () => import('./renovation/notices.en.ts'),
});

import type { Translation } from '../lib/i18n/i18n.ts';
import type { words as zh } from './public.zh.ts';

export const words = {
  'header.tagline': 'Every issue gets an answer',
  'header.home': 'Home',
  'nav.label': 'Main services',
  'nav.report': 'Report an issue',
  'nav.track': 'Check progress',
  'footer.privacy': 'Personal information',
  'footer.accessibility': 'Accessibility statement',
  'footer.staff': 'Staff sign-in',
  'footer.hotline': 'Would rather not use a website? Call 12345, or tell the officer who visits your home.',

  'home.title': 'Tell us about a problem near you',
  'home.lead':
    'A dark street lamp, a blocked drain, a cluttered stairwell: let us know. No account needed, a few minutes on a phone.',
  'home.report.title': 'Report an issue',
  'home.report.text':
    'Say what is wrong and where; add photos if you like. You get a reference and a code to keep.',
  'home.report.action': 'Start now',
  'home.track.title': 'Check progress',
  'home.track.text':
    'With your reference and code, see how far your issue is, who is handling it and when it is due.',
  'home.track.action': 'Check now',
  'home.promise.title': 'What you can expect',
  'home.promise.answer': 'An answer, always: no issue can be closed without an answer to you.',
  'home.promise.deadline':
    'Three working days: counted from the day after it reaches the department. If it takes longer, you are told why and what the plan is.',
  'home.promise.check':
    'A check afterwards: someone else asks whether you are satisfied. If not, the issue can be reopened.',
  'home.need.title': 'What to have ready',
  'home.need.what': 'What happened, and where',
  'home.need.phone': 'Your name and mobile number, so that we can reach you',
  'home.need.photo': 'Photos (not required)',
  'home.privacy.title': 'Your personal information',
  'home.privacy.more': 'How personal information is used and protected',
  'home.privacy.text':
    'Used only to handle what you report. Public pages show a surname at most, and never a phone number.',

  'not-found.title': 'This page could not be found',
  'not-found.text': 'The address may be wrong, or the page has moved.',
  'not-found.home': 'Back to the home page',
} as const satisfies Translation<typeof zh>;

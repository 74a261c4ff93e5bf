import type { Translation } from '../lib/i18n/i18n.ts';
import type { words as zh } from './public.zh.ts';

export const words = {
  'header.tagline': 'Every issue gets an answer',
  'header.home': 'Home',
  'nav.label': 'Main services',
  'nav.report': 'Report an issue',
  'nav.culture': 'What’s on',
  'nav.renovation': 'Accessible home',
  'nav.track': 'Check progress',
  'footer.privacy': 'Personal information',
  'footer.accessibility': 'Accessibility statement',
  'footer.staff': 'Staff sign-in',
  'footer.hotline': 'Would rather not use a website? Call 12345, or tell the officer who visits your home.',

  'step.count': 'Step {n} of {of}',
  'step.back': 'Back',
  'step.next': 'Continue',
  'step.keep': 'Save the change',
  'step.change': 'Change',
  'step.change.of': 'Change: {what}',

  'not-found.title': 'This page could not be found',
  'not-found.text': 'The address may be wrong, or the page has moved.',
  'not-found.home': 'Back to the home page',
} as const satisfies Translation<typeof zh>;

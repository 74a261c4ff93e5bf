import type { Translation } from '../../lib/i18n/i18n.ts';
import type { words as zh } from './home.zh.ts';

export const words = {
  title: 'Tell us about a problem near you',
  lead: 'A dark street lamp, a blocked drain, a cluttered stairwell: let us know. No account needed, a few minutes on a phone.',
  'report.title': 'Report an issue',
  'report.text':
    'Say what is wrong and where; add photos if you like. You get a reference and a code to keep.',
  'report.action': 'Start now',
  'track.title': 'Check progress',
  'track.text':
    'With your reference and code, see how far your issue is, who is handling it and when it is due.',
  'track.action': 'Check now',
  'culture.title': 'Culture',
  'culture.text': 'Performances, courses and competitions, all free. Where you have to enrol, do it here.',
  'culture.action': 'See what’s on',
  'renovation.title': 'An accessible home',
  'renovation.text':
    'Where a disabled person finds it hard to get in, wash or cook, the home can be changed, free.',
  'renovation.action': 'See how to apply',
  'promise.title': 'What you can expect',
  'promise.answer': 'An answer, always: no issue can be closed without an answer to you.',
  'promise.deadline':
    'Three working days: counted from the day after it reaches the department. If it takes longer, you are told why and what the plan is.',
  'promise.check':
    'A check afterwards: someone else asks whether you are satisfied. If not, the issue can be reopened.',
  'need.title': 'What to have ready',
  'need.what': 'What happened, and where',
  'need.phone': 'Your name and mobile number, so that we can reach you',
  'need.photo': 'Photos (not required)',
  'privacy.title': 'Your personal information',
  'privacy.more': 'How personal information is used and protected',
  'privacy.text':
    'Used only to handle what you report. Public pages show a surname at most, and never a phone number.',
} as const satisfies Translation<typeof zh>;

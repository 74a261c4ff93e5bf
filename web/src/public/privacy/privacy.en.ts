import type { Translation } from '../../lib/i18n/i18n.ts';
import type { words as zh } from './privacy.zh.ts';

export const words = {
  title: 'How personal information is used and protected',
  lead: 'As the Personal Information Protection Law of China asks, this says what we collect and why, who can see it, and how long we keep it.',
  version: 'Consent version: {version}',

  'who.title': 'Who is responsible',
  'who.text':
    'The office of this district that takes residents’ requests. For questions or complaints call 12345.',

  'what.title': 'What we collect, and why',
  'what.contact':
    'Name and phone number: to check details, tell you the result, and ask whether you are satisfied.',
  'what.issue': 'The issue, the place and photos: so that the department knows where to go and what to do.',
  'what.none':
    'We do not collect ID numbers, your position or your contacts. The place and phone a photo was taken with are removed before it is sent, and checked again when it arrives.',
  'what.sensitive':
    'Please leave out illnesses, document numbers and other people’s details. If you report for somebody else, ask them first; for a child under 14 a parent or guardian fills in the form.',

  'who-sees.title': 'Who can see it',
  'who-sees.staff':
    'Staff who handle or supervise the issue, when their work needs it. Each opening of a name or number is recorded.',
  'who-sees.masked': 'Elsewhere only a surname is shown, and never the number.',
  'who-sees.others':
    'Nobody else gets it, unless the law requires so. The information is stored in mainland China.',

  'keep.title': 'How it is protected and how long it is kept',
  'keep.sealed': 'Names and numbers are stored encrypted.',
  'keep.period':
    '{issues} years after the issue is closed, name, number, exact place and photos are deleted; what was done stays, and figures that do not point to you.',
  'keep.others':
    'Years that other things are kept: enrolments and rooms {bookings}, an accessible home {renovations} from the last follow-up and {stopped} where nothing came of it, other services of the federation {services} from their end.',
  'keep.photos': 'Photos that were uploaded but never sent are deleted after {days} days.',
  'keep.device':
    'What you are typing stays in this browser tab and is gone when it is sent or the tab is closed. The site has no tracking and no advertising.',

  'rights.title': 'Your rights',
  'rights.list':
    'You can see, correct, copy or delete your information, and withdraw your consent at any time. Call 12345 and give your reference.',
  'rights.withdraw':
    'Withdrawing does not undo what was done before; afterwards we can no longer contact you, and the issue may not be verified further.',
  'rights.refuse': 'You can report an issue without agreeing: call 12345 or go to a service counter.',
} as const satisfies Translation<typeof zh>;

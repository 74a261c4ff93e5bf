import type { Translation } from '../../lib/i18n/i18n.ts';
import type { words as zh } from './accessibility.zh.ts';

export const words = {
  title: 'Accessibility statement',
  lead: 'We want every resident to be able to use this site, whatever their sight, hearing, movement or age.',
  'aim.title': 'What we aim for',
  'aim.text':
    'The site is built to the Web Content Accessibility Guidelines (WCAG) 2.2, level AA, and the national standard GB/T 37668.',
  'can.title': 'How you can use it',
  'can.text':
    'The Display menu at the top of each page offers big text, high contrast, dark colours and Chinese. Your choice is kept on your device.',
  'can.keyboard':
    'By keyboard alone: Tab moves from item to item; the first press offers “Skip to main content”.',
  'can.reader':
    'With a screen reader: every field has a name, and mistakes are read out with how to correct them.',
  'can.zoom': 'Zoomed to 400 %: nothing is lost and nothing has to be dragged sideways.',
  'limits.title': 'Where it still falls short',
  'limits.photos': 'Photos uploaded by residents have no text description.',
  'limits.script': 'The site needs JavaScript.',
  'help.title': 'If you get stuck',
  'help.text': 'Call 12345: staff can fill in the same form for you. Please also tell us what did not work.',
  'help.action': 'Report a problem with this site',
} as const satisfies Translation<typeof zh>;

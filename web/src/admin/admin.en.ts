import type { Translation } from '../lib/i18n/i18n.ts';
import type { words as zh } from './admin.zh.ts';

export const words = {
  'desk.name': 'Huimin desk',
  'desk.public': 'Residents’ site',
  'rail.label': 'Ledgers',
  'rail.menu': 'Menu',
  'rail.today': 'Today',
  'rail.issues': 'Issues',
  'rail.calendar': 'Calendar',
  'rail.organisations': 'Organisations',
  'late.label': 'Overdue',
  'late.unknown': 'See overdue',

  'not-found.title': 'This page could not be found',
  'not-found.text': 'The address may be wrong, or you may not be allowed to see it.',
  'not-found.today': 'Back to today',
} as const satisfies Translation<typeof zh>;

import type { Translation } from '../lib/i18n/i18n.ts';
import type { words as zh } from './admin.zh.ts';

export const words = {
  'desk.name': 'Huimin desk',
  'desk.public': 'Residents’ site',
  'rail.label': 'Ledgers',
  'rail.menu': 'Menu',
  'rail.today': 'Today',
  'rail.issues': 'Issues',
  'rail.campaigns': 'Campaigns',
  'rail.day-ledgers': 'Daily ledgers',
  'rail.households': 'Households',
  'rail.inspections': 'Inspections',
  'rail.rectifications': 'Rectifications',
  'rail.venues': 'Venues',
  'rail.programme': 'Culture programme',
  'rail.calendar': 'Calendar',
  'rail.organisations': 'Organisations',
  'rail.staff': 'Accounts',
  'rail.api': 'API',
  'late.label': 'Overdue',
  'late.unknown': 'See overdue',

  'scope.label': 'Area shown',
  'scope.town': 'Town or district department',
  'scope.village': 'Village or department',
  'scope.all': '{name} (all)',
  'scope.villages': 'Villages',
  'scope.departments': 'Departments',
  'scope.towns': 'Towns',

  'user.account': 'Account and password',
  'user.sign-out': 'Sign out',

  'form.sending': 'Sending…',
  'form.cancel': 'Cancel',
  'form.sign-in-elsewhere': 'Sign in in a new tab, then come back and send this again',

  'stale.title': 'A colleague changed this while you were writing',
  'stale.kept': 'What you wrote is kept. Look at how it stands now, then decide whether to go on.',
  'stale.gone': 'This can no longer be done as things stand. Copy what you wrote if you need it.',
  'stale.apply': 'Apply to the new version',

  'list.as-of': 'As of {when}',
  'list.refresh': 'Refresh',
  'list.refreshing': 'Refreshing…',

  'role.visitor': 'Visitor',
  'role.lead': 'Village lead',
  'role.handler': 'Department',
  'role.supervisor': 'Supervision',
  'role.inspector': 'Inspector',
  'role.culture': 'Culture',
  'role.disability': 'Disability services',
  'role.contractor': 'Contractor',
  'role.admin': 'Administrator',
  'role.auditor': 'Auditor',

  'not-found.title': 'This page could not be found',
  'not-found.text': 'The address may be wrong, or you may not be allowed to see it.',
  'not-found.today': 'Back to today',
  'failed.title': 'This could not be opened',
} as const satisfies Translation<typeof zh>;

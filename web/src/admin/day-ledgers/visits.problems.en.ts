import type { Translation } from '../../lib/i18n/i18n.ts';
import type { words as zh } from './visits.problems.zh.ts';

export const words = {
  'visit.not_found': 'There is no such visit, or it lies outside your area.',
  'visit.in_future': 'This visit lies in the future. Check the clock of the phone.',
  'visit.before_campaign': 'This visit lies before the first day of the campaign.',
  'visit.household_out_of_scope': 'This household is not part of the campaign.',
  'visit.anothers_household': 'This household was never assigned to you.',
  'visit.appointment_past': 'The appointment lies before the visit.',
  'visit.no_conflict': 'There is nothing to settle about this visit.',
  'visit.settled_already': 'This conflict was settled already.',
  'ledger.not_found': 'There is no such village or day, or it lies outside your area.',
  'ledger.in_future': 'This day has not begun yet.',
  'ledger.handed_in_already': 'This day was handed in already.',
  'ledger.has_visits':
    'There are visits on this day, so there is something to report. Refresh, then hand in.',
  'ledger.nothing_not_said': 'There is no visit on this day. If that is so, tick it and hand in.',
  'ledger.not_handed_in': 'This day was not handed in yet; hand it in instead.',
  'ledger.amendments_full': 'Thirty amendments stand with this day already.',
} as const satisfies Translation<typeof zh>;

import type { Translation } from '../../lib/i18n/i18n.ts';
import type { words as zh } from './campaigns.problems.zh.ts';

export const words = {
  'campaign.not_found': 'There is no campaign with this number, or it lies outside your area.',
  'campaign.scope_unknown': 'This place does not exist, or is closed.',
  'campaign.not_draft': 'The campaign has been started; it can no longer be changed.',
  'campaign.not_running': 'The campaign is not running.',
  'campaign.period_over': 'The last day of the campaign has passed.',
  'campaign.village_out_of_scope': 'This village is not part of the campaign.',
  'campaign.person_unknown': 'There is no such account.',
  'campaign.person_not_active': 'The account is suspended and can take no households.',
  'campaign.person_not_in_scope': 'Does not act in this village, or is neither a visitor nor a lead.',
  'campaign.person_is_giver': 'Nobody can hand over to themselves.',
  'campaign.not_enough_days': 'The days left do not hold these households. Take more people, or more days.',
  'campaign.plan_running': 'This village is being planned with other people. Wait until that is done.',
  'campaign.plan_not_found': 'This village has no plan yet.',
  'campaign.nothing_to_plan': 'Every household has its person and day, or the register has none.',
  'campaign.assignment_not_found': 'This household is not part of the campaign, or lies outside your area.',
  'campaign.assignment_visited': 'This household was visited already.',
  'campaign.assignment_not_planned': 'This household is not waiting to be visited.',
  'campaign.assignment_excluded': 'This household is excluded already.',
  'campaign.assignment_not_excluded': 'This household is not excluded.',
  'campaign.day_out_of_period': 'This day has passed, or lies outside the campaign.',
  'campaign.proof_not_found': 'No proof was made on this day.',
} as const satisfies Translation<typeof zh>;

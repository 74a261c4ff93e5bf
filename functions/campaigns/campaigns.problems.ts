import { defineProblems, problemFactory } from '../platform/contract/problems.ts';

/** Every reason a campaign can give, as the people it is given to should read it. */
export const campaignProblems = defineProblems({
  'campaign.not_found': { status: 404, title: 'There is no campaign with this number.' },
  'campaign.scope_unknown': { status: 422, title: 'This place does not exist, or is closed.' },
  'campaign.not_draft': { status: 409, title: 'The campaign has been started; it can no longer be changed.' },
  'campaign.not_running': { status: 409, title: 'The campaign is not running.' },
  'campaign.period_over': { status: 409, title: 'The last day of the campaign has passed.' },
  'campaign.village_out_of_scope': { status: 422, title: 'This village is not part of the campaign.' },
  'campaign.person_unknown': { status: 422, title: 'One of these people has no account.' },
  'campaign.person_not_active': { status: 422, title: 'The account of one of these people is suspended.' },
  'campaign.person_not_in_scope': {
    status: 422,
    title: 'One of these people does not act in this village, or visits nobody.',
  },
  'campaign.person_is_giver': { status: 422, title: 'Nobody can hand over to themselves.' },
  'campaign.not_enough_days': {
    status: 422,
    title: 'The days that are left do not hold these households. Take more people, or more for a day.',
  },
  'campaign.plan_running': {
    status: 409,
    title: 'The plan of this village is being made with other people. Wait until it is done.',
  },
  'campaign.plan_not_found': { status: 404, title: 'No plan was made for this village yet.' },
  'campaign.nothing_to_plan': {
    status: 409,
    title: 'Every household of this village has its person and day, or there is none.',
  },
  'campaign.assignment_not_found': { status: 404, title: 'This household is not part of the campaign.' },
  'campaign.assignment_visited': { status: 409, title: 'This household was visited already.' },
  'campaign.assignment_not_planned': {
    status: 409,
    title: 'This household is not waiting to be visited.',
  },
  'campaign.assignment_excluded': { status: 409, title: 'This household is excluded already.' },
  'campaign.assignment_not_excluded': { status: 409, title: 'This household is not excluded.' },
  'campaign.day_out_of_period': {
    status: 422,
    title: 'This day has passed, or lies outside the period of the campaign.',
  },
  'campaign.proof_not_found': { status: 404, title: 'No proof was made on this day.' },
});

export type CampaignRefusal = keyof typeof campaignProblems;
export const campaignProblem = problemFactory(campaignProblems);

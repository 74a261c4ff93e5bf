import { defineProblems, problemFactory } from '../platform/contract/problems.ts';

export const campaignProblems = defineProblems({
  'campaign.not_found': { status: 404, title: 'There is no such campaign.' },
  'campaign.scope_unknown': { status: 422, title: 'This district, town or village does not exist.' },
  'campaign.dates_reversed': { status: 422, title: 'The last day lies before the first.' },
  'campaign.too_long': { status: 422, title: 'A campaign lasts at most a year.' },
  'campaign.over': { status: 409, title: 'This campaign is over.' },
  'campaign.not_draft': { status: 409, title: 'This can only be changed before the campaign is started.' },
  'campaign.village_outside': { status: 422, title: 'This village is not in the campaign.' },
  'campaign.no_households': { status: 422, title: 'The register of this village has no household yet.' },
  'campaign.no_people': { status: 422, title: 'Name at least one person to visit the households.' },
  'campaign.person_unfit': {
    status: 422,
    title: 'Somebody named is not an active visitor or lead who may act in this village.',
  },
  'campaign.too_few_days': {
    status: 422,
    title: 'There are more households than these people can visit on the days there are.',
  },
  'campaign.planned_already': { status: 409, title: 'This village was planned already.' },
  'assignment.not_found': { status: 404, title: 'This household is not in the campaign.' },
  'assignment.settled': { status: 409, title: 'This household was visited or taken out already.' },
  'assignment.not_out': { status: 409, title: 'This household is not taken out of the campaign.' },
  'assignment.day_outside': { status: 422, title: 'This day is not within the campaign.' },
});

export type CampaignRefusal = keyof typeof campaignProblems;
export const campaignProblem = problemFactory(campaignProblems);

import type { StaffCommand } from '../platform/ledger/staff-command.ts';
import type { ChosenPeople } from './campaigns.fields.ts';
import type { CampaignDependencies } from './campaigns.usecases.ts';
import type { PlanPreview } from './campaigns.views.ts';
import { daysLeft, fitPeople, groundOf } from './ground.usecases.ts';
import { assignableIn } from './people.store.ts';
import { type Given, placesOf, planVillage, type Taker } from './plan.rules.ts';
import { type RegisteredDoor, surveyVillage, takersOf } from './village-survey.usecases.ts';

/** What a plan would come to, with these people or with everybody who is proposed; nothing is written. */
export const previewPlan = async (
  deps: CampaignDependencies,
  { caller, now }: Pick<StaffCommand, 'caller' | 'now'>,
  id: string,
  { village, people }: { readonly village: string; readonly people?: ChosenPeople | undefined },
): Promise<PlanPreview> => {
  const ground = await groundOf(deps, id, village, caller);
  const days = await daysLeft(deps, ground.campaign, now);
  const chosen =
    people ?? (await assignableIn(deps.store, village)).map(({ staffId }) => ({ staffId, areas: [] }));
  const [fit, survey] = await Promise.all([
    fitPeople(deps, village, chosen, (index) => `people.${index}.staffId`),
    surveyVillage(deps.store, id, village, 'none'),
  ]);
  const takers = await takersOf(deps.store, { campaign: id, village }, fit, survey.assigned);
  const { perDay } = ground.campaign;
  const planned = planVillage(survey.unassigned, takers, days, perDay);
  const given = 'given' in planned ? planned.given : [];
  return {
    households: survey.households,
    toAssign: survey.unassigned.length,
    days: days.length,
    perDay,
    places: placesOf(takers, days, perDay),
    people: takers.map((taker) => shareOf(taker, given)),
  };
};

const shareOf = (taker: Taker, given: readonly Given<RegisteredDoor>[]): PlanPreview['people'][number] => {
  const theirs = given.filter((one) => one.taker === taker).map(({ day }) => day);
  const onDay = new Map(taker.onDay);
  for (const day of theirs) onDay.set(day, (onDay.get(day) ?? 0) + 1);
  return {
    ...{ staffId: taker.id, name: taker.name, has: taker.has, gets: theirs.length },
    firstDay: theirs[0],
    lastDay: theirs.at(-1),
    perDay: Math.max(0, ...onDay.values()),
  };
};

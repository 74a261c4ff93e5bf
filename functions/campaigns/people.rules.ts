import type { Staff } from '../access/staff.states.ts';
import { isWithin } from '../platform/contract/roles.ts';
import { assignable } from './campaigns.actions.ts';
import type { CampaignRefusal } from './campaigns.problems.ts';

/** Why somebody cannot be given households of a village; undefined when they can. */
export const unfitFor = (
  staff: Pick<Staff, 'status' | 'scope' | 'roles'> | undefined,
  village: string,
):
  | Extract<
      CampaignRefusal,
      'campaign.person_unknown' | 'campaign.person_not_active' | 'campaign.person_not_in_scope'
    >
  | undefined => {
  if (!staff) return 'campaign.person_unknown';
  if (staff.status !== 'active') return 'campaign.person_not_active';
  const acts = isWithin(village, staff.scope) && assignable.some((role) => staff.roles.includes(role));
  return acts ? undefined : 'campaign.person_not_in_scope';
};

import { timelineList } from '../households/households.store.ts';
import type { TimelineRow } from '../households/households.views.ts';
import type { RenovationMilestone } from '../households/households.words.ts';
import type { ListEntry } from '../platform/ledger/projections.ts';
import type { Instant } from '../platform/runtime/time.ts';
import type { Renovation } from './renovation.states.ts';

interface Reached {
  readonly milestone: RenovationMilestone;
  readonly at: Instant;
}

const stopOf = (renovation: Renovation): Reached[] => {
  if (renovation.state === 'withdrawn') return [{ milestone: 'withdrawn', at: renovation.withdrawal.at }];
  return 'rejection' in renovation ? [{ milestone: 'rejected', at: renovation.rejection.at }] : [];
};

/** What a family would tell of it; a pure function of the state, so a step taken back is gone from here too. */
export const milestonesOf = (renovation: Renovation): Reached[] => {
  const notice = 'notice' in renovation ? renovation.notice : undefined;
  const job = 'job' in renovation ? renovation.job : undefined;
  const followUps = 'followUps' in renovation ? renovation.followUps : [];
  return [
    { milestone: 'applied', at: renovation.appliedAt },
    // A home is in public from the moment it was approved.
    ...(notice ? [{ milestone: 'approved', at: notice.from } as const] : []),
    ...(job?.before ? [{ milestone: 'started', at: job.before.at } as const] : []),
    ...('completion' in renovation ? [{ milestone: 'built', at: renovation.completion.at } as const] : []),
    ...('acceptance' in renovation ? [{ milestone: 'accepted', at: renovation.acceptance.at } as const] : []),
    ...followUps.flatMap(({ done }): Reached[] =>
      done?.reached ? [{ milestone: 'followed-up', at: done.at }] : [],
    ),
    ...stopOf(renovation),
  ];
};

/** Where the household behind the door shows how its renovation went; none where no household is known. */
export const timelineEntries = (reference: string, renovation: Renovation): ListEntry[] => {
  const { household } = renovation;
  if (household === undefined) return [];
  return milestonesOf(renovation).map(({ milestone, at }): ListEntry => {
    const row: TimelineRow = { type: 'renovation', at, renovation: reference, milestone };
    return { list: timelineList(household), sort: `${at}#${milestone}`, row: { ...row } };
  });
};

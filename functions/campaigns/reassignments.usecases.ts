import { platformProblem } from '../platform/contract/problems.ts';
import type { Decision } from '../platform/ledger/change.ts';
import { commandOf, type StaffCommand } from '../platform/ledger/staff-command.ts';
import { type Command, type Stored, stepOf } from '../platform/ledger/steps.ts';
import type { LocalDate } from '../platform/runtime/time.ts';
import { reassign } from './assignments.rules.ts';
import type { Assignment } from './assignments.states.ts';
import { allAssignments, assignedList, assignmentType } from './assignments.store.ts';
import { campaignProblem } from './campaigns.problems.ts';
import type { CampaignDependencies } from './campaigns.usecases.ts';
import type { AssignmentRow, Reassigned } from './campaigns.views.ts';
import { limits } from './campaigns.words.ts';
import { type PartRefusal, partsOf, writePart } from './giving.usecases.ts';
import { daysLeft, fitPeople, type Ground, groundOf, notEnoughDays } from './ground.usecases.ts';
import { planVillage, type VillagePlanned } from './plan.rules.ts';
import { readAssignments, takersOf } from './village-survey.usecases.ts';

export interface HandingOver {
  readonly village: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly area?: string | undefined;
  readonly days?: { readonly from: LocalDate; readonly to: LocalDate } | undefined;
}

/** Times what has to be handed over is looked at anew because something changed in between. */
const attempts = 5;

interface Waiting {
  readonly household: string;
  readonly area?: string | undefined;
  readonly stored: Stored<Assignment>;
}

const mayStillBeTheirs = ({ from, area }: HandingOver, row: AssignmentRow): boolean =>
  row.assignee.id === from && row.status === 'planned' && (area === undefined || row.area === area);

/** What this person has still to visit here as it is at this moment, in the order of the register. */
const waitingFor = async (
  { store }: CampaignDependencies,
  { id, village }: Ground,
  handing: HandingOver,
): Promise<{ readonly waiting: Waiting[]; readonly assigned: readonly AssignmentRow[] }> => {
  const assigned = await allAssignments(store, assignedList(id, village));
  const rows = assigned.filter((row) => mayStillBeTheirs(handing, row));
  const fresh = await readAssignments(
    store,
    id,
    rows.map(({ household }) => household),
  );
  const waiting = rows.flatMap(({ household }) => {
    const stored = fresh.get(household);
    const isTheirs = stored?.state.assignee.id === handing.from && stored.state.status === 'planned';
    return stored && isTheirs ? [{ household, area: stored.state.area, stored }] : [];
  });
  return { waiting, assigned };
};

const handOverPart = (
  deps: CampaignDependencies,
  { id, village }: Ground,
  command: Command,
  from: string,
  part: readonly {
    readonly household: string;
    readonly assignee: Assignment['assignee'];
    readonly day: LocalDate;
    readonly stored: Stored<Assignment>;
  }[],
) =>
  writePart(deps, { campaign: id, village }, part, async (planned, fresh) => {
    const now = fresh
      ? await readAssignments(
          deps.store,
          id,
          planned.map(({ household }) => household),
        )
      : new Map(planned.map(({ household, stored }) => [household, stored]));
    return planned.flatMap((one) => {
      const before = now.get(one.household);
      if (before?.state.assignee.id !== from) return [];
      const decision: Decision<Assignment> = reassign(before.state, one, command.now);
      if ('refusal' in decision) return [];
      return [
        {
          of: one,
          step: stepOf<Assignment>(command, { type: assignmentType, id: before.id, before, ...decision }),
        },
      ];
    });
  });

/** @throws Problem saying why it could not go on, unless it is worth another look. */
const throwUnlessPassing = (refusal: PartRefusal): void => {
  if (refusal === 'campaign.not_running') throw campaignProblem(refusal);
};

/**
 * Hands over what one person still has to visit in a village: to these people by the rule of the plan, over the days
 * that are left, with appointments and evenings agreed on. What was visited meanwhile stays with whoever visited it.
 * @throws Problem naming the rule: campaign, village, people, or in numbers that the days don't hold them.
 */
export const handOver = async (
  deps: CampaignDependencies,
  request: StaffCommand,
  id: string,
  handing: HandingOver,
): Promise<Reassigned> => {
  const { village, from, to, days: part } = handing;
  const ground = await groundOf(deps, id, village, request.caller);
  if (to.includes(from)) throw campaignProblem('campaign.person_is_giver');
  const all = await daysLeft(deps, ground.campaign, request.now);
  const days = part ? all.filter((day) => part.from <= day && day <= part.to) : all;
  const chosen = [...new Set(to)].map((staffId) => ({ staffId, areas: [] }));
  const gets = new Map<string, number>();
  let moved = 0;
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const people = await fitPeople(deps, village, chosen, (index) => `to.${index}`);
    const { waiting, assigned } = await waitingFor(deps, ground, handing);
    const takers = await takersOf(deps.store, { campaign: id, village }, people, assigned);
    const outcome: VillagePlanned<Waiting> = planVillage(waiting, takers, days, ground.campaign.perDay);
    if ('lacking' in outcome) throw notEnoughDays(outcome.lacking);
    const given = outcome.given.slice(0, limits.atOnce - moved);
    const planned = given.map(({ door, taker, day }) => ({
      ...{ household: door.household, stored: door.stored, day },
      assignee: { id: taker.id, name: taker.name },
    }));
    let refusal: PartRefusal | undefined;
    for (const some of partsOf(planned)) {
      const written = await handOverPart(deps, ground, commandOf(request), from, some);
      if (written.outcome !== 'written') {
        refusal = written.outcome;
        break;
      }
      moved += written.written.length;
      for (const { assignee } of written.written) gets.set(assignee.id, (gets.get(assignee.id) ?? 0) + 1);
    }
    if (!refusal) {
      return {
        moved,
        left: outcome.given.length - given.length,
        to: people.map((one) => ({ staffId: one.id, name: one.name, gets: gets.get(one.id) ?? 0 })),
      };
    }
    throwUnlessPassing(refusal);
  }
  throw platformProblem('service.busy', { retryAfterSeconds: 1 });
};

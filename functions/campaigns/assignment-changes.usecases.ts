import type { Staff } from '../access/staff.states.ts';
import { staffKey, staffType } from '../access/staff.store.ts';
import { holdsOneOf, isWithin, type Principal } from '../platform/contract/roles.ts';
import { changeCase, type Decision } from '../platform/ledger/change.ts';
import { type Beside, parseStored } from '../platform/ledger/ledger.ts';
import { admitNode, commandOf, type StaffCommand } from '../platform/ledger/staff-command.ts';
import type { Companion, Stored } from '../platform/ledger/steps.ts';
import type { Core } from '../platform/runtime/core.ts';
import type { ItemKey } from '../platform/runtime/store.ts';
import { type LocalDate, localDateOf } from '../platform/runtime/time.ts';
import { assignmentRow } from './assignments.projector.ts';
import * as rules from './assignments.rules.ts';
import type { Assignment } from './assignments.states.ts';
import { assignmentId, assignmentType } from './assignments.store.ts';
import { readAssignment } from './assignments.usecases.ts';
import { planners } from './campaigns.actions.ts';
import { type CampaignRefusal, campaignProblem } from './campaigns.problems.ts';
import { campaignKey, campaignRuns, campaignType } from './campaigns.store.ts';
import { actOf, type CampaignDependencies } from './campaigns.usecases.ts';
import type { AssignmentView } from './campaigns.views.ts';
import { unfitFor } from './people.rules.ts';
import { personStands } from './people.store.ts';

export interface AssignmentCommand extends StaffCommand {
  readonly params: { readonly campaign: string; readonly household: string };
}

export const assignmentView = (stored: Stored<Assignment>, caller: Principal): AssignmentView => {
  const { state } = stored;
  return {
    ...assignmentRow(stored),
    tries: state.tries,
    formerly: state.formerly,
    visited: state.status === 'visited' ? state.visited : undefined,
    excluded: state.status === 'excluded' ? state.excluded : undefined,
    mayChange: holdsOneOf(caller, planners) && isWithin(state.village, caller.scope),
  };
};

const admit = ({ state }: Stored<Assignment>, caller: Principal): void => {
  admitNode(state.village, caller);
};

/** @throws Problem `campaign.assignment_not_found`, `access.scope`. */
export const seeAssignment = async (
  deps: Pick<Core, 'ledger'>,
  { campaign, household }: AssignmentCommand['params'],
  caller: Principal,
): Promise<Stored<Assignment>> => {
  const stored = await readAssignment(deps, campaign, household);
  if (!stored) throw campaignProblem('campaign.assignment_not_found');
  admit(stored, caller);
  return stored;
};

interface Change {
  readonly rule: (
    assignment: Assignment,
    beside: Beside,
  ) => Decision<Assignment, CampaignRefusal> | Promise<Decision<Assignment, CampaignRefusal>>;
  readonly beside?: readonly ItemKey[];
  readonly companions?: (next: Assignment) => readonly Companion<CampaignRefusal>[];
}

/** One read and one transaction, which holds only while the campaign runs. */
const change = (
  { ledger }: Pick<Core, 'ledger'>,
  command: AssignmentCommand,
  { rule, beside = [], companions = () => [] }: Change,
): Promise<Stored<Assignment>> => {
  const { campaign, household } = command.params;
  return changeCase<Assignment, CampaignRefusal>({
    ledger,
    type: assignmentType,
    id: assignmentId(campaign, household),
    command: commandOf(command),
    ifMatch: command.ifMatch,
    missing: () => campaignProblem('campaign.assignment_not_found'),
    refuse: (refusal) => campaignProblem(refusal),
    admit: (stored) => admit(stored, command.caller),
    view: (stored) => assignmentView(stored, command.caller),
    beside,
    decide: async ({ state }, besides) => {
      const decision = await rule(state, besides);
      if ('refusal' in decision) return decision;
      return { ...decision, companions: [campaignRuns(campaign), ...companions(decision.next)] };
    },
  });
};

export const excludeHousehold = (
  deps: Pick<Core, 'ledger'>,
  command: AssignmentCommand,
  reason: string,
): Promise<Stored<Assignment>> => {
  const { by, now: at } = actOf(command);
  return change(deps, command, { rule: (assignment) => rules.exclude(assignment, { by, at, reason }) });
};

export const reinstateHousehold = (
  deps: Pick<CampaignDependencies, 'ledger' | 'calendars'>,
  command: AssignmentCommand,
  reason: string,
): Promise<Stored<Assignment>> =>
  change(deps, command, {
    rule: async (assignment) => {
      const { now } = command;
      return rules.reinstate(assignment, reason, { now, calendar: await deps.calendars.current(now) });
    },
  });

/** Another day, or somebody else, for one household; the day lies ahead and within the campaign. */
export const replanHousehold = (
  deps: Pick<CampaignDependencies, 'ledger'>,
  command: AssignmentCommand,
  { day, assignee: staffId }: { readonly day: LocalDate; readonly assignee?: string | undefined },
): Promise<Stored<Assignment>> => {
  const ofCampaign = campaignKey(command.params.campaign);
  return change(deps, command, {
    beside: [ofCampaign, ...(staffId === undefined ? [] : [staffKey(staffId)])],
    rule: (assignment, beside) => {
      const item = beside(ofCampaign);
      const campaign = item && parseStored(campaignType, item).state;
      if (campaign?.state !== 'running') return { refusal: 'campaign.not_running' };
      if (day < localDateOf(command.now) || day < campaign.from || day > campaign.to)
        return { refusal: 'campaign.day_out_of_period' };
      if (staffId === undefined)
        return rules.planFor(assignment, { assignee: assignment.assignee, day }, command.now);
      const account = beside(staffKey(staffId));
      const staff: Staff | undefined = account && parseStored(staffType, account).state;
      const why = unfitFor(staff, assignment.village);
      if (why || !staff) return { refusal: why ?? 'campaign.person_unknown' };
      return rules.planFor(assignment, { assignee: { id: staffId, name: staff.name }, day }, command.now);
    },
    companions: ({ village }) => (staffId === undefined ? [] : [personStands(staffId, village)]),
  });
};

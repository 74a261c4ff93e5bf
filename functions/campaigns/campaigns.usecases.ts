import type { NodeView, Tree } from '../access/access.views.ts';
import { nodeStands } from '../access/organisations.store.ts';
import type { WorkingCalendar } from '../calendar/calendar.rules.ts';
import { type Problem, platformProblem } from '../platform/contract/problems.ts';
import { holdsOneOf, isWithin, type Principal } from '../platform/contract/roles.ts';
import { changeCase, createCase, type Decision } from '../platform/ledger/change.ts';
import { admitNode, commandOf, type StaffCommand } from '../platform/ledger/staff-command.ts';
import type { Stored } from '../platform/ledger/steps.ts';
import type { Core } from '../platform/runtime/core.ts';
import { referenceFrom } from '../platform/runtime/ids.ts';
import type { Instant } from '../platform/runtime/time.ts';
import { keepers, planners } from './campaigns.actions.ts';
import type { CampaignDetails } from './campaigns.fields.ts';
import { type CampaignRefusal, campaignProblem } from './campaigns.problems.ts';
import * as rules from './campaigns.rules.ts';
import type { Campaign } from './campaigns.states.ts';
import { campaignType } from './campaigns.store.ts';
import type { CampaignView } from './campaigns.views.ts';

export interface CampaignDependencies extends Core {
  readonly calendars: { readonly current: (now: Instant) => Promise<WorkingCalendar> };
  readonly nodes: {
    readonly at: (path: string, now: Instant) => Promise<NodeView | undefined>;
    readonly tree: (now: Instant) => Promise<Tree>;
  };
}

export const campaignMissing = (): Problem => campaignProblem('campaign.not_found');

export const refusedBy = (refusal: CampaignRefusal | 'access.node_unknown', detail?: string): Problem =>
  refusal === 'access.node_unknown'
    ? campaignProblem('campaign.scope_unknown')
    : campaignProblem(refusal, detail === undefined ? {} : { detail });

/** A campaign of the district concerns everybody in it, and one of a village everybody above it. */
export const concerns = ({ scope }: Pick<Campaign, 'scope'>, node: string): boolean =>
  isWithin(scope, node) || isWithin(node, scope);

export const campaignView = ({ id, version, state }: Stored<Campaign>, caller: Principal): CampaignView => ({
  campaign: id,
  version,
  ...state,
  mayKeep: holdsOneOf(caller, keepers) && isWithin(state.scope, caller.scope),
  mayPlan: state.state === 'running' && holdsOneOf(caller, planners) && concerns(state, caller.scope),
});

/** @throws Problem `campaign.not_found`, or `access.scope` when it concerns no place of the caller's. */
export const readCampaign = async (
  { ledger }: Pick<Core, 'ledger'>,
  id: string,
  caller: Principal,
): Promise<Stored<Campaign>> => {
  const stored = await ledger.read(campaignType, id);
  if (!stored) throw campaignMissing();
  if (!concerns(stored.state, caller.scope)) throw platformProblem('access.scope');
  return stored;
};

const officerOf = ({ caller }: Pick<StaffCommand, 'caller'>) => ({ id: caller.staffId, name: caller.name });
export const actOf = (command: StaffCommand) => ({ by: officerOf(command), now: command.now });

/** @throws Problem `access.scope`, `campaign.scope_unknown`. */
export const createCampaign = async (
  { ledger }: Pick<Core, 'ledger'>,
  command: StaffCommand,
  details: CampaignDetails,
): Promise<Stored<Campaign>> => {
  const { caller, key } = command;
  admitNode(details.scope, caller);
  return createCase<Campaign, CampaignRefusal | 'access.node_unknown'>({
    ledger,
    type: campaignType,
    command: commandOf(command),
    refuse: refusedBy,
    idFor: (attempt) => referenceFrom(`campaign ${caller.staffId} ${key} ${attempt}`),
    make: async () => ({
      ...rules.writeDown(details, actOf(command)),
      companions: [nodeStands(details.scope)],
    }),
  });
};

export interface CampaignCommand extends StaffCommand {
  readonly params: { readonly campaign: string };
}

const change = (
  { ledger }: Pick<Core, 'ledger'>,
  command: CampaignCommand,
  decide: (campaign: Campaign) => Decision<Campaign, CampaignRefusal>,
  scope?: string,
): Promise<Stored<Campaign>> => {
  if (scope !== undefined) admitNode(scope, command.caller);
  return changeCase<Campaign, CampaignRefusal | 'access.node_unknown'>({
    ledger,
    type: campaignType,
    id: command.params.campaign,
    command: commandOf(command),
    ifMatch: command.ifMatch,
    missing: campaignMissing,
    refuse: refusedBy,
    admit: ({ state }) => admitNode(state.scope, command.caller),
    view: (stored) => campaignView(stored, command.caller),
    decide: ({ state }) => {
      const decision = decide(state);
      if ('refusal' in decision) return decision;
      return { ...decision, companions: scope === undefined ? [] : [nodeStands(scope)] };
    },
  });
};

export const changeCampaign = (
  deps: Pick<Core, 'ledger'>,
  command: CampaignCommand,
  details: CampaignDetails,
): Promise<Stored<Campaign>> =>
  change(deps, command, (campaign) => rules.changeDetails(campaign, details), details.scope);

export const startCampaign = (
  deps: Pick<Core, 'ledger'>,
  command: CampaignCommand,
): Promise<Stored<Campaign>> => change(deps, command, (campaign) => rules.start(campaign, actOf(command)));

export const endCampaign = (
  deps: Pick<Core, 'ledger'>,
  command: CampaignCommand,
  reason: string | undefined,
): Promise<Stored<Campaign>> =>
  change(deps, command, (campaign) => rules.end(campaign, actOf(command), reason));

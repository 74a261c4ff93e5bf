import { platformProblem } from '../platform/contract/problems.ts';
import type { Principal } from '../platform/contract/roles.ts';
import { changeCase, type Decision } from '../platform/ledger/change.ts';
import { admitNode, commandOf, type StaffCommand } from '../platform/ledger/staff-command.ts';
import type { Stored } from '../platform/ledger/steps.ts';
import type { Core } from '../platform/runtime/core.ts';
import { allowedSiteActions, mayReadSite } from './criticism.actions.ts';
import type { CriticismRefusal } from './criticism.problems.ts';
import { exemplaryType } from './criticism.store.ts';
import { accepted, actOf, createFor, missing, refuse } from './criticism.usecases.ts';
import type { ExemplaryView } from './criticism.views.ts';
import * as rules from './exemplary.rules.ts';
import type { Exemplary } from './exemplary.states.ts';
import { drawFigures } from './figures.usecases.ts';

export const exemplaryView = (
  { id, version, state: exemplary }: Stored<Exemplary>,
  caller: Principal,
): ExemplaryView => ({
  ...{ site: id, version, exemplary },
  actions: allowedSiteActions(exemplary, caller),
});

/** @throws Problem when there is none, or the caller may not see it yet. */
export const readSite = async (
  { ledger }: Pick<Core, 'ledger'>,
  id: string,
  caller: Principal,
): Promise<Stored<Exemplary>> => {
  const stored = await ledger.read(exemplaryType, id);
  if (!stored) throw missing();
  if (!mayReadSite(stored.state, caller)) throw platformProblem('access.scope');
  return stored;
};

type Deps = Pick<Core, 'store' | 'ledger'>;

/** @throws Problem also `criticism.period`, `criticism.too_many`. */
export const proposeSite = (
  deps: Deps,
  request: StaffCommand,
  asked: rules.Proposal,
): Promise<Stored<Exemplary>> => {
  admitNode(asked.node, request.caller);
  return createFor<Exemplary>(deps, request, asked.node, {
    type: exemplaryType,
    make: async () =>
      accepted(rules.propose(asked, await drawFigures(deps, asked, request.now), actOf(request))),
  });
};

interface OfSite extends StaffCommand {
  readonly params: { readonly site: string };
}

const change = (
  { ledger }: Deps,
  request: OfSite,
  decide: (site: Exemplary) => Decision<Exemplary, CriticismRefusal>,
): Promise<Stored<Exemplary>> =>
  changeCase<Exemplary, CriticismRefusal>({
    ...{ ledger, type: exemplaryType, id: request.params.site, refuse, missing },
    command: commandOf(request),
    ifMatch: request.ifMatch,
    admit: ({ state }) => admitNode(state.node, request.caller),
    view: (stored) => exemplaryView(stored, request.caller),
    decide: ({ state }) => decide(state),
  });

export const approveSite = (deps: Deps, request: OfSite): Promise<Stored<Exemplary>> =>
  change(deps, request, (site) => rules.approve(site, actOf(request)));

export const withdrawSite = (
  deps: Deps,
  request: OfSite,
  { reason }: { readonly reason: string },
): Promise<Stored<Exemplary>> =>
  change(deps, request, (site) => rules.withdrawSite(site, reason, actOf(request)));

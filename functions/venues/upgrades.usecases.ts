import { nodeStands } from '../access/organisations.store.ts';
import { officerOf } from '../platform/contract/officer.ts';
import { changeCase, createCase } from '../platform/ledger/change.ts';
import { admitNode, commandOf, type StaffCommand } from '../platform/ledger/staff-command.ts';
import type { Companion, Stored } from '../platform/ledger/steps.ts';
import type { Core } from '../platform/runtime/core.ts';
import { referenceFrom } from '../platform/runtime/ids.ts';
import { plan, progress } from './upgrades.rules.ts';
import type { Upgrade } from './upgrades.states.ts';
import { readUpgradeCounts, upgradeType } from './upgrades.store.ts';
import type { NewUpgrade, UpgradeProgress } from './venues.fields.ts';
import { type VenueRefusal, venueProblem } from './venues.problems.ts';
import { venueKey } from './venues.store.ts';
import { refusedBy } from './venues.usecases.ts';
import type { UpgradeView } from './venues.views.ts';

export { readUpgradeCounts };

export const upgradeView = ({ id, version, state }: Stored<Upgrade>): UpgradeView => ({
  upgrade: id,
  version,
  ...state,
});

/** Holds a commit to a venue that is there, when one is named. */
const venueThere = (venue: string | undefined): Companion<'venue.not_found'>[] =>
  venue === undefined
    ? []
    : [
        {
          write: {
            ConditionCheck: { Key: venueKey(venue), ConditionExpression: 'attribute_exists(PK)' },
          },
          refusal: 'venue.not_found',
        },
      ];

/** @throws Problem `access.scope`, `venue.node_unknown`, `venue.not_found`. */
export const createUpgrade = (
  { ledger }: Pick<Core, 'ledger'>,
  command: StaffCommand,
  fields: NewUpgrade,
): Promise<Stored<Upgrade>> => {
  const { caller, key, now } = command;
  admitNode(fields.node, caller);
  return createCase<Upgrade, VenueRefusal | 'access.node_unknown'>({
    ledger,
    type: upgradeType,
    command: commandOf(command),
    refuse: refusedBy,
    idFor: (attempt) => referenceFrom(`upgrade ${caller.staffId} ${key} ${attempt}`),
    make: async () => ({
      ...plan(fields, { by: officerOf(caller), now }),
      companions: [nodeStands(fields.node), ...venueThere(fields.venue)],
    }),
  });
};

interface Progressing extends StaffCommand {
  readonly params: { readonly upgrade: string };
  readonly body: UpgradeProgress;
}

/** @throws Problem `upgrade.not_found`, `access.scope`, `upgrade.step_not_allowed`, `venue.not_found`. */
export const progressUpgrade = (
  { ledger }: Pick<Core, 'ledger'>,
  command: Progressing,
): Promise<Stored<Upgrade>> => {
  const { caller, now, body } = command;
  return changeCase<Upgrade, VenueRefusal>({
    ledger,
    type: upgradeType,
    id: command.params.upgrade,
    command: commandOf(command),
    ifMatch: command.ifMatch,
    missing: () => venueProblem('upgrade.not_found'),
    refuse: refusedBy,
    admit: ({ state }) => admitNode(state.node, caller),
    view: upgradeView,
    decide: ({ state }) => {
      const decision = progress(state, body, { by: officerOf(caller), now });
      return 'refusal' in decision ? decision : { ...decision, companions: venueThere(body.venue) };
    },
  });
};

import { idOfPath } from '../platform/contract/node-path.ts';
import type { Principal } from '../platform/contract/roles.ts';
import { changeCase, createCase, type Decision } from '../platform/ledger/change.ts';
import { admitNode, commandOf, type StaffCommand } from '../platform/ledger/staff-command.ts';
import type { Companion, Stored } from '../platform/ledger/steps.ts';
import type { Core } from '../platform/runtime/core.ts';
import { epochSeconds, type Instant } from '../platform/runtime/time.ts';
import { type AccessRefusal, accessProblem, refused } from './access.problems.ts';
import type { NodeView, Tree } from './access.views.ts';
import { limits } from './access.words.ts';
import { close, establish, rename, reopen } from './organisations.rules.ts';
import type { OrganisationNode } from './organisations.states.ts';
import { nodeStands, nodeView, organisationType, readTree } from './organisations.store.ts';
import { authorityStands } from './staff.store.ts';

export interface OrganisationNodes {
  /** One organisation, closed ones too, or undefined; as it was at most 60 seconds before `now`. */
  readonly at: (path: string, now: Instant) => Promise<NodeView | undefined>;
  /** All of them in one query, kept for 60 seconds; a new one is in it as soon as it is projected. */
  readonly tree: (now: Instant) => Promise<Tree>;
}

interface Kept<T> {
  readonly value: T;
  readonly readAt: Instant;
}

const fresh = <T>(kept: Kept<T> | undefined, now: Instant): T | undefined =>
  kept && epochSeconds(now) - epochSeconds(kept.readAt) < limits.organisationSeconds ? kept.value : undefined;

/** Kept per process: every request needs their names, and they change a few times a year. */
export const createOrganisationNodes = ({
  store,
  ledger,
}: Pick<Core, 'store' | 'ledger'>): OrganisationNodes => {
  let tree: Kept<Tree> | undefined;
  // Holds only organisations that exist, so that paths somebody makes up cannot fill it.
  const nodes = new Map<string, Kept<NodeView>>();
  return {
    at: async (path, now) => {
      const kept = fresh(nodes.get(path), now);
      if (kept) return kept;
      const stored = await ledger.read(organisationType, idOfPath(path));
      if (stored?.state.path !== path) return undefined;
      const value = nodeView(stored);
      nodes.set(path, { value, readAt: now });
      return value;
    },
    tree: async (now) => {
      const kept = fresh(tree, now);
      if (kept) return kept;
      const all = await readTree(store);
      // A table that is only just being filled is not a district without villages for a minute.
      if (all.length === 0) tree = undefined;
      // None is ever removed and versions only grow, so every change makes the sum larger.
      const value = { version: all.reduce((sum, { version }) => sum + version, 0), nodes: all };
      tree = { value, readAt: now };
      return value;
    },
  };
};

export interface NewOrganisation {
  readonly parent: string;
  readonly id: string;
  readonly name: OrganisationNode['name'];
}

/** @throws Problem when the parent lies outside the caller's area or is closed, or the code is wrong or taken. */
export const establishNode = async (
  core: Core,
  command: StaffCommand,
  { parent, id, name }: NewOrganisation,
): Promise<Stored<OrganisationNode>> => {
  admitNode(parent, command.caller);
  const decision = establish(parent, { id, name, now: command.now });
  if ('refusal' in decision) throw accessProblem(decision.refusal);
  return createCase({
    ledger: core.ledger,
    type: organisationType,
    command: commandOf(command),
    refuse: refused,
    idFor: () => id,
    occupied: () => accessProblem('access.node_exists'),
    make: async () => ({ ...decision, companions: [nodeStands(parent), ...authorityStands(command.caller)] }),
  });
};

type NodeRule = (node: OrganisationNode, caller: Principal) => Decision<OrganisationNode, AccessRefusal>;

const changeNode =
  (rule: NodeRule, needs: (node: OrganisationNode) => readonly Companion<AccessRefusal>[] = () => []) =>
  (core: Core, command: StaffCommand, id: string): Promise<Stored<OrganisationNode>> =>
    changeCase<OrganisationNode, AccessRefusal>({
      ledger: core.ledger,
      type: organisationType,
      command: commandOf(command),
      refuse: refused,
      id,
      ifMatch: command.ifMatch,
      missing: () => accessProblem('access.node_not_found'),
      admit: ({ state }) => {
        admitNode(state.path, command.caller);
      },
      view: nodeView,
      decide: ({ state }) => {
        const decision = rule(state, command.caller);
        if ('refusal' in decision) return decision;
        return { ...decision, companions: [...needs(state), ...authorityStands(command.caller)] };
      },
    });

export const renameNode = (
  core: Core,
  command: StaffCommand,
  id: string,
  name: OrganisationNode['name'],
): Promise<Stored<OrganisationNode>> => changeNode((node) => rename(node, name))(core, command, id);

export const closeNode = changeNode((node, { scope }) => close(node, scope));

export const reopenNode = changeNode(reopen, ({ parentPath }) =>
  parentPath === undefined ? [] : [nodeStands(parentPath)],
);

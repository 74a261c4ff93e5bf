import { idOfPath } from '../platform/contract/node-path.ts';
import type { Decision } from '../platform/ledger/change.ts';
import type { LedgerEvent } from '../platform/ledger/steps.ts';
import type { Instant } from '../platform/runtime/time.ts';
import type { AccessRefusal } from './access.problems.ts';
import type { NodeKind } from './access.words.ts';
import type { OrganisationNode } from './organisations.states.ts';

type NodeDecision = Decision<OrganisationNode, AccessRefusal>;

const decided = (next: OrganisationNode, type: string, data: LedgerEvent['data']): NodeDecision => ({
  next,
  events: [{ type, data }],
});

/** What a code stands for, by its form alone. */
export const kindOfId = (id: string): NodeKind => {
  if (id.includes('-')) return 'department';
  return id.length === 6 ? 'district' : id.length === 9 ? 'town' : 'village';
};

const parentKinds: Readonly<Record<NodeKind, readonly NodeKind[]>> = {
  district: [],
  town: ['district'],
  village: ['town'],
  department: ['district', 'town'],
};

/** A code begins with the code of what it hangs on, so that it says by itself where it belongs. */
const belongsUnder = (id: string, parentId: string): boolean =>
  parentKinds[kindOfId(id)].includes(kindOfId(parentId)) &&
  (kindOfId(id) === 'department' ? id.startsWith(`${parentId}-`) : id.startsWith(parentId));

interface NewNode {
  readonly id: string;
  readonly name: OrganisationNode['name'];
  readonly now: Instant;
}

/** The district of a table; only the first administrator's command makes one. */
export const foundDistrict = ({ id, name, now }: NewNode): NodeDecision => {
  if (kindOfId(id) !== 'district') return { refusal: 'access.node_code_wrong' };
  const node: OrganisationNode = { kind: 'district', name, path: id, active: true, createdAt: now };
  return decided(node, 'established', { name });
};

export const establish = (parentPath: string, { id, name, now }: NewNode): NodeDecision => {
  if (!belongsUnder(id, idOfPath(parentPath))) return { refusal: 'access.node_code_wrong' };
  const path = `${parentPath}/${id}`;
  const node: OrganisationNode = { kind: kindOfId(id), name, parentPath, path, active: true, createdAt: now };
  return decided(node, 'established', { name });
};

export const rename = (node: OrganisationNode, name: OrganisationNode['name']): NodeDecision =>
  decided({ ...node, name }, 'renamed', { from: node.name, to: name });

/** Nobody closes what their own account belongs to: it would leave nobody to open it again. */
export const close = (node: OrganisationNode, callerScope: string): NodeDecision => {
  if (node.path === callerScope) return { refusal: 'access.own_node' };
  return node.active ? decided({ ...node, active: false }, 'closed', {}) : { refusal: 'access.node_closed' };
};

export const reopen = (node: OrganisationNode): NodeDecision =>
  node.active ? { refusal: 'access.node_open' } : decided({ ...node, active: true }, 'reopened', {});

import { idOfPath } from '../platform/contract/node-path.ts';
import { caseKey } from '../platform/ledger/case-keys.ts';
import { readWholeList } from '../platform/ledger/lists.ts';
import type { CaseType, Companion, Stored } from '../platform/ledger/steps.ts';
import type { Store } from '../platform/runtime/store.ts';
import { type NodeView, nodeViewSchema } from './access.views.ts';
import { type OrganisationNode, organisationNodeSchema } from './organisations.states.ts';

export const organisationType: CaseType<OrganisationNode> = {
  kind: 'ORG',
  schema: organisationNodeSchema,
  raisedAt: ({ createdAt }) => createdAt,
  dueAt: () => undefined,
};

export const organisationList = 'organisations';

export const nodeView = ({ id, version, state }: Stored<OrganisationNode>): NodeView => ({
  id,
  path: state.path,
  kind: state.kind,
  name: state.name,
  active: state.active,
  version,
});

/** Access pattern 5; a few hundred organisations, so one query, or two for the largest district. */
export const readTree = (store: Store): Promise<NodeView[]> =>
  readWholeList(store, nodeViewSchema, { list: organisationList });

/** Holds a commit to an organisation that is there and open; no read before it, so none that could be outdated. */
export const nodeStands = (path: string): Companion<'access.node_unknown'> => ({
  write: {
    ConditionCheck: {
      Key: caseKey(organisationType.kind, idOfPath(path), 'STATE'),
      ConditionExpression: '#state.#path = :path AND #state.#active = :yes',
      ExpressionAttributeNames: { '#state': 'state', '#path': 'path', '#active': 'active' },
      ExpressionAttributeValues: { ':path': path, ':yes': true },
    },
  },
  refusal: 'access.node_unknown',
});

/** A table serves one district: only the first to found it finds this key free. */
export const districtIsFirst: Companion<'access.district_exists'> = {
  write: {
    Put: {
      Item: caseKey(organisationType.kind, 'ROOT', 'ROOT'),
      ConditionExpression: 'attribute_not_exists(PK)',
    },
  },
  refusal: 'access.district_exists',
};

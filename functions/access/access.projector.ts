import { trailOf } from '../platform/contract/node-path.ts';
import type { Projector } from '../platform/ledger/projections.ts';
import type { OrganisationNode } from './organisations.states.ts';
import { nodeView, organisationList, organisationType } from './organisations.store.ts';
import type { Staff } from './staff.states.ts';
import { staffAtList, staffList, staffRow, staffType } from './staff.store.ts';

/** All of them in one list, by path: a node stands before what is under it. */
export const organisationProjector: Projector<OrganisationNode> = {
  type: organisationType,
  project: (stored) => ({
    entries: [{ list: organisationList, sort: stored.state.path, row: nodeView(stored) }],
    counts: [],
  }),
};

/**
 * In the list of their own organisation and of every one above it, by login name; and while they are active, of those
 * who are there to be told something at their own.
 */
export const staffProjector: Projector<Staff> = {
  type: staffType,
  project: (stored) => {
    const { scope, status } = stored.state;
    const lists = [...trailOf(scope).map(staffList), ...(status === 'active' ? [staffAtList(scope)] : [])];
    const row = staffRow(stored);
    return { entries: lists.map((list) => ({ list, sort: stored.state.loginName, row })), counts: [] };
  },
};

import { nodesOf } from '../households/households.lists.ts';
import { isWithin } from '../platform/contract/roles.ts';
import type { Count, ListEntry, Projector } from '../platform/ledger/projections.ts';
import type { Stored } from '../platform/ledger/steps.ts';
import { effectiveDay, isUnvisited, waitsForOffPeak } from './assignments.rules.ts';
import type { Assignment } from './assignments.states.ts';
import {
  assignedList,
  assignmentType,
  coverageSubject,
  peopleSubject,
  todoList,
  unvisitedList,
} from './assignments.store.ts';
import type { AssignmentRow } from './campaigns.views.ts';

/** Digits of a position, so that text order is its order. */
const orderWidth = 6;

export const assignmentRow = ({ version, state }: Stored<Assignment>): AssignmentRow => ({
  campaign: state.campaign,
  household: state.household,
  version,
  village: state.village,
  area: state.area,
  address: state.address,
  kind: state.kind,
  head: state.head,
  hasPhone: state.hasPhone,
  categories: state.categories,
  assignee: state.assignee,
  day: state.day,
  order: state.order,
  status: state.status,
  next: state.status === 'planned' ? state.next : undefined,
  tried: state.tried,
  visitedAt: state.status === 'visited' ? state.visited.at : undefined,
});

const fieldsOf = (assignment: Assignment): string[] => [
  'assigned',
  assignment.status,
  ...(assignment.tried > 0 ? ['tried'] : []),
  ...(waitsForOffPeak(assignment) ? ['waitingOffPeak'] : []),
];

/** The lists of whoever has to go there and of every node up to the campaign's scope, and the coverage of each. */
export const assignmentProjector: Projector<Assignment> = {
  type: assignmentType,
  project: (stored) => {
    const { state } = stored;
    const { campaign, village, area, assignee, scope } = state;
    const row = assignmentRow(stored);
    const order = String(state.order).padStart(orderWidth, '0');
    const sort = `${effectiveDay(state)}#${order}`;
    const nodes = nodesOf(village, area).filter((node) => isWithin(node, scope));
    const under = nodes.slice(0, -1).map((parent, index) => ({ parent, node: nodes[index + 1] ?? parent }));
    const entries: ListEntry[] = [{ list: assignedList(campaign, village), sort: order, row }];
    if (state.status === 'planned') entries.push({ list: todoList(assignee.id), sort, row });
    if (isUnvisited(state))
      entries.push(...nodes.map((node) => ({ list: unvisitedList(campaign, node), sort, row })));
    return {
      entries,
      counts: fieldsOf(state).flatMap((field): Count[] => [
        ...under.map(({ parent, node }) => ({
          subject: coverageSubject(campaign, parent),
          period: node,
          field,
          by: 1,
        })),
        { subject: peopleSubject(campaign, village), period: assignee.id, field, by: 1 },
      ]),
    };
  },
};

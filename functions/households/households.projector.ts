import { nowPeriod } from '../platform/ledger/counters.ts';
import type { Count, ListEntry, Projector } from '../platform/ledger/projections.ts';
import { nodesOf } from './households.lists.ts';
import { categoriesOf } from './households.rules.ts';
import type { Household } from './households.states.ts';
import {
  doorOrder,
  householdList,
  householdRow,
  householdSubject,
  householdType,
  timelineList,
} from './households.store.ts';
import type { TimelineRow } from './households.views.ts';

/** What a household counts for: one that has left counts as nothing else. */
const fieldsOf = (household: Household): string[] =>
  household.status === 'gone' ? ['gone'] : ['active', household.kind, ...categoriesOf(household)];

const timelineOf = (id: string, household: Household): ListEntry[] => {
  const rows: TimelineRow[] = [
    { type: 'registered', at: household.createdAt, source: household.source },
    ...(household.status === 'gone'
      ? [
          {
            type: 'departed' as const,
            at: household.gone.at,
            reason: household.gone.reason,
            by: household.gone.by.name,
          },
        ]
      : []),
  ];
  return rows.map((row) => ({ list: timelineList(id), sort: `${row.at}#${row.type}`, row }));
};

/** The register of its village and area, its timeline, and the figures of every node it counts for. */
export const householdProjector: Projector<Household> = {
  type: householdType,
  project: (stored) => {
    const { id, state } = stored;
    const row = householdRow(stored);
    const sort = doorOrder(state);
    return {
      entries: [
        { list: householdList(state.village, undefined, state.status), sort, row },
        { list: householdList(state.village, state.area ?? '-', state.status), sort, row },
        ...timelineOf(id, state),
      ],
      counts: nodesOf(state.village, state.area).flatMap((node): Count[] =>
        fieldsOf(state).map((field) => ({
          subject: householdSubject(node),
          period: nowPeriod,
          field,
          by: 1,
        })),
      ),
    };
  },
};

import { timelineList } from '../households/households.store.ts';
import type { TimelineRow } from '../households/households.views.ts';
import { trailOf } from '../platform/contract/node-path.ts';
import type { Count, ListEntry, Projector } from '../platform/ledger/projections.ts';
import type { Stored } from '../platform/ledger/steps.ts';
import { sharesOf } from './day-ledgers.rules.ts';
import { visitsSubject } from './day-ledgers.store.ts';
import { dayFigures } from './day-ledgers.words.ts';
import type { Visit } from './visits.states.ts';
import { visitType } from './visits.store.ts';
import type { VisitRow } from './visits.views.ts';
import { conflictList, dayList, ownList } from './visits-lists.store.ts';

/** What a list shows of a visit: no views, no notes, nobody's name but the visitor's. */
export const visitRow = ({ id, version, state }: Stored<Visit>): VisitRow => {
  const { campaign, household, village, area, address, by, at, recordedAt, day, outcome } = state;
  const { satisfaction, offPeak, issues, materials, conflict, settled } = state;
  return {
    visit: id,
    version,
    ...{ campaign, household, village, area, address, by, at, recordedAt, day, outcome, satisfaction },
    ...{ offPeak, issues, materials: materials.length, conflict, settled },
  };
};

const timelineRow = (
  visit: string,
  { at, by, outcome, campaign, satisfaction, issues }: Visit,
): TimelineRow => ({
  type: 'visit',
  ...{ at, visit, by: by.name, outcome, campaign, satisfaction, issues: issues.length },
});

/** Lists and figures of visits; a void one stays in every list, marked, and counts nowhere. */
export const visitProjector: Projector<Visit> = {
  type: visitType,
  project: (stored) => {
    const { id, state: visit } = stored;
    const { at, by, conflict, day, household, settled, village } = visit;
    const row = visitRow(stored);
    const nodes = trailOf(village);
    const waits = conflict !== undefined && settled === undefined;
    const shares = sharesOf(row);
    return {
      entries: [
        { list: dayList(village, day), sort: at, row },
        { list: ownList(by.id), sort: at, row },
        { list: timelineList(household), sort: at, row: timelineRow(id, visit) },
        ...(waits ? nodes.map((node): ListEntry => ({ list: conflictList(node), sort: at, row })) : []),
      ],
      counts: [...nodes, by.id].flatMap((node): Count[] =>
        dayFigures.flatMap((field) =>
          shares[field] === 0
            ? []
            : [{ subject: visitsSubject(node), period: day, field, by: shares[field] }],
        ),
      ),
    };
  },
};

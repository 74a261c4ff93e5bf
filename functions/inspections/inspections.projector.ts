import { trailOf } from '../platform/contract/node-path.ts';
import { isWithin } from '../platform/contract/roles.ts';
import type { ListEntry, Projector } from '../platform/ledger/projections.ts';
import type { Stored } from '../platform/ledger/steps.ts';
import type { Inspection, Results } from './inspections.states.ts';
import { inspectionType } from './inspections.store.ts';
import type { InspectionRow } from './inspections.views.ts';
import { inspectionList } from './inspections-lists.store.ts';
import { resultsIn } from './rates.rules.ts';

const rowFor = (node: string, { id, version, state: inspection }: Stored<Inspection>): InspectionRow => {
  const { from, to, drawnBy, drawnAt, strata } = inspection;
  const results: Results | undefined =
    inspection.state === 'finished'
      ? resultsIn(inspection.results, (village) => isWithin(village, node))
      : undefined;
  return {
    inspection: id,
    version,
    state: inspection.state,
    node: inspection.node,
    ...{ from, to, drawnBy, drawnAt, results },
    startedAt: inspection.state === 'drawn' ? undefined : inspection.startedAt,
    finishedAt: inspection.state === 'finished' ? inspection.finishedAt : undefined,
    drawn: strata.reduce((sum, { village, drawn }) => sum + (isWithin(village, node) ? drawn : 0), 0),
  };
};

/**
 * A drawn inspection stands only where inspectors of the whole of it look; once started, also with every town and
 * village it concerns, each with its own part. No figure counts inspections, so none gives a drawn one away.
 */
export const inspectionProjector: Projector<Inspection> = {
  type: inspectionType,
  project: (stored) => {
    const { state: inspection } = stored;
    const above = trailOf(inspection.node);
    if (inspection.state === 'drawn') {
      return {
        entries: above.map((node) => ({
          list: inspectionList(node, 'drawn'),
          sort: inspection.drawnAt,
          row: rowFor(inspection.node, stored),
        })),
        counts: [],
      };
    }
    const concerned = inspection.strata.flatMap(({ village, drawn }) => (drawn > 0 ? trailOf(village) : []));
    return {
      entries: [...new Set([...above, ...concerned])].map(
        (node): ListEntry => ({
          list: inspectionList(node, 'started'),
          sort: inspection.startedAt,
          row: rowFor(node, stored),
        }),
      ),
      counts: [],
    };
  },
};

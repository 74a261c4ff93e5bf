import { trailOf } from '../platform/contract/node-path.ts';
import { type Page, readListPage } from '../platform/ledger/lists.ts';
import type { Count, Projector } from '../platform/ledger/projections.ts';
import type { CaseType, Stored } from '../platform/ledger/steps.ts';
import type { ItemKey, Store } from '../platform/runtime/store.ts';
import { type AssistanceEvent, eventSchema } from './events.states.ts';
import { type EventRow, eventRowSchema } from './events.views.ts';
import { eventsList, servicesSubject } from './services.lists.ts';
import { limits } from './services.words.ts';

export const eventType: CaseType<AssistanceEvent> = {
  kind: 'ASSISTANCE',
  schema: eventSchema,
  raisedAt: ({ createdAt }) => createdAt,
  dueAt: () => undefined,
};

export const eventRow = ({ id, version, state }: Stored<AssistanceEvent>): EventRow => ({
  ...state,
  event: id,
  version,
});

/** Lists and figures of events; what was withdrawn stays in the list and counts nowhere. */
export const eventProjector: Projector<AssistanceEvent> = {
  type: eventType,
  project: (stored) => {
    const { state, kind, node, day, served = 0, volunteers, leaflets, works, takings } = stored.state;
    const year = day.slice(0, 4);
    const nodes = trailOf(node);
    const row = eventRow(stored);
    const figures = {
      ...{ events: 1, served, volunteers, leaflets, works, takings },
      ...{ [`events-${kind}`]: 1, [`served-${kind}`]: served },
    };
    return {
      entries: nodes.map((at) => ({ list: eventsList(at, year), sort: day, row })),
      counts:
        state === 'withdrawn'
          ? []
          : nodes.flatMap((at) =>
              Object.entries(figures)
                .filter(([, by]) => by > 0)
                .map(([field, by]): Count => ({ subject: servicesSubject(at), period: year, field, by })),
            ),
    };
  },
};

/** Access pattern 5: the latest first. */
export const eventPage = (store: Store, list: string, cursor: ItemKey | undefined): Promise<Page<EventRow>> =>
  readListPage(store, eventRowSchema, { list, cursor, size: limits.perPage, order: 'newest first' });

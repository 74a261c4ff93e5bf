import { timelineList } from '../households/households.store.ts';
import type { TimelineRow } from '../households/households.views.ts';
import type { ListEntry } from '../platform/ledger/projections.ts';
import type { ShownPerson } from './people.states.ts';

type ServiceRow = Omit<Extract<TimelineRow, { type: 'service' }>, 'type'>;

/** Where the household of a person shows what was done for them; none where no household is known. */
export const timelineEntries = (row: ServiceRow, { household }: ShownPerson): ListEntry[] =>
  household === undefined
    ? []
    : [{ list: timelineList(household), sort: row.at, row: { type: 'service', ...row } }];

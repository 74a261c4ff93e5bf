import { trailOf } from '../platform/contract/node-path.ts';
import {
  type Counts,
  counterKey,
  countsOf,
  type Reading,
  readCounter,
  readCounters,
} from '../platform/ledger/counters.ts';
import { type Page, type PageQuery, readListPage } from '../platform/ledger/lists.ts';
import type { Count, Projector } from '../platform/ledger/projections.ts';
import type { CaseType, Stored } from '../platform/ledger/steps.ts';
import type { Store } from '../platform/runtime/store.ts';
import { type Publicity, publicitySchema } from './figures.states.ts';
import { type PublicityRow, publicityRowSchema } from './figures.views.ts';
import { assistedSubject, coveredSubject, programmeSubject } from './programme.lists.ts';
import type { Category } from './programme.words.ts';

export const publicityType: CaseType<Publicity> = {
  kind: 'PUBLICITY',
  schema: publicitySchema,
  raisedAt: ({ createdAt }) => createdAt,
  dueAt: () => undefined,
};

/** Publicity of a place and below it in one year, by day. */
export const publicityList = (node: string, year: string | number): string => `publicity/${node}/${year}`;

/** How often, with what reach and how many copies, by year. */
const publicitySubject = (node: string): string => `publicity/${node}`;

export const publicityRow = ({ id, version, state }: Stored<Publicity>): PublicityRow => ({
  ...state,
  entry: id,
  version,
});

/** Lists and figures of what was made known; what was withdrawn stays in the list and counts nowhere. */
export const publicityProjector: Projector<Publicity> = {
  type: publicityType,
  project: (stored) => {
    const { state, node, day, channel, reach = 0, copies = 0 } = stored.state;
    const period = day.slice(0, 4);
    const nodes = trailOf(node);
    const figures = { entries: 1, reach, copies };
    return {
      entries: nodes.map((at) => ({
        list: publicityList(at, period),
        sort: day,
        row: publicityRow(stored),
      })),
      counts:
        state === 'withdrawn'
          ? []
          : nodes.flatMap((at) =>
              Object.entries(figures)
                .filter(([, by]) => by > 0)
                .map(
                  ([figure, by]): Count => ({
                    ...{ subject: publicitySubject(at), period },
                    ...{ field: `${channel}-${figure}`, by },
                  }),
                ),
            ),
    };
  },
};

/** Access pattern 5: the latest first. */
export const readPublicity = (store: Store, page: Omit<PageQuery, 'order'>): Promise<Page<PublicityRow>> =>
  readListPage(store, publicityRowSchema, { ...page, order: 'newest first' });

/** Access pattern 6: one read. */
export const readPublicityCounts = (store: Store, node: string, year: number): Promise<Counts> =>
  readCounter(store, publicitySubject(node), String(year));

/** Access pattern 6: one read. */
export const readProgrammeCounts = (store: Store, node: string, year: number): Promise<Counts> =>
  readCounter(store, programmeSubject(node), String(year));

/** Access pattern 6: people counted in a year at activities for disabled residents; one read. */
export const readAssistedPeople = async (store: Store, node: string, year: number): Promise<number> =>
  (await readCounter(store, assistedSubject(node), String(year)))['people'] ?? 0;

/** The same of many places, for whoever reads them together. */
export const assistedPeople = (node: string, year: number): Reading<number> => {
  const key = counterKey(assistedSubject(node), String(year));
  return { keys: [key], read: (found) => countsOf(found(key))['people'] ?? 0 };
};

/** Access pattern 6: sessions held in the villages of a town in one year; one query. */
export const readCovered = async (
  store: Store,
  category: Category,
  town: string,
  year: number,
): Promise<(village: string) => number> => {
  const counters = await readCounters(store, coveredSubject(category, town));
  return (village) => counters.get(village)?.[String(year)] ?? 0;
};

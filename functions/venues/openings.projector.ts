import { trailOf } from '../platform/contract/node-path.ts';
import type { Projector } from '../platform/ledger/projections.ts';
import type { HoursWeek } from './openings.states.ts';
import { hoursList, hoursSubject, hoursWeekType } from './openings.store.ts';

/** So that the largest gap comes first: no week has more minutes than 10,080. */
const worstFirst = (gap: number): string => String(99_999 - gap).padStart(5, '0');

/** Whether a week counts as kept; one that lies ahead, by what is planned. */
const keeps = ({ meets }: HoursWeek): boolean => meets.hours && meets.offPeak;

export const hoursWeekProjector: Projector<HoursWeek> = {
  type: hoursWeekType,
  project: ({ state }) => {
    const { node, week, gap, name, planned, actual } = state;
    const nodes = trailOf(node);
    const fields = { venues: 1, meeting: keeps(state) ? 1 : 0, planned, actual };
    return {
      entries: nodes.map((at) => ({
        list: hoursList(at, week),
        sort: `${worstFirst(gap)}#${name}`,
        row: state,
      })),
      counts: nodes.flatMap((at) =>
        Object.entries(fields)
          .filter(([, by]) => by !== 0)
          .map(([field, by]) => ({ subject: hoursSubject(at), period: week, field, by })),
      ),
    };
  },
};

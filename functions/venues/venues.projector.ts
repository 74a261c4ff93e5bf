import { nowPeriod } from '../platform/ledger/counters.ts';
import type { Projector } from '../platform/ledger/projections.ts';
import type { Stored } from '../platform/ledger/steps.ts';
import type { Venue } from './venues.states.ts';
import { venueList, venueNodes, venueType } from './venues.store.ts';
import type { VenueRow } from './venues.views.ts';

const venueRow = ({ id, version, state: venue }: Stored<Venue>): VenueRow => {
  const { state, kind, name, node, address, position, phone, capacity, facilities, access } = venue;
  return {
    venue: id,
    version,
    ...{ state, kind, name, node, address, position, phone, capacity, facilities, access },
    bookableRooms: venue.rooms.filter(({ bookable }) => bookable).length,
    keeper: venue.keeper?.name,
    timetables: venue.timetables,
    exceptions: venue.exceptions.map(({ by: _, ...exception }) => exception),
  };
};

/** Lists of venues and how many are open, by kind; what was given up stands in neither. */
export const venueProjector: Projector<Venue> = {
  type: venueType,
  project: (stored) => {
    const { state } = stored;
    if (state.state === 'ended') return { entries: [], counts: [] };
    const lists = venueNodes(state).map(venueList);
    const row = venueRow(stored);
    const field = state.state === 'open' ? state.kind : 'planned';
    return {
      entries: lists.map((list) => ({ list, sort: `${state.kind}#${state.name}`, row })),
      counts: lists.map((subject) => ({ subject, period: nowPeriod, field, by: 1 })),
    };
  },
};

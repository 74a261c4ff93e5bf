import { trailOf } from '../platform/contract/node-path.ts';
import { caseKey } from '../platform/ledger/case-keys.ts';
import type { ListEntry, Projector } from '../platform/ledger/projections.ts';
import type { CaseType, Stored } from '../platform/ledger/steps.ts';
import type { ItemKey } from '../platform/runtime/store.ts';
import type { RoomSlots } from '../venues/room-slots.usecases.ts';
import { roomKeptUntil } from './bookings.retention.ts';
import type { RoomBookingView } from './bookings.views.ts';
import { roomsList, roomsToDecideList } from './bookings-lists.store.ts';
import { type RoomBooking, roomBookingSchema } from './rooms.states.ts';

export const roomBookingType: CaseType<RoomBooking> = {
  kind: 'ROOMBOOKING',
  schema: roomBookingSchema,
  raisedAt: ({ requestedAt }) => requestedAt,
  dueAt: ({ state, startsAt }) => (state === 'requested' ? startsAt : undefined),
  keptUntil: roomKeptUntil,
};

export const roomBookingKey = (reference: string): ItemKey =>
  caseKey(roomBookingType.kind, reference, 'STATE');

/** The slots a booking takes, under its reference. */
export const slotsTaken = (reference: string, booking: RoomBooking): RoomSlots => {
  const { venue, room, day, slots } = booking;
  return { venue, room, day, slots, holder: `${roomBookingType.kind}#${reference}` };
};

export const roomBookingView = ({
  id,
  version,
  state: { slots: _, node: __, consent: ___, ...booking },
}: Pick<Stored<RoomBooking>, 'id' | 'version' | 'state'>): RoomBookingView => ({
  reference: id,
  version,
  ...booking,
});

/** Every booking in its venue's list, and what waits for a decision in those of its place. */
export const roomBookingProjector: Projector<RoomBooking> = {
  type: roomBookingType,
  project: (stored) => {
    const { state: booking } = stored;
    const row = roomBookingView(stored);
    const sort = booking.startsAt;
    const waiting: ListEntry[] =
      booking.state === 'requested'
        ? trailOf(booking.node).map((node) => ({ list: roomsToDecideList(node), sort, row }))
        : [];
    return { entries: [{ list: roomsList(booking.venue), sort, row }, ...waiting], counts: [] };
  },
};

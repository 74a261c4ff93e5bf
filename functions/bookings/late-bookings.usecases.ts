import { dueBy } from '../platform/ledger/due.ts';
import { readCases } from '../platform/ledger/ledger.ts';
import type { Stored } from '../platform/ledger/steps.ts';
import type { Store } from '../platform/runtime/store.ts';
import type { Instant } from '../platform/runtime/time.ts';
import type { Held } from './enrolments.states.ts';
import { enrolmentType } from './enrolments.store.ts';
import type { RoomBooking } from './rooms.states.ts';
import { roomBookingType } from './rooms.store.ts';

/** Rooms asked for that begin by an instant and nobody has decided on, the earliest first. */
export const undecidedRooms = async (store: Store, by: Instant): Promise<readonly Stored<RoomBooking>[]> => {
  const due = await dueBy(store, roomBookingType, by);
  const rooms = await readCases(
    store,
    roomBookingType,
    due.map(({ id }) => id),
  );
  return rooms.filter(({ state }) => state.state === 'requested');
};

/** Places that were held for somebody until an instant or before, and still are. */
export const lateHolds = async (
  store: Store,
  until: Instant,
): Promise<readonly { readonly id: string; readonly state: Held }[]> => {
  const due = await dueBy(store, enrolmentType, until);
  const enrolments = await readCases(
    store,
    enrolmentType,
    due.map(({ id }) => id),
  );
  return enrolments.flatMap(({ id, state }) => (state.state === 'held' ? [{ id, state }] : []));
};

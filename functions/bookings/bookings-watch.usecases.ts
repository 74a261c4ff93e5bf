import { nowPeriod, readCounter } from '../platform/ledger/counters.ts';
import { dueBy } from '../platform/ledger/due.ts';
import { scheduleCommand, sweep, together } from '../platform/ledger/sweep.ts';
import type { Run } from '../platform/runtime/schedule-function.ts';
import type { Instant } from '../platform/runtime/time.ts';
import { lookBack } from './attendance.rules.ts';
import { attendanceSubject } from './bookings-lists.store.ts';
import { hasPlaces, lapse } from './enrolments.rules.ts';
import { enrolmentType } from './enrolments.store.ts';
import { changeEnrolment } from './enrolments.usecases.ts';
import { dueLines, stopWatching } from './line.store.ts';
import type { Offer } from './offers.rules.ts';
import { type BookingDependencies, readOffer } from './offers.usecases.ts';
import { lapseRoom } from './rooms.rules.ts';
import { roomBookingType } from './rooms.store.ts';
import { changeRoom } from './rooms.usecases.ts';
import { settleLine } from './settling.usecases.ts';

/** Ends holds nobody accepted in time, most overdue first; each gives its places to the next in line. */
const lapseHolds = async (deps: BookingDependencies, now: Instant): Promise<Run> => {
  const due = await dueBy(deps.store, enrolmentType, now);
  return sweep(
    deps,
    due.map(({ id }) => id),
    async (id) => {
      const found = await deps.ledger.read(enrolmentType, id);
      if (found?.state.state !== 'held') return undefined;
      let lapsed = false;
      await changeEnrolment(deps, {
        ...{ found, command: scheduleCommand('booking-line', id, now), ifMatch: undefined },
        decide: (enrolment) => {
          const decision = lapse(enrolment, now);
          lapsed = decision !== undefined;
          return decision;
        },
      });
      return lapsed;
    },
  );
};

/** Moves on every line that something was left undone in, and forgets those in which nothing can be done. */
export const watchLines = async (deps: BookingDependencies, now: Instant): Promise<Run> => {
  const holds = await lapseHolds(deps, now);
  const due = await dueLines(deps.store, now);
  const offers = new Set(due.map(({ offer }) => offer));
  const lines = await sweep(deps, [...offers], async (offer) => {
    await settleLine(deps, await readOffer(deps, offer));
    // Whoever still waits found no room; when there is some again, whoever made it moves the line on.
    for (const { key } of due.filter((one) => one.waits && one.offer === offer))
      await stopWatching(deps.store, key);
    return true;
  });
  return together(holds, lines);
};

/** Sessions of an offer that somebody was checked in to. */
const usedSessions = async (
  deps: BookingDependencies,
  offer: Offer,
  known: Map<string, boolean>,
  now: Instant,
): Promise<Set<number>> => {
  const used = new Set<number>();
  for (const { no, to, calledOff } of offer.dates) {
    if (calledOff || to > now) continue;
    const session = `${offer.activity}.${no}`;
    const isUsed =
      known.get(session) ??
      ((await readCounter(deps.store, attendanceSubject(session), nowPeriod))['came'] ?? 0) > 0;
    known.set(session, isUsed);
    if (isUsed) used.add(no);
  }
  return used;
};

/** Marks who did not come to the sessions that are over. */
export const watchAttendance = async (deps: BookingDependencies, now: Instant): Promise<Run> => {
  const known = new Map<string, boolean>();
  const due = await dueBy(deps.store, enrolmentType, now);
  const { examined, found, failed } = await sweep(
    deps,
    due.map(({ id }) => id),
    async (id) => {
      const enrolled = await deps.ledger.read(enrolmentType, id);
      if (!enrolled || !hasPlaces(enrolled.state) || enrolled.state.state === 'held') return undefined;
      const used = await usedSessions(deps, await readOffer(deps, enrolled.state.offer), known, now);
      let missed = false;
      await changeEnrolment(deps, {
        ...{ found: enrolled, command: scheduleCommand('booking-care', id, now), ifMatch: undefined },
        decide: (enrolment, offer) => {
          const decision = lookBack(enrolment, offer, used, now);
          missed = decision !== undefined && 'next' in decision && decision.events[0].type === 'did-not-come';
          return decision;
        },
      });
      return missed;
    },
  );
  // Of those that were not found most came: they are no others' doing.
  return { examined, found, failed };
};

/** Gives back rooms that nobody decided on before they began. */
export const watchRooms = async (deps: BookingDependencies, now: Instant): Promise<Run> => {
  const due = await dueBy(deps.store, roomBookingType, now);
  return sweep(
    deps,
    due.map(({ id }) => id),
    async (id) => {
      const { state } = await changeRoom(deps, {
        ...{ reference: id, command: scheduleCommand('booking-care', id, now), ifMatch: undefined },
        decide: (booking) => lapseRoom(booking, now),
      });
      return state.state === 'lapsed';
    },
  );
};

/** What is looked at once an hour, one after the other, as one run. */
export const watchCare = async (deps: BookingDependencies, now: Instant): Promise<Run> =>
  together(await watchAttendance(deps, now), await watchRooms(deps, now));

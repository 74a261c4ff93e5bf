import { nowPeriod, readCounter } from '../platform/ledger/counters.ts';
import { dueBy } from '../platform/ledger/due.ts';
import type { Command } from '../platform/ledger/steps.ts';
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

interface Tally {
  examined: number;
  found: number;
  failed: number;
  /** Somebody acted in between, or a run beside this one was first. */
  settled: number;
}

const emptyTally = (): Tally => ({ examined: 0, found: 0, failed: 0, settled: 0 });

const runOf = ({ settled, ...run }: Tally): Run => ({ ...run, skipped: { settled } });

const commandFor = (name: string, what: string, now: Instant): Command => ({
  key: `${name} ${now} ${what}`,
  request: '',
  actor: { kind: 'schedule', name },
  now,
});

/** One record of a sweep; what fails stays due and comes again with the next run, as does all of a run that breaks off. */
const attempt = async (
  { log }: BookingDependencies,
  tally: Tally,
  id: string,
  task: () => Promise<boolean>,
): Promise<void> => {
  tally.examined += 1;
  try {
    if (await task()) tally.found += 1;
    else tally.settled += 1;
  } catch (error) {
    tally.failed += 1;
    log.error('sweep.record_failed', { id }, error);
  }
};

/** Ends holds nobody accepted in time, most overdue first; each gives its places to the next in line. */
const lapseHolds = async (deps: BookingDependencies, tally: Tally, now: Instant): Promise<void> => {
  for (const { id } of await dueBy(deps.store, enrolmentType, now)) {
    const found = await deps.ledger.read(enrolmentType, id);
    if (found?.state.state !== 'held') continue;
    await attempt(deps, tally, id, async () => {
      let lapsed = false;
      await changeEnrolment(deps, {
        found,
        command: commandFor('booking-line', id, now),
        ifMatch: undefined,
        decide: (enrolment) => {
          const decision = lapse(enrolment, now);
          lapsed = decision !== undefined;
          return decision;
        },
      });
      return lapsed;
    });
  }
};

/** Moves on every line that something was left undone in, and forgets those in which nothing can be done. */
export const watchLines = async (deps: BookingDependencies, now: Instant): Promise<Run> => {
  const tally = emptyTally();
  await lapseHolds(deps, tally, now);
  const due = await dueLines(deps.store, now);
  for (const offer of new Set(due.map((one) => one.offer))) {
    await attempt(deps, tally, offer, async () => {
      await settleLine(deps, await readOffer(deps, offer));
      // Whoever still waits found no room; when there is some again, whoever made it moves the line on.
      for (const { key } of due.filter((one) => one.waits && one.offer === offer))
        await stopWatching(deps.store, key);
      return true;
    });
  }
  return runOf(tally);
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
  const tally = emptyTally();
  const known = new Map<string, boolean>();
  for (const { id } of await dueBy(deps.store, enrolmentType, now)) {
    const found = await deps.ledger.read(enrolmentType, id);
    if (!found || !hasPlaces(found.state) || found.state.state === 'held') continue;
    await attempt(deps, tally, id, async () => {
      const used = await usedSessions(deps, await readOffer(deps, found.state.offer), known, now);
      let missed = false;
      await changeEnrolment(deps, {
        found,
        command: commandFor('booking-care', id, now),
        ifMatch: undefined,
        decide: (enrolment, offer) => {
          const decision = lookBack(enrolment, offer, used, now);
          missed = decision !== undefined && 'next' in decision && decision.events[0].type === 'did-not-come';
          return decision;
        },
      });
      return missed;
    });
  }
  // Of those that were not found most came: they are no others' doing.
  const { examined, found, failed } = tally;
  return { examined, found, failed };
};

/** Gives back rooms that nobody decided on before they began. */
export const watchRooms = async (deps: BookingDependencies, now: Instant): Promise<Run> => {
  const tally = emptyTally();
  for (const { id } of await dueBy(deps.store, roomBookingType, now)) {
    await attempt(deps, tally, id, async () => {
      const { state } = await changeRoom(deps, {
        reference: id,
        command: commandFor('booking-care', id, now),
        ifMatch: undefined,
        decide: (booking) => lapseRoom(booking, now),
      });
      return state.state === 'lapsed';
    });
  }
  return runOf(tally);
};

/** What is looked at once an hour, one after the other, as one run. */
export const watchCare = async (deps: BookingDependencies, now: Instant): Promise<Run> => {
  const [attendance, rooms] = [await watchAttendance(deps, now), await watchRooms(deps, now)];
  return {
    examined: attendance.examined + rooms.examined,
    found: attendance.found + rooms.found,
    ...(rooms.skipped ? { skipped: rooms.skipped } : {}),
    failed: attendance.failed + rooms.failed,
  };
};

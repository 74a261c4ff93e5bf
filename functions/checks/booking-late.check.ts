import type { OrganisationNodes } from '../access/organisations.usecases.ts';
import { lateHolds, undecidedRooms } from '../bookings/late-bookings.usecases.ts';
import type { Verdict } from '../findings/findings.states.ts';
import { allOfCheck } from '../findings/findings.store.ts';
import type { Core } from '../platform/runtime/core.ts';
import { addMinutes, type Instant } from '../platform/runtime/time.ts';
import { uncountedSessions } from '../programme/listed.usecases.ts';
import type { Check, Seen } from './check.ts';

interface Dependencies extends Pick<Core, 'store'> {
  readonly nodes: Pick<OrganisationNodes, 'tree'>;
}

const day = 24 * 60;
/** Minutes the sweep, which comes every minute, has to give a held place on. */
const holdGrace = 60;
/** Days of sessions that are looked through; what was found before stays until somebody recorded it. */
const lookBack = 30;

const late = (node: string, since: Instant, facts: Verdict['facts']): Verdict => ({
  ...{ check: 'booking-care', node, answers: { node }, severity: 'late', since, facts },
});

const rooms = async (store: Core['store'], now: Instant): Promise<Seen[]> =>
  (await undecidedRooms(store, addMinutes(now, day))).map(({ id, state }) => {
    const { node, roomName: room, startsAt, requestedAt } = state;
    const facts = { room, from: startsAt };
    return {
      record: { kind: 'ROOMBOOKING', id },
      verdict:
        startsAt <= now
          ? late(node, startsAt, facts)
          : { ...late(node, requestedAt, facts), severity: 'notice' },
    };
  });

const holds = async (store: Core['store'], now: Instant): Promise<Seen[]> =>
  (await lateHolds(store, addMinutes(now, -holdGrace))).map(({ id, state: { node, heldUntil, title } }) => ({
    record: { kind: 'ENROLMENT', id },
    verdict: late(node, heldUntil, { title }),
  }));

const attendance = async (store: Core['store'], district: string, now: Instant): Promise<Seen[]> => {
  const known = (await allOfCheck(store, 'booking-care')).filter(({ record }) => record.kind === 'SESSION');
  const sessions = await uncountedSessions(store, {
    node: district,
    from: addMinutes(now, -lookBack * day),
    endedBefore: addMinutes(now, -day),
    known: known.map(({ record }) => record.id),
  });
  return sessions.map(({ id, state: { node, to, from, title, activity } }) => ({
    record: { kind: 'SESSION', id },
    verdict: late(node, addMinutes(to, day), { title, from, activity }),
  }));
};

/**
 * Rooms asked for that begin within a day and nobody decided on, places held past their time, and sessions people
 * enrolled for whose attendance nobody recorded for a day. The first two are found in the due index, which has
 * nothing of it when all is well.
 */
export const bookingLate: Check<Dependencies> = {
  name: 'booking-care',
  look: async ({ store, nodes }, now) => {
    const district = (await nodes.tree(now)).nodes.find(({ kind }) => kind === 'district');
    if (!district) return [];
    const seen = [rooms(store, now), holds(store, now), attendance(store, district.path, now)];
    return (await Promise.all(seen)).flat();
  },
};

import { trailOf } from '../platform/contract/node-path.ts';
import { nowPeriod } from '../platform/ledger/counters.ts';
import type { Count, Projector } from '../platform/ledger/projections.ts';
import type { Stored } from '../platform/ledger/steps.ts';
import type { Attendance, Centre, Membership } from './centres.states.ts';
import { attendanceType, centreType, membershipType } from './centres.store.ts';
import type { AttendanceRow, CentreRow, MembershipRow } from './centres.views.ts';
import { centreDaysList, centresList, membersList, servicesSubject } from './services.lists.ts';
import { timelineEntries } from './timeline.ts';

const centreRow = ({ id, version, state: centre }: Stored<Centre>): CentreRow => {
  const { state, node, name, address, phone, capacity } = centre;
  return { centre: id, version, state, node, name, address, phone, capacity };
};

/** A closed centre stays in the list, after the open ones, and counts nowhere. */
export const centreProjector: Projector<Centre> = {
  type: centreType,
  project: (stored) => {
    const { state, node, name, capacity } = stored.state;
    const nodes = trailOf(node);
    const row = centreRow(stored);
    const now = state === 'open' ? { centres: 1, capacity } : {};
    return {
      entries: nodes.map((at) => ({
        list: centresList(at),
        sort: `${state === 'open' ? 0 : 1}#${node}#${name}`,
        row,
      })),
      counts: nodes.flatMap((at) =>
        Object.entries(now).map(
          ([field, by]): Count => ({ subject: servicesSubject(at), period: nowPeriod, field, by }),
        ),
      ),
    };
  },
};

const membershipRow = ({ id, version, state: membership }: Stored<Membership>): MembershipRow => {
  const { state, person, from, until, employments } = membership;
  return {
    ...{ membership: id, version, state, name: person.name, number: person.number, from, until },
    ...(state === 'left' ? { leftOn: membership.left.day } : {}),
    employments: employments.length,
  };
};

export const membershipProjector: Projector<Membership> = {
  type: membershipType,
  project: (stored) => {
    const { id, state: membership } = stored;
    const { state, centre, node, person, from, employments, createdAt } = membership;
    const row = membershipRow(stored);
    return {
      entries: [
        { list: membersList(centre, state), sort: from, row },
        ...timelineEntries(
          { service: 'centre', ledger: 'memberships', record: id, state, at: createdAt },
          person,
        ),
      ],
      counts: trailOf(node).flatMap((at): Count[] => {
        const subject = servicesSubject(at);
        return [
          { subject, period: from.slice(0, 4), field: 'joined', by: 1 },
          ...(state === 'current' ? [{ subject, period: nowPeriod, field: 'members', by: 1 }] : []),
          ...employments.map(({ day }) => ({
            ...{ subject, period: day.slice(0, 4), field: 'employments', by: 1 },
          })),
        ];
      }),
    };
  },
};

const attendanceRow = ({ version, state }: Stored<Attendance>): AttendanceRow => ({
  day: state.day,
  version,
  present: state.present.length,
  corrections: state.corrections.length,
  handedInAt: state.handedIn.at,
});

/** The days of a centre, and how often members were there in a year. */
export const attendanceProjector: Projector<Attendance> = {
  type: attendanceType,
  project: (stored) => {
    const { centre, node, day, present } = stored.state;
    return {
      entries: [{ list: centreDaysList(centre), sort: day, row: attendanceRow(stored) }],
      counts: trailOf(node).map((at) => ({
        ...{ subject: servicesSubject(at), period: day.slice(0, 4) },
        ...{ field: 'attendances', by: present.length },
      })),
    };
  },
};

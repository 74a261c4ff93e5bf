import { trailOf } from '../platform/contract/node-path.ts';
import { nowPeriod } from '../platform/ledger/counters.ts';
import type { Count, Projector } from '../platform/ledger/projections.ts';
import { localDateOf } from '../platform/runtime/time.ts';
import { rosterRowOf } from './bookings.presentation.ts';
import { attendanceSubject, bookingsSubject, peopleSubject, rosterList } from './bookings-lists.store.ts';
import { stands } from './enrolments.rules.ts';
import type { Enrolment } from './enrolments.states.ts';
import { enrolmentType } from './enrolments.store.ts';

const rankDigits = 8;

/** What an enrolment adds to the figures of its offer. */
const sharesOf = (enrolment: Enrolment): Readonly<Record<string, number>> => {
  const { state, places } = enrolment;
  const placesField = stands(enrolment) ? { [`${state}Places`]: places } : {};
  return { enrolled: 1, [state]: 1, ...placesField };
};

const attended = (enrolment: Enrolment) =>
  Object.entries(enrolment.state === 'confirmed' ? enrolment.attendance : {});

/** The roster of an offer, and its figures; whoever gave up stands in the figures alone. */
export const enrolmentProjector: Projector<Enrolment> = {
  type: enrolmentType,
  project: (stored) => {
    const { state: enrolment } = stored;
    const { offer, activity, places, node, from } = enrolment;
    const year = localDateOf(from).slice(0, 4);
    const marks = attended(enrolment);
    const counted = (subject: string, period: string, shares: Readonly<Record<string, number>>): Count[] =>
      Object.entries(shares).map(([field, by]) => ({ subject, period, field, by }));
    const came = marks.filter(([, mark]) => mark.came).length;
    const missed = marks.length - came;
    const attendance = {
      ...(came > 0 ? { came, camePlaces: came * places } : {}),
      ...(missed > 0 ? { missed } : {}),
    };
    const people = {
      enrolled: 1,
      ...(enrolment.state === 'confirmed' ? { confirmed: places } : {}),
      ...(came > 0 ? { came: came * places } : {}),
    };
    return {
      entries: stands(enrolment)
        ? [
            {
              list: rosterList(offer),
              sort: String(enrolment.number).padStart(rankDigits, '0'),
              row: rosterRowOf(stored),
            },
          ]
        : [],
      counts: [...new Set([offer, activity])]
        .flatMap((subject) =>
          counted(bookingsSubject(subject), nowPeriod, { ...sharesOf(enrolment), ...attendance }),
        )
        .concat(
          marks.flatMap(([session, mark]) =>
            counted(
              attendanceSubject(`${activity}.${session}`),
              nowPeriod,
              mark.came ? { came: 1, camePlaces: places } : { missed: 1 },
            ),
          ),
          trailOf(node).flatMap((path) => counted(peopleSubject(path), year, people)),
        ),
    };
  },
};

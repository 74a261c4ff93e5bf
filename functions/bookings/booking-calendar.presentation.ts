import { formatReference } from '../platform/contract/reference.rules.ts';
import type { FileAnswer } from '../platform/http/answer.ts';
import { type CalendarDate, calendarFile } from '../platform/http/calendar-file.ts';
import type { Stored } from '../platform/ledger/steps.ts';
import type { Instant } from '../platform/runtime/time.ts';
import { stands } from './enrolments.rules.ts';
import type { Enrolment } from './enrolments.states.ts';
import type { Offer, OfferDate } from './offers.rules.ts';
import { takesSlots } from './rooms.rules.ts';
import type { RoomBooking } from './rooms.states.ts';

const calendarName = '我的预约';

const standingOf = (enrolment: Enrolment, offer: Offer, date: OfferDate): CalendarDate['standing'] => {
  if (!stands(enrolment) || offer.calledOff || date.calledOff) return 'cancelled';
  return enrolment.state === 'confirmed' ? 'confirmed' : 'tentative';
};

const saidOf = (reference: string, date: Pick<OfferDate, 'calledOff' | 'reason'>): string =>
  [
    ...(date.reason === undefined ? [] : [`${date.calledOff ? '已取消' : '有变动'}：${date.reason}`]),
    `编号：${formatReference(reference)}`,
  ].join('\n');

/** The dates somebody enrolled for. What changes about them or about the enrolment makes each a newer version. */
export const enrolmentCalendar = (
  { id, version, state }: Stored<Enrolment>,
  offer: Offer,
  now: Instant,
): FileAnswer =>
  calendarFile(
    calendarName,
    offer.dates.map((date) => ({
      ...{ id: `${id}.${date.no}`, sequence: version - 1 + offer.version - 1 },
      ...{ from: date.from, to: date.to, changedAt: now, createdAt: state.enrolledAt },
      ...{ title: offer.title, place: date.place, text: saidOf(id, date) },
      standing: standingOf(state, offer, date),
    })),
  );

/** @param closed that the venue will be closed then, which takes the booking's certainty without ending it. */
export const roomCalendar = (
  { id, version, state: booking }: Stored<RoomBooking>,
  closed: object | undefined,
  now: Instant,
): FileAnswer => {
  const { venueName, roomName, startsAt, endsAt, purpose } = booking;
  const certain = booking.state === 'booked' && !closed ? 'confirmed' : 'tentative';
  return calendarFile(calendarName, [
    {
      ...{ id, sequence: version - 1, from: startsAt, to: endsAt },
      ...{ changedAt: now, createdAt: booking.requestedAt },
      ...{ title: purpose, place: `${venueName} ${roomName}`, text: `编号：${formatReference(id)}` },
      standing: takesSlots(booking) ? certain : 'cancelled',
    },
  ]);
};

import type { Officer } from '../platform/contract/officer.ts';
import { addMinutes, type Instant, minutesBetween } from '../platform/runtime/time.ts';
import { type EnrolmentDecision, nextLook } from './attendance.rules.ts';
import type { BookingRefusal } from './bookings.problems.ts';
import { limits } from './bookings.words.ts';
import type { Confirmed, Enrolment, Held, Standing, Waiting } from './enrolments.states.ts';
import { type Offer, offerStateAt } from './offers.rules.ts';

/** Who acts: a member of staff, or else whoever enrolled. */
export interface Act {
  readonly by: Officer | undefined;
  readonly now: Instant;
}

export const stands = (enrolment: Enrolment): enrolment is Standing =>
  enrolment.state === 'waiting' || enrolment.state === 'held' || enrolment.state === 'confirmed';

/** Whether it has places: those count, those of a line don't. */
export const hasPlaces = (enrolment: Enrolment): enrolment is Held | Confirmed =>
  enrolment.state === 'held' || enrolment.state === 'confirmed';

/** What is known of whoever wants to enrol. */
export interface Standpoint {
  readonly places: number;
  readonly isEnrolled: boolean;
  /** Places this phone holds here already. */
  readonly held: number;
  /** Spans this person has booked elsewhere. */
  readonly booked: readonly { readonly from: string; readonly to: string }[];
  readonly noShows: number;
  readonly despiteClash: boolean;
}

export interface Refused {
  readonly refusal: BookingRefusal;
  /** The instant or the number that belongs to it. */
  readonly detail?: string;
}

const overlapOf = (offer: Offer, booked: Standpoint['booked']): string | undefined => {
  const dates = offer.dates.filter(({ calledOff }) => !calledOff);
  const hit = booked.find(({ from, to }) => dates.some((date) => date.from < to && from < date.to));
  return hit && `${hit.from}/${hit.to}`;
};

/** Why this may not be enrolled for now; undefined when it may. What two can do at once the commit checks again. */
export const enrolmentRefusal = (offer: Offer, who: Standpoint, now: Instant): Refused | undefined => {
  const state = offerStateAt(offer, now);
  if (state === 'called-off') return { refusal: 'booking.offer_called_off' };
  if (state === 'not-yet') return { refusal: 'booking.not_open_yet', detail: offer.opensAt };
  if (state === 'closed') return { refusal: 'booking.closed', detail: offer.closesAt };
  const most = Math.min(offer.party, offer.capacity);
  if (who.places > most) return { refusal: 'booking.party_too_large', detail: String(most) };
  if (who.isEnrolled) return { refusal: 'booking.already_enrolled' };
  if (who.held + who.places > offer.perPhone) {
    return { refusal: 'booking.too_many_for_phone', detail: String(offer.perPhone) };
  }
  const openForAll = addMinutes(offer.from, -limits.noShowHours * 60);
  if (who.noShows >= limits.noShows && now < openForAll) {
    return { refusal: 'booking.no_shows', detail: openForAll };
  }
  const overlap = who.despiteClash ? undefined : overlapOf(offer, who.booked);
  return overlap === undefined ? undefined : { refusal: 'booking.clash', detail: overlap };
};

/** Minutes within which somebody who asked is still there, so that a place is theirs without being asked again. */
const justAsked = 10;

/** A place that is somebody's; `lookAt` undefined stands in no state, so it is left out. */
const confirmed = (offer: Offer, now: Instant) => {
  const lookAt = nextLook(offer, {}, now);
  return {
    ...({ state: 'confirmed', attendance: {} } as const),
    ...(lookAt === undefined ? {} : { lookAt }),
  };
};

/** Gives somebody in line their places: at once, or held for them to accept when they have waited long. */
export const place = (
  enrolment: Waiting,
  offer: Offer,
  now: Instant,
): Extract<EnrolmentDecision, { next: Enrolment }> => {
  const waited = minutesBetween(enrolment.enrolledAt, now);
  if (offer.holdHours === 0 || waited < justAsked) {
    return {
      next: { ...enrolment, ...confirmed(offer, now), placedAt: now },
      events: [{ type: 'confirmed', data: { places: enrolment.places } }],
    };
  }
  const end = now < offer.cutoffAt ? offer.cutoffAt : offer.from;
  const hold = addMinutes(now, offer.holdHours * 60);
  const heldUntil = hold < end ? hold : end;
  return {
    next: { ...enrolment, state: 'held', placedAt: now, heldUntil },
    events: [{ type: 'held', data: { places: enrolment.places, until: heldUntil } }],
  };
};

export const accept = (enrolment: Enrolment, offer: Offer, { now }: Act): EnrolmentDecision => {
  if (enrolment.state === 'lapsed') return { refusal: 'booking.hold_expired' };
  if (enrolment.state !== 'held') return { refusal: 'booking.not_held' };
  if (now >= enrolment.heldUntil) return { refusal: 'booking.hold_expired', detail: enrolment.heldUntil };
  const { heldUntil: _, ...rest } = enrolment;
  return {
    next: { ...rest, ...confirmed(offer, now) },
    events: [{ type: 'accepted', data: {} }],
  };
};

/** Undefined unless a place was held for it and nobody accepted in time. */
export const lapse = (enrolment: Enrolment, now: Instant): EnrolmentDecision | undefined => {
  if (enrolment.state !== 'held' || now < enrolment.heldUntil) return undefined;
  const { heldUntil, ...rest } = enrolment;
  return {
    next: { ...rest, state: 'lapsed', endedAt: now },
    events: [{ type: 'lapsed', data: { heldUntil } }],
  };
};

/** Gives it up: somebody waiting leaves the line, whoever has places gives them back. Staff may at any time. */
export const cancel = (
  enrolment: Enrolment,
  cutoffAt: Instant,
  { by, now }: Act,
  reason?: string,
): EnrolmentDecision => {
  const ended = { endedAt: now, ...(by ? { endedBy: by } : {}), ...(reason === undefined ? {} : { reason }) };
  const events = (type: string): Extract<EnrolmentDecision, { next: Enrolment }>['events'] => [
    { type, data: reason === undefined ? {} : { reason } },
  ];
  switch (enrolment.state) {
    case 'waiting':
      return { next: { ...enrolment, ...ended, state: 'left' }, events: events('left') };
    case 'held': {
      const { heldUntil: _, ...rest } = enrolment;
      return { next: { ...rest, ...ended, state: 'cancelled' }, events: events('declined') };
    }
    case 'confirmed': {
      if (!by && now >= cutoffAt) return { refusal: 'booking.cutoff_passed', detail: cutoffAt };
      const { lookAt: _, ...rest } = enrolment;
      return { next: { ...rest, ...ended, state: 'cancelled' }, events: events('cancelled') };
    }
    default:
      return { refusal: 'booking.already_cancelled', detail: enrolment.endedAt };
  }
};

/** Fewer places for the same people's organiser; the rank in line stays. */
export const shrink = (
  enrolment: Enrolment,
  places: number,
  cutoffAt: Instant,
  { by, now }: Act,
): EnrolmentDecision => {
  if (!stands(enrolment)) return { refusal: 'booking.already_cancelled', detail: enrolment.endedAt };
  if (places >= enrolment.places || places < 1) return { refusal: 'booking.places_not_fewer' };
  if (enrolment.state === 'confirmed' && !by && now >= cutoffAt) {
    return { refusal: 'booking.cutoff_passed', detail: cutoffAt };
  }
  return {
    next: { ...enrolment, places },
    events: [{ type: 'places-changed', data: { from: enrolment.places, to: places } }],
  };
};

/** Places that this change gives back to the line. */
export const givenBack = (before: Enrolment, after: Enrolment): number =>
  (hasPlaces(before) ? before.places : 0) - (hasPlaces(after) ? after.places : 0);

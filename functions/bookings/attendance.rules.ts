import type { Officer } from '../platform/contract/officer.ts';
import type { Decision } from '../platform/ledger/change.ts';
import type { LedgerEvent } from '../platform/ledger/steps.ts';
import { addMinutes, type Instant, localDateOf, parseInstant } from '../platform/runtime/time.ts';
import type { BookingRefusal } from './bookings.problems.ts';
import type { checkInWays } from './bookings.words.ts';
import type { Attendance, Confirmed, Enrolment } from './enrolments.states.ts';
import type { Offer, OfferDate } from './offers.rules.ts';

export type EnrolmentDecision = Decision<Enrolment, BookingRefusal>;

/** Minutes after a session that its keeper has for the roster. */
const rosterMinutes = 60;

/**
 * When the schedule looks who came: at the full hour, because it comes by once an hour and whoever looks for held
 * places every minute should not meet these in between.
 */
const looksAt = ({ to }: OfferDate): Instant => {
  const after = addMinutes(to, rosterMinutes);
  const hour = parseInstant(`${after.slice(0, 13)}:00:00.000Z`);
  return hour < after ? addMinutes(hour, 60) : hour;
};

/** The first look still ahead; undefined after the last. */
export const nextLook = (
  offer: Pick<Offer, 'dates'>,
  attendance: Confirmed['attendance'],
  now: Instant,
): Instant | undefined =>
  offer.dates
    .filter(({ no, calledOff }) => !calledOff && attendance[String(no)] === undefined)
    .map(looksAt)
    .filter((at) => at > now)
    .sort()[0];

export interface Mark {
  readonly session: number;
  readonly came: boolean;
  readonly by: Officer;
  readonly how: (typeof checkInWays)[number];
  readonly now: Instant;
}

/** Check-in is open on the day of the session, from its midnight to the end of the day it ends on. */
export const isDayOf = ({ from, to }: OfferDate, now: Instant): boolean =>
  localDateOf(now) >= localDateOf(from) && localDateOf(now) <= localDateOf(to);

/** Marks somebody as there or not; undefined when they are marked so already. */
export const mark = (enrolment: Enrolment, offer: Offer, made: Mark): EnrolmentDecision | undefined => {
  const { session, came, by, how, now } = made;
  if (enrolment.state !== 'confirmed') return { refusal: 'booking.not_confirmed' };
  if (enrolment.attendance[String(session)]?.came === came) return undefined;
  const attendance = { ...enrolment.attendance, [session]: { came, at: now, by, how } };
  return {
    next: withLook(enrolment, offer, attendance, now),
    events: [{ type: came ? 'came' : 'did-not-come', data: { session, how } }],
  };
};

const withLook = (
  { lookAt: _, ...enrolment }: Confirmed,
  offer: Offer,
  attendance: Record<string, Attendance>,
  now: Instant,
): Confirmed => {
  const lookAt = nextLook(offer, attendance, now);
  return { ...enrolment, attendance, ...(lookAt === undefined ? {} : { lookAt }) };
};

/**
 * Looks back on the sessions that are over: where people were checked in, whoever was not did not come; where nobody
 * was, nobody looked, and nothing is said of anyone.
 * @param used numbers of the sessions somebody was checked in to.
 */
export const lookBack = (
  enrolment: Enrolment,
  offer: Offer,
  used: ReadonlySet<number>,
  now: Instant,
): EnrolmentDecision | undefined => {
  if (enrolment.state !== 'confirmed' || enrolment.lookAt === undefined || enrolment.lookAt > now) {
    return undefined;
  }
  const over = offer.dates.filter(
    (date) => !date.calledOff && looksAt(date) <= now && enrolment.attendance[String(date.no)] === undefined,
  );
  const missed = over.filter(({ no }) => used.has(no));
  const attendance = { ...enrolment.attendance };
  for (const { no } of missed) attendance[String(no)] = { came: false, at: now };
  const [first, ...rest] = missed.map(
    ({ no }): LedgerEvent => ({
      type: 'did-not-come',
      data: { session: no },
    }),
  );
  const looked: LedgerEvent = { type: 'looked-back', data: { sessions: over.map(({ no }) => no) } };
  return {
    next: withLook(enrolment, offer, attendance, now),
    events: first ? [first, ...rest] : [looked],
  };
};

/** Sessions somebody did not come to by this change, less those that were taken back. */
export const newlyMissed = (before: Enrolment, after: Enrolment): number => {
  const missedIn = (enrolment: Enrolment): number =>
    enrolment.state === 'confirmed'
      ? Object.values(enrolment.attendance).filter(({ came }) => !came).length
      : 0;
  return missedIn(after) - missedIn(before);
};

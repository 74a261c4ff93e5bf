import * as v from 'valibot';
import { fieldCode } from '../platform/contract/fields.ts';
import { referenceAlphabet } from '../platform/contract/reference.ts';

/**
 * How an enrolment stands. `held`: a place came free and waits to be accepted; `lapsed`: it was not accepted in time;
 * `left`: gave up waiting before any place came free.
 */
export const enrolmentStates = ['waiting', 'held', 'confirmed', 'cancelled', 'lapsed', 'left'] as const;

/** As it is shown: a line that nobody can move up in any more has `ended`, its activity may be `called-off`. */
export const shownStates = [...enrolmentStates, 'ended', 'called-off'] as const;

export const roomBookingStates = ['requested', 'booked', 'refused', 'cancelled', 'lapsed'] as const;

/** Whom it is for: oneself, a child by its guardian, or several people by one of them. */
export const attendees = ['self', 'child', 'party'] as const;

export const sources = ['form', 'counter', 'phone'] as const;

/** How somebody was marked as there. */
export const checkInWays = ['ticket', 'reference', 'roster'] as const;

export const limits = {
  name: 30,
  reason: 500,
  purpose: 200,
  organisation: 60,
  /** Places of one enrolment, whatever an activity allows. */
  party: 50,
  childUnder: 18,
  roomPeople: 5_000,
  /** Days ahead a room can be asked for. */
  roomDays: 90,
  slots: 16,
  /** Days looked ahead for one with a free slot. */
  slotDays: 14,
  /** Rooms one phone can have on the site for one day, and for one week. */
  roomsPerDay: 2,
  roomsPerWeek: 4,
  rosterMarks: 100,
  /** People whose phones are opened at once, to be called. */
  callList: 200,
  /** Shown as "more than so many before you". */
  rank: 200,
  /** Two days somebody did not come within so many days: */
  noShows: 2,
  noShowDays: 90,
  /** they may enrol from so many hours before the start. */
  noShowHours: 24,
} as const;

/** The wording of the consent a resident gives; a new wording is a new version. */
export const consentVersion = '2026-11';

const id = `[${referenceAlphabet}]{10,16}`;

/** What has places: an activity, or one of its sessions as `<activity>.<number>`. */
export const offerIdSchema = v.pipe(
  v.string(),
  v.regex(new RegExp(`^${id}(\\.\\d{1,3})?$`), fieldCode('id.invalid')),
);

/** One session of an activity, as `<activity>.<number>`. */
export const sessionIdSchema = v.pipe(
  v.string(),
  v.regex(new RegExp(`^${id}\\.\\d{1,3}$`), fieldCode('id.invalid')),
);

export const venueIdSchema = v.pipe(v.string(), v.regex(new RegExp(`^${id}$`), fieldCode('id.invalid')));

/** Number of a room within its venue, as it stands in an address. */
export const roomNoSchema = v.pipe(v.string(), v.regex(/^\d{1,3}$/, fieldCode('id.invalid')));

/** Beginning of the text in a ticket's QR code: `HM1.<reference>.<mac>`. */
export const ticketPrefix = 'HM1';

/** A ticket as a scanner reads it. Whether it is genuine only the server can tell. */
export const ticketSchema = v.pipe(v.string(), v.maxLength(80), v.trim());

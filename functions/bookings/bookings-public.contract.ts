import * as v from 'valibot';
import { defineContract, type RouteRow } from '../platform/contract/route.ts';
import { localDateSchema } from '../platform/runtime/time.schemas.ts';
import {
  codeField,
  enrolmentFields,
  placesSchema,
  proofField,
  referenceParams,
  roomFields,
} from './bookings.fields.ts';
import { type BookingRefusal, bookingProblems } from './bookings.problems.ts';
import {
  enrolmentProgressSchema,
  offerViewSchema,
  progressSchema,
  roomProgressSchema,
  roomSlotsSchema,
} from './bookings.views.ts';
import { consentVersion, offerIdSchema, roomNoSchema, venueIdSchema } from './bookings.words.ts';

/** Rules of an enrolment, whoever makes it. */
export const enrolmentRefusals = [
  'booking.offer_unknown',
  'booking.offer_called_off',
  'booking.not_open_yet',
  'booking.closed',
  'booking.full',
  'booking.already_enrolled',
  'booking.too_many_for_phone',
  'booking.party_too_large',
  'booking.clash',
  'booking.no_shows',
] as const satisfies readonly BookingRefusal[];

export const roomRefusals = [
  'booking.room_unknown',
  'booking.room_not_bookable',
  'booking.room_too_small',
  'booking.room_time',
  'booking.room_too_long',
  'booking.room_past',
  'booking.room_taken',
] as const satisfies readonly BookingRefusal[];

/** An act on one's own booking: the reference names it, the code authorises. */
const own = <
  P extends string,
  B extends NonNullable<RouteRow['body']>,
  R extends NonNullable<RouteRow['response']>,
>(
  path: P,
  summary: string,
  body: B,
  response: R,
  problems: readonly BookingRefusal[],
) =>
  ({
    method: 'POST',
    path: `/api/public/bookings/{reference}/${path}`,
    summary,
    mayCall: 'anyone',
    params: referenceParams,
    body,
    response,
    status: 200,
    problems: ['booking.reference_or_code_wrong', 'booking.transition_not_allowed', ...problems],
  }) as const;

/** What residents can do about bookings without an account. */
export const bookingsPublicContract = defineContract({
  function: 'bookings-public',
  problems: bookingProblems,
  routes: {
    offer: {
      method: 'GET',
      path: '/api/public/offers/{offer}',
      summary: 'What can be enrolled for, with its places as they are now',
      mayCall: 'anyone',
      params: v.object({ offer: offerIdSchema }),
      response: offerViewSchema,
      status: 200,
      problems: ['booking.offer_unknown'],
    },
    enrol: {
      method: 'POST',
      path: '/api/public/enrolments',
      summary: 'Enrol oneself, a child, or a party; without a free place one waits in line',
      mayCall: 'anyone',
      body: v.strictObject({
        ...enrolmentFields,
        consent: v.literal(consentVersion, 'consent.required'),
        ...proofField,
      }),
      response: v.object({ reference: v.string(), code: v.string(), booking: enrolmentProgressSchema }),
      status: 201,
      problems: [...enrolmentRefusals, 'booking.proof_wrong', 'booking.proof_used'],
    },
    progress: {
      method: 'POST',
      path: '/api/public/booking-progress',
      summary: 'How a booking stands; the reference names it, the code authorises',
      mayCall: 'anyone',
      body: v.strictObject({ ...referenceParams.entries, ...codeField }),
      response: progressSchema,
      status: 200,
      problems: ['booking.reference_or_code_wrong'],
    },
    calendar: {
      method: 'POST',
      path: '/api/public/booking-calendar',
      summary:
        'The dates of a booking for a calendar (RFC 5545); a POST, for the code may stand in no address',
      mayCall: 'anyone',
      body: v.strictObject({ ...referenceParams.entries, ...codeField }),
      response: v.instance(Uint8Array),
      status: 200,
      problems: ['booking.reference_or_code_wrong'],
    },
    cancel: own(
      'cancellation',
      'Give up a booking; its places go to the next in line',
      v.strictObject(codeField),
      progressSchema,
      ['booking.already_cancelled', 'booking.cutoff_passed'],
    ),
    accept: own(
      'acceptance',
      'Accept a place that came free and is being held',
      v.strictObject(codeField),
      enrolmentProgressSchema,
      ['booking.not_held', 'booking.hold_expired'],
    ),
    shrink: own(
      'places',
      'Ask for fewer places; the rank in line stays',
      v.strictObject({ ...codeField, places: placesSchema }),
      enrolmentProgressSchema,
      ['booking.already_cancelled', 'booking.places_not_fewer', 'booking.cutoff_passed'],
    ),
    slots: {
      method: 'GET',
      path: '/api/public/venues/{venue}/rooms/{room}/slots',
      summary: 'When a room is free on a day',
      mayCall: 'anyone',
      params: v.object({ venue: venueIdSchema, room: roomNoSchema }),
      query: v.strictObject({ day: localDateSchema }),
      response: roomSlotsSchema,
      status: 200,
      problems: ['booking.room_unknown', 'booking.room_not_bookable', 'booking.room_past'],
    },
    requestRoom: {
      method: 'POST',
      path: '/api/public/room-bookings',
      summary: 'Book a room, or ask for it where the venue decides',
      mayCall: 'anyone',
      body: v.strictObject({
        ...roomFields,
        consent: v.literal(consentVersion, 'consent.required'),
        ...proofField,
      }),
      response: v.object({ reference: v.string(), code: v.string(), booking: roomProgressSchema }),
      status: 201,
      problems: [...roomRefusals, 'booking.too_many_rooms', 'booking.proof_wrong', 'booking.proof_used'],
    },
  },
});

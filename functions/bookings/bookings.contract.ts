import * as v from 'valibot';
import { cursorSchema } from '../platform/contract/cursor.ts';
import { nodePathSchema } from '../platform/contract/node-path.ts';
import { referenceSchema } from '../platform/contract/reference.ts';
import { defineContract } from '../platform/contract/route.ts';
import { line, paragraph } from '../platform/contract/text.ts';
import { instantSchema, localDateSchema } from '../platform/runtime/time.schemas.ts';
import { keepers, readers } from './bookings.actions.ts';
import { enrolmentFields, referenceParams, roomFields } from './bookings.fields.ts';
import { bookingProblems } from './bookings.problems.ts';
import {
  callListSchema,
  checkInSchema,
  contactSchema,
  enrolmentViewSchema,
  offerViewSchema,
  roomBesideHoursSchema,
  roomBookingViewSchema,
  rosterRowSchema,
} from './bookings.views.ts';
import {
  limits,
  offerIdSchema,
  sessionIdSchema,
  sources,
  ticketSchema,
  venueIdSchema,
} from './bookings.words.ts';
import { enrolmentRefusals, roomRefusals } from './bookings-public.contract.ts';

const reason = paragraph(limits.reason);
const source = v.picklist(sources.filter((one) => one !== 'form'));
const consent = v.literal(true, 'consent.required');

const references = v.optional(
  v.pipe(v.array(referenceSchema), v.maxLength(limits.rosterMarks, `field.too_many ${limits.rosterMarks}`)),
  [],
);

const roomPage = v.object({
  rows: v.array(roomBookingViewSchema),
  next: v.optional(v.string()),
  asOf: instantSchema,
});

const marked = v.object({
  reference: v.string(),
  /** `unknown` for a reference that has no confirmed place in this session. */
  result: v.picklist(['marked', 'already', 'unknown', 'failed']),
});

export const bookingsContract = defineContract({
  function: 'bookings',
  problems: bookingProblems,
  routes: {
    roster: {
      method: 'GET',
      path: '/api/rosters/{offer}',
      summary: 'One page of a roster with its waiting list, in the order of the line',
      mayCall: readers,
      params: v.object({ offer: offerIdSchema }),
      query: v.strictObject({ cursor: v.optional(cursorSchema) }),
      response: v.object({
        offer: offerViewSchema,
        rows: v.array(rosterRowSchema),
        next: v.optional(v.string()),
        /** Counts of the offer by what they count, such as `confirmed`; people's places where it says so. */
        counts: v.record(v.string(), v.number()),
        asOf: instantSchema,
      }),
      status: 200,
      problems: ['booking.offer_unknown'],
    },
    enrol: {
      method: 'POST',
      path: '/api/enrolments',
      summary: 'Enrol somebody who came to the counter or called; the same rules as on the site',
      mayCall: keepers,
      body: v.strictObject({ ...enrolmentFields, source, consent }),
      response: v.object({ reference: v.string(), code: v.string(), enrolment: enrolmentViewSchema }),
      status: 201,
      problems: enrolmentRefusals,
    },
    read: {
      method: 'GET',
      path: '/api/enrolments/{reference}',
      summary: 'One enrolment, names masked',
      mayCall: readers,
      params: referenceParams,
      response: enrolmentViewSchema,
      status: 200,
      problems: ['booking.not_found'],
    },
    cancel: {
      method: 'POST',
      path: '/api/enrolments/{reference}/cancellation',
      summary: 'Give up an enrolment for somebody, with a reason; its places go to the next in line',
      mayCall: keepers,
      params: referenceParams,
      body: v.strictObject({ reason }),
      response: enrolmentViewSchema,
      status: 200,
      versioned: true,
      problems: ['booking.not_found', 'booking.already_cancelled'],
    },
    contact: {
      method: 'POST',
      path: '/api/enrolments/{reference}/contact',
      summary: 'Open the name and phone of whoever enrolled; the opening is recorded',
      mayCall: keepers,
      params: referenceParams,
      body: v.strictObject({ reason: line(limits.reason) }),
      response: contactSchema,
      status: 200,
      problems: ['booking.not_found'],
    },
    callList: {
      method: 'POST',
      path: '/api/call-lists',
      summary:
        'Open names and phones of everybody with a place at a venue on a day, to call them; each opening is recorded',
      mayCall: keepers,
      body: v.strictObject({ venue: venueIdSchema, day: localDateSchema, reason: line(limits.reason) }),
      response: callListSchema,
      status: 200,
      problems: ['booking.room_unknown', 'booking.call_list_long'],
    },
    checkIn: {
      method: 'POST',
      path: '/api/check-ins',
      summary: 'Mark somebody as there by the ticket they show or the reference they say',
      mayCall: keepers,
      body: v.variant('by', [
        v.strictObject({ by: v.literal('ticket'), session: sessionIdSchema, ticket: ticketSchema }),
        v.strictObject({ by: v.literal('reference'), session: sessionIdSchema, reference: referenceSchema }),
      ]),
      response: checkInSchema,
      status: 200,
      problems: [
        'booking.ticket_invalid',
        'booking.not_found',
        'booking.session_unknown',
        'booking.session_far',
        'booking.other_session',
        'booking.not_confirmed',
      ],
    },
    attendance: {
      method: 'POST',
      path: '/api/rosters/{session}/attendance',
      summary: 'Mark who came to a session and who did not, from its roster',
      mayCall: keepers,
      params: v.object({ session: sessionIdSchema }),
      body: v.strictObject({ present: references, absent: references }),
      response: v.object({ marks: v.array(marked) }),
      status: 200,
      problems: ['booking.session_unknown', 'booking.session_far'],
    },
    rooms: {
      method: 'GET',
      path: '/api/room-bookings',
      summary: 'One page of the bookings of a venue’s rooms from a day on',
      mayCall: readers,
      query: v.strictObject({
        venue: venueIdSchema,
        from: localDateSchema,
        cursor: v.optional(cursorSchema),
      }),
      response: roomPage,
      status: 200,
      problems: ['booking.room_unknown'],
    },
    closedRooms: {
      method: 'GET',
      path: '/api/closed-rooms',
      summary: 'Bookings of a venue’s rooms that stand while it will be closed: somebody has to call them',
      mayCall: readers,
      query: v.strictObject({ venue: venueIdSchema }),
      response: v.object({ rows: v.array(roomBesideHoursSchema), asOf: instantSchema }),
      status: 200,
      problems: ['booking.room_unknown'],
    },
    roomRequests: {
      method: 'GET',
      path: '/api/room-requests',
      summary:
        'One page of the rooms asked for in an area that wait for a decision, the soonest first; which fall into hours their venue keeps no more',
      mayCall: readers,
      query: v.strictObject({ node: nodePathSchema, cursor: v.optional(cursorSchema) }),
      response: v.object({ ...roomPage.entries, rows: v.array(roomBesideHoursSchema) }),
      status: 200,
      problems: [],
    },
    requestRoom: {
      method: 'POST',
      path: '/api/room-bookings',
      summary: 'Book a room for somebody who came to the counter or called',
      mayCall: keepers,
      body: v.strictObject({ ...roomFields, source, consent }),
      response: v.object({ reference: v.string(), code: v.string(), booking: roomBookingViewSchema }),
      status: 201,
      problems: roomRefusals,
    },
    readRoom: {
      method: 'GET',
      path: '/api/room-bookings/{reference}',
      summary: 'One booking of a room, names masked',
      mayCall: readers,
      params: referenceParams,
      response: roomBookingViewSchema,
      status: 200,
      problems: ['booking.not_found'],
    },
    decideRoom: {
      method: 'POST',
      path: '/api/room-bookings/{reference}/decision',
      summary: 'Grant a room, or refuse it with a reason',
      mayCall: keepers,
      params: referenceParams,
      body: v.variant('granted', [
        v.strictObject({ granted: v.literal(true) }),
        v.strictObject({ granted: v.literal(false), reason }),
      ]),
      response: roomBookingViewSchema,
      status: 200,
      versioned: true,
      problems: ['booking.not_found', 'booking.transition_not_allowed'],
    },
    cancelRoom: {
      method: 'POST',
      path: '/api/room-bookings/{reference}/cancellation',
      summary: 'Give up a room for somebody, with a reason',
      mayCall: keepers,
      params: referenceParams,
      body: v.strictObject({ reason }),
      response: roomBookingViewSchema,
      status: 200,
      versioned: true,
      problems: ['booking.not_found', 'booking.already_cancelled'],
    },
    roomContact: {
      method: 'POST',
      path: '/api/room-bookings/{reference}/contact',
      summary: 'Open the name and phone of whoever booked a room; the opening is recorded',
      mayCall: keepers,
      params: referenceParams,
      body: v.strictObject({ reason: line(limits.reason) }),
      response: contactSchema,
      status: 200,
      problems: ['booking.not_found'],
    },
  },
});

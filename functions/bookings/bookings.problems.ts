import { defineProblems, problemFactory } from '../platform/contract/problems.ts';

/** Every reason a booking's rules can give, as the people they are given to should read it. */
export const bookingProblems = defineProblems({
  'booking.not_found': { status: 404, title: 'There is no booking with this reference.' },
  'booking.reference_or_code_wrong': { status: 404, title: 'Reference and code do not belong together.' },
  'booking.offer_unknown': { status: 404, title: 'There is nothing to enrol for at this address.' },
  'booking.offer_called_off': { status: 409, title: 'This has been cancelled.' },
  'booking.not_open_yet': { status: 409, title: 'Enrolment has not opened yet.' },
  'booking.closed': { status: 409, title: 'Enrolment is closed.' },
  'booking.full': { status: 409, title: 'All places are taken, and there is no waiting list.' },
  'booking.already_enrolled': { status: 409, title: 'This person is enrolled here already.' },
  'booking.too_many_for_phone': { status: 409, title: 'This phone holds as many places as one may.' },
  'booking.party_too_large': { status: 422, title: 'This is more places than one enrolment may take.' },
  'booking.clash': {
    status: 409,
    title: 'This person has another booking at that time. Send it again to enrol nevertheless.',
  },
  'booking.no_shows': {
    status: 409,
    title: 'After two bookings that nobody came to, enrolment opens 24 hours before the start.',
  },
  'booking.already_cancelled': { status: 409, title: 'This booking was given up before.' },
  'booking.cutoff_passed': {
    status: 409,
    title: 'It is too late to cancel here. Please call the venue, so that somebody else can come.',
  },
  'booking.not_held': { status: 409, title: 'No place is being held for this booking.' },
  'booking.hold_expired': {
    status: 409,
    title: 'The place was held until then; it has gone to the next in line.',
  },
  'booking.places_not_fewer': { status: 422, title: 'Give fewer places than you have, and at least one.' },
  'booking.not_confirmed': { status: 409, title: 'This booking has no confirmed place.' },
  'booking.ticket_invalid': { status: 422, title: 'This is not a ticket of ours, or it was altered.' },
  'booking.other_session': { status: 409, title: 'This ticket is for something else.' },
  'booking.session_unknown': { status: 404, title: 'There is no such session.' },
  'booking.session_far': { status: 409, title: 'Check-in opens on the day of the session.' },
  'booking.room_unknown': { status: 404, title: 'There is no such room.' },
  'booking.room_not_bookable': { status: 409, title: 'This room cannot be booked.' },
  'booking.room_too_small': { status: 422, title: 'The room is too small for so many people.' },
  'booking.room_time': { status: 422, title: 'The room cannot be had at these times.' },
  'booking.room_too_long': { status: 422, title: 'This is longer than the room can be booked for.' },
  'booking.room_past': { status: 422, title: 'This lies in the past, or too far ahead.' },
  'booking.room_taken': { status: 409, title: 'Somebody has booked part of this time already.' },
  'booking.too_many_rooms': {
    status: 409,
    title: 'This phone has as many rooms on that day, or in that week, as it may. The venue can give more.',
  },
  'booking.call_list_long': {
    status: 422,
    title: 'More than 200 people are expected on that day. Call them from the roster of each activity.',
  },
  'booking.transition_not_allowed': {
    status: 409,
    title: 'The booking is not in a state in which this can be done.',
  },
  'booking.proof_wrong': { status: 422, title: 'The check against machines did not succeed. Try again.' },
  'booking.proof_used': { status: 422, title: 'This check was used already. Try again.' },
});

export type BookingRefusal = keyof typeof bookingProblems;
export const bookingProblem = problemFactory(bookingProblems);

import * as v from 'valibot';
import { deletedText } from '../platform/contract/masks.ts';
import type { Instant } from '../platform/runtime/time.ts';
import { periodEnd } from '../retention/retention.rules.ts';
import { type Enrolment, enrolmentSchema } from './enrolments.states.ts';
import { type RoomBooking, roomBookingSchema } from './rooms.states.ts';

/** A year after the last of it: its dates, the last time somebody was there, or when it was given up. */
export const enrolmentKeptUntil = (enrolment: Enrolment): Instant | undefined => {
  if (enrolment.anonymisedAt !== undefined) return undefined;
  const came = 'attendance' in enrolment ? Object.values(enrolment.attendance ?? {}) : [];
  const given = 'endedAt' in enrolment ? enrolment.endedAt : enrolment.until;
  const last = came.reduce((latest, { at }) => (at > latest ? at : latest), enrolment.until);
  return periodEnd('bookings', given > last ? given : last);
};

export const anonymousEnrolment = (enrolment: Enrolment, at: Instant): Enrolment =>
  v.parse(enrolmentSchema, {
    ...enrolment,
    ...{ name: deletedText, phone: deletedText, age: undefined, guardian: undefined },
    ...('reason' in enrolment ? { reason: undefined } : {}),
    anonymisedAt: at,
  });

/** A year after its day. */
export const roomKeptUntil = ({ endsAt, anonymisedAt }: RoomBooking): Instant | undefined =>
  anonymisedAt === undefined ? periodEnd('bookings', endsAt) : undefined;

export const anonymousRoom = (booking: RoomBooking, at: Instant): RoomBooking =>
  v.parse(roomBookingSchema, {
    ...booking,
    ...{ name: deletedText, phone: deletedText, purpose: deletedText, organisation: undefined },
    anonymisedAt: at,
  });

import type { ProofOfWork } from '../platform/http/proof-of-work.ts';
import { countAttempt, type RateLimit } from '../platform/http/rate-limit.ts';
import { parseStored } from '../platform/ledger/ledger.ts';
import type { Stored } from '../platform/ledger/steps.ts';
import { enrolmentCalendar, roomCalendar } from './booking-calendar.presentation.ts';
import { bookingProblem } from './bookings.problems.ts';
import type { Enrolment } from './enrolments.states.ts';
import { enrolmentKey, enrolmentType } from './enrolments.store.ts';
import {
  authorised,
  enrolmentPublicRoutes,
  type PublicHandlers,
  residentCommand,
} from './enrolments-public.routes.ts';
import { readOffer } from './offers.usecases.ts';
import { lookedUp } from './progress.usecases.ts';
import * as rules from './rooms.rules.ts';
import type { RoomBooking } from './rooms.states.ts';
import { roomBookingKey, roomBookingType } from './rooms.store.ts';
import {
  changeRoom,
  closedNow,
  type RoomDependencies,
  readSlots,
  requestRoom,
  roomProgress,
} from './rooms.usecases.ts';

const roomLimit: RateLimit = { what: 'booking-room', most: 60, perSeconds: 3600 };

type Found =
  | { readonly kind: 'enrolment'; readonly stored: Stored<Enrolment> }
  | { readonly kind: 'room'; readonly stored: Stored<RoomBooking> };

export const bookingsPublicRoutes = (deps: RoomDependencies, proofs: ProofOfWork): PublicHandlers => {
  const { cancelEnrolment, ...enrolments } = enrolmentPublicRoutes(deps, proofs);

  /** Whoever looks a booking up has one form for both kinds; one read finds either. */
  const find = async (reference: string): Promise<Found | undefined> => {
    const items = await deps.store.getMany([enrolmentKey(reference), roomBookingKey(reference)]);
    const [item] = items;
    if (!item) return undefined;
    return item['PK'] === enrolmentKey(reference).PK
      ? { kind: 'enrolment', stored: parseStored(enrolmentType, item) }
      : { kind: 'room', stored: parseStored(roomBookingType, item) };
  };

  return {
    ...enrolments,
    progress: async ({ body, now, sourceIp }) => {
      const found = await authorised(deps, { ...body, sourceIp, now }, find);
      if (found.kind === 'room') return { body: await roomProgress(deps, found.stored, now) };
      return { body: await lookedUp(deps, found.stored, now) };
    },
    calendar: async ({ body, now, sourceIp }) => {
      const found = await authorised(deps, { ...body, sourceIp, now }, find);
      return {
        file:
          found.kind === 'room'
            ? roomCalendar(found.stored, await closedNow(deps, found.stored, now), now)
            : enrolmentCalendar(found.stored, await readOffer(deps, found.stored.state.offer), now),
      };
    },
    cancel: async (request) => {
      const { params, body, key, now, sourceIp } = request;
      const found = await authorised(deps, { ...params, code: body.code, sourceIp, now }, find);
      if (found.kind === 'enrolment') return cancelEnrolment(request, found.stored);
      const stored = await changeRoom(deps, {
        reference: found.stored.id,
        command: await residentCommand(deps, key, 'cancel', params, now),
        ifMatch: undefined,
        decide: (booking) => rules.cancelRoom(booking, { now }),
      });
      return { body: await roomProgress(deps, stored, now), version: stored.version };
    },
    slots: async ({ params, query, now }) => ({
      body: await readSlots(deps, { ...params, day: query.day }, now),
    }),
    requestRoom: async ({ body, key, now, sourceIp }) => {
      await countAttempt(deps, roomLimit, sourceIp, now);
      const { proof, ...asked } = body;
      if (!(await proofs.isSolved(proof, now))) throw bookingProblem('booking.proof_wrong');
      const { stored, code, venue } = await requestRoom(
        deps,
        await residentCommand(deps, key, 'request-room', asked, now),
        { ...asked, source: 'form' },
        undefined,
        [{ write: await proofs.spend(proof, now), refusal: 'booking.proof_used' }],
      );
      return { body: { reference: stored.id, code, booking: await roomProgress(deps, stored, now, venue) } };
    },
  };
};

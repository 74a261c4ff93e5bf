import { bookingsContract } from '../../functions/bookings/bookings.contract.ts';
import { bookingsRoutes } from '../../functions/bookings/bookings.routes.ts';
import { bookingsPublicContract } from '../../functions/bookings/bookings-public.contract.ts';
import { bookingsPublicRoutes } from '../../functions/bookings/bookings-public.routes.ts';
import { enrolmentProjector } from '../../functions/bookings/enrolments.projector.ts';
import { enrolmentKey } from '../../functions/bookings/enrolments.store.ts';
import { roomBookingKey, roomBookingProjector } from '../../functions/bookings/rooms.store.ts';
import type { RoomDependencies } from '../../functions/bookings/rooms.usecases.ts';
import { createCalendars } from '../../functions/calendar/calendar.usecases.ts';
import { loadPublishedYears } from '../../functions/calendar/calendar-published.usecases.ts';
import { apiFunction } from '../../functions/platform/http/api-function.ts';
import { createCursors } from '../../functions/platform/http/cursor.ts';
import { createProofOfWork } from '../../functions/platform/http/proof-of-work.ts';
import { createVenue } from '../../functions/venues/venues.usecases.ts';
import { bookingDay, hall, type offerShelf, openOffers } from './bookings.ts';
import { type Answered, type Call, callRow } from './call.ts';
import type { Platform } from './core.ts';
import { buildDistrict, type District, intentOf } from './district.ts';
import { fieldIn } from './issues.ts';
import { applyProjection } from './projections.ts';
import { proofFor } from './proof.ts';

type StaffRoute = keyof typeof bookingsContract.routes;
type PublicRoute = keyof typeof bookingsPublicContract.routes;

export interface DeskBed extends AsyncDisposable {
  readonly platform: Platform;
  readonly district: District;
  readonly deps: RoomDependencies;
  readonly putUp: ReturnType<typeof offerShelf>['putUp'];
  readonly staff: (route: StaffRoute, as: keyof District['accounts'], call?: Call) => Promise<Answered>;
  readonly resident: (route: PublicRoute, call?: Call) => Promise<Answered>;
  /** The sum a browser does before a form is sent. */
  readonly proof: () => Promise<string>;
  /** A venue in the village with a room of hours granted by the desk, and one anybody may have. */
  readonly venue: () => Promise<string>;
  /** What the stream would do for these bookings. */
  readonly project: (...references: readonly string[]) => Promise<void>;
}

/** A district, its people and both functions of bookings; offers are put up by the test. */
export const openDesk = async (): Promise<DeskBed> => {
  const { platform, shelf } = await openOffers();
  const { core } = platform;
  platform.clock.set(bookingDay);
  const district = await buildDistrict(core);
  const calendars = createCalendars(core);
  await loadPublishedYears(calendars, core.clock.now());
  const deps = { ...core, calendars, offers: shelf.offers };
  const proofs = createProofOfWork(core.keyring);
  const desk = apiFunction(bookingsContract, bookingsRoutes(deps, createCursors(core.keyring)), {
    ...core,
    // Whoever the cookie names: a test's days are longer than a session.
    authenticate: async ([cookie = '']) =>
      Object.entries(district.accounts).find(([role]) => role === cookie)?.[1].principal,
  });
  const open = apiFunction(bookingsPublicContract, bookingsPublicRoutes(deps, proofs), {
    ...core,
    authenticate: async () => undefined,
  });
  return {
    platform,
    district,
    deps,
    putUp: shelf.putUp,
    staff: (route, as, call = {}) => callRow(desk, bookingsContract.routes[route], { cookie: as, ...call }),
    resident: (route, call = {}) => callRow(open, bookingsPublicContract.routes[route], call),
    proof: async () => proofFor(await proofs.challenge(core.clock.now())),
    venue: async () => {
      const { principal } = district.accounts.culture;
      return (await createVenue(core, intentOf(principal, core), hall)).id;
    },
    project: async (...references) => {
      for (const reference of references) {
        const enrolment = await core.store.get(enrolmentKey(reference));
        if (enrolment) await applyProjection(core.store, enrolmentProjector, enrolment, 'stream');
        const room = await core.store.get(roomBookingKey(reference));
        if (room) await applyProjection(core.store, roomBookingProjector, room, 'stream');
      }
    },
    [Symbol.asyncDispose]: () => platform[Symbol.asyncDispose](),
  };
};

/** A field deep in an answer's body, such as `booking.state`. */
export const deepIn = (body: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, field) => fieldIn(value, field), body);

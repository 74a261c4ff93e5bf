import type { ResponseInputOf } from '../platform/contract/route.ts';
import { type Counts, nowPeriod, readCounter } from '../platform/ledger/counters.ts';
import type { Stored } from '../platform/ledger/steps.ts';
import type { Instant } from '../platform/runtime/time.ts';
import { closureAt } from '../venues/closures.rules.ts';
import { readVenue } from '../venues/venues.usecases.ts';
import { offerView, progressOf } from './bookings.presentation.ts';
import { bookingProblem } from './bookings.problems.ts';
import type { OfferView } from './bookings.views.ts';
import { limits } from './bookings.words.ts';
import { bookingsSubject } from './bookings-lists.store.ts';
import type { bookingsPublicContract } from './bookings-public.contract.ts';
import type { Enrolment } from './enrolments.states.ts';
import { enrolmentType, ticketOf } from './enrolments.store.ts';
import { freePlaces } from './line.rules.ts';
import { countBefore, parsePlaces, placesKey, readPlaces } from './line.store.ts';
import { lineHasEnded, type Offer } from './offers.rules.ts';
import { type BookingDependencies, readOffer } from './offers.usecases.ts';
import { settleAfterwards } from './settling.usecases.ts';

type Progress = ResponseInputOf<typeof bookingsPublicContract.routes.accept>;

/** An enrolment as its resident is shown it. One query more while it waits. */
export const enrolmentProgress = async (
  deps: BookingDependencies,
  stored: Stored<Enrolment>,
  offer: Offer,
  now: Instant,
): Promise<Progress> => {
  const { id, state } = stored;
  const isWaiting = state.state === 'waiting' && !lineHasEnded(offer, now);
  const before = isWaiting ? await countBefore(deps.store, state.offer, state.number, limits.rank) : 0;
  const rank = { before: Math.min(before, limits.rank), more: before > limits.rank };
  const ticket = state.state === 'confirmed' ? await ticketOf(deps.keyring, id) : undefined;
  return progressOf(stored, offer, { rank, ticket }, now);
};

/** With what its venues have announced since for the dates still to come. One read for each venue. */
const withClosures = async (
  deps: BookingDependencies,
  progress: Progress,
  offer: Offer,
  now: Instant,
): Promise<Progress> => {
  const ahead = offer.dates.filter(({ to, calledOff }) => !calledOff && to > now);
  const ids = new Set(ahead.flatMap(({ venue }) => venue ?? []));
  const venues = new Map(
    await Promise.all([...ids].map(async (id) => [id, await readVenue(deps, id)] as const)),
  );
  const reasons = new Map(
    ahead.flatMap((date) => {
      const closure = closureAt(venues.get(date.venue ?? '')?.state.exceptions ?? [], date);
      return closure ? [[date.no, closure.reason] as const] : [];
    }),
  );
  return {
    ...progress,
    dates: progress.dates.map((date) =>
      reasons.has(date.no) ? { ...date, closed: { reason: reasons.get(date.no) } } : date,
    ),
  };
};

const helpedOn = async (
  deps: BookingDependencies,
  found: Stored<Enrolment>,
  offer: Offer,
): Promise<Stored<Enrolment>> => {
  if (found.state.state !== 'waiting') return found;
  const places = await readPlaces(deps.store, offer.offer);
  if (!places || freePlaces(places) === 0) return found;
  await settleAfterwards(deps, offer);
  return (await deps.ledger.read(enrolmentType, found.id)) ?? found;
};

/** The same of one that was looked up: who waits while places are free is helped on, whatever left them there. */
export const lookedUp = async (
  deps: BookingDependencies,
  found: Stored<Enrolment>,
  now: Instant,
): Promise<Progress> => {
  const offer = await readOffer(deps, found.state.offer);
  const settled = await helpedOn(deps, found, offer);
  return withClosures(deps, await enrolmentProgress(deps, settled, offer, now), offer, now);
};

export interface Counted {
  readonly offer: Offer;
  readonly view: OfferView;
  readonly counts: Counts;
}

/** An offer with its places as they are now, and the line as the figures have it. Two reads. */
export const readCounted = async (deps: BookingDependencies, id: string, now: Instant): Promise<Counted> => {
  const keys = [deps.offers.key(id), placesKey(id)];
  const [items, counts] = await Promise.all([
    deps.store.getMany(keys),
    readCounter(deps.store, bookingsSubject(id), nowPeriod),
  ]);
  const [item, places] = keys.map(({ PK, SK }) => items.find((one) => one['PK'] === PK && one['SK'] === SK));
  const offer = deps.offers.of(id, item);
  const counted = parsePlaces(places);
  if (!offer || !counted) throw bookingProblem('booking.offer_unknown');
  return { offer, view: offerView(offer, counted, counts['waitingPlaces'] ?? 0, now), counts };
};

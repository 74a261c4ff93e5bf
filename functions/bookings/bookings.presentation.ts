import type { ResponseInputOf } from '../platform/contract/route.ts';
import type { Stored } from '../platform/ledger/steps.ts';
import type { Instant } from '../platform/runtime/time.ts';
import type { bookingsContract } from './bookings.contract.ts';
import type { OfferView, RosterRow } from './bookings.views.ts';
import type { bookingsPublicContract } from './bookings-public.contract.ts';
import { stands } from './enrolments.rules.ts';
import type { Enrolment } from './enrolments.states.ts';
import type { Places } from './line.rules.ts';
import { lineHasEnded, type Offer, offerStateAt } from './offers.rules.ts';

type Progress = ResponseInputOf<typeof bookingsPublicContract.routes.accept>;
type EnrolmentView = ResponseInputOf<typeof bookingsContract.routes.read>;

/** @param waiting people's places in line, as the figures have them. */
export const offerView = (offer: Offer, places: Places, waiting: number, now: Instant): OfferView => ({
  offer: offer.offer,
  activity: offer.activity,
  title: offer.title,
  state: offerStateAt(offer, now),
  opensAt: offer.opensAt,
  closesAt: offer.closesAt,
  cutoffAt: offer.cutoffAt,
  capacity: places.capacity,
  taken: places.taken,
  waiting,
  hasWaitingList: offer.hasWaitingList,
  party: offer.party,
  perPhone: offer.perPhone,
  holdHours: offer.holdHours,
  dates: [...offer.dates],
  asOf: now,
});

/** A stored state in the words it is shown in: a line that has ended moves nobody any more. */
const shownState = (enrolment: Enrolment, offer: Offer, now: Instant): Progress['state'] => {
  if (offer.calledOff && stands(enrolment)) return 'called-off';
  return enrolment.state === 'waiting' && lineHasEnded(offer, now) ? 'ended' : enrolment.state;
};

export interface Beside {
  readonly rank: Progress['rank'];
  readonly ticket: string | undefined;
}

/** What whoever enrolled is shown, and what they can do now; the rules decide again when they do it. */
export const progressOf = (
  { id, version, state: enrolment }: Stored<Enrolment>,
  offer: Offer,
  { rank, ticket }: Beside,
  now: Instant,
): Progress => {
  const isConfirmed = enrolment.state === 'confirmed';
  const mayChange = stands(enrolment) && !lineHasEnded(offer, now) && (!isConfirmed || now < offer.cutoffAt);
  return {
    kind: 'enrolment',
    reference: id,
    version,
    state: shownState(enrolment, offer, now),
    offer: enrolment.offer,
    activity: enrolment.activity,
    title: offer.title,
    who: enrolment.who,
    name: enrolment.name,
    places: enrolment.places,
    dates: [...offer.dates],
    enrolledAt: enrolment.enrolledAt,
    rank: enrolment.state === 'waiting' && !lineHasEnded(offer, now) ? rank : undefined,
    heldUntil: enrolment.state === 'held' ? enrolment.heldUntil : undefined,
    cutoffAt: offer.cutoffAt,
    mayCancel: mayChange,
    mayAccept: enrolment.state === 'held' && now < enrolment.heldUntil,
    mayShrink: mayChange && enrolment.places > 1,
    ticket: isConfirmed ? ticket : undefined,
    attendance: isConfirmed ? enrolment.attendance : {},
    reason: 'reason' in enrolment ? enrolment.reason : undefined,
    anonymisedAt: enrolment.anonymisedAt,
    asOf: now,
  };
};

const attendanceOf = (enrolment: Enrolment): EnrolmentView['attended'] =>
  ('attendance' in enrolment ? enrolment.attendance : undefined) ?? {};

export const rosterRowOf = ({
  id,
  version,
  state: enrolment,
}: Pick<Stored<Enrolment>, 'id' | 'version' | 'state'>): RosterRow => ({
  reference: id,
  version,
  state: enrolment.state,
  number: enrolment.number,
  places: enrolment.places,
  who: enrolment.who,
  name: enrolment.name,
  phone: enrolment.phone,
  age: enrolment.age,
  enrolledAt: enrolment.enrolledAt,
  heldUntil: enrolment.state === 'held' ? enrolment.heldUntil : undefined,
  source: enrolment.source,
  attendance: Object.fromEntries(
    Object.entries(attendanceOf(enrolment)).map(([session, { came }]) => [session, came]),
  ),
});

export const enrolmentView = (stored: Stored<Enrolment>): EnrolmentView => {
  const { state: enrolment } = stored;
  return {
    ...rosterRowOf(stored),
    offer: enrolment.offer,
    activity: enrolment.activity,
    title: enrolment.title,
    from: enrolment.from,
    until: enrolment.until,
    guardian: enrolment.guardian,
    enrolledBy: enrolment.enrolledBy,
    placedAt: 'placedAt' in enrolment ? enrolment.placedAt : undefined,
    endedAt: 'endedAt' in enrolment ? enrolment.endedAt : undefined,
    endedBy: 'endedBy' in enrolment ? enrolment.endedBy : undefined,
    reason: 'reason' in enrolment ? enrolment.reason : undefined,
    attended: attendanceOf(enrolment),
    mayCancel: stands(enrolment) && enrolment.anonymisedAt === undefined,
    anonymisedAt: enrolment.anonymisedAt,
  };
};

import { maskName, maskPhone } from '../platform/contract/masks.ts';
import type { Officer } from '../platform/contract/officer.ts';
import { type Problem, platformProblem } from '../platform/contract/problems.ts';
import { createCase } from '../platform/ledger/change.ts';
import type { Command, Companion, Stored } from '../platform/ledger/steps.ts';
import { referenceFrom } from '../platform/runtime/ids.ts';
import type { Item, ItemKey } from '../platform/runtime/store.ts';
import { addMinutes } from '../platform/runtime/time.ts';
import type { Attendee } from './bookings.fields.ts';
import { type BookingRefusal, bookingProblem } from './bookings.problems.ts';
import { limits } from './bookings.words.ts';
import {
  claims,
  enrolledKey,
  holdsKey,
  marksOf,
  noShowsKey,
  noShowsSince,
  placesHeld,
  readBooked,
} from './claims.store.ts';
import { enrolmentRefusal } from './enrolments.rules.ts';
import type { Enrolment, Waiting } from './enrolments.states.ts';
import { codeOf, enrolmentKey, enrolmentType, sealPerson } from './enrolments.store.ts';
import { leaveFullLine, wasTurnedAway } from './enrolments.usecases.ts';
import { freePlaces } from './line.rules.ts';
import { parsePlaces, placesKey, readPlaces, standInLine, takeNumber } from './line.store.ts';
import type { Offer } from './offers.rules.ts';
import { type BookingDependencies, readOffer } from './offers.usecases.ts';
import { settleAfterwards } from './settling.usecases.ts';

export interface Enrolling {
  readonly offer: string;
  readonly attendee: Attendee;
  readonly despiteClash: boolean;
  readonly source: Enrolment['source'];
  readonly consent: string;
}

export interface Enrolled {
  readonly stored: Stored<Enrolment>;
  readonly code: string;
  readonly offer: Offer;
}

const refuse = (refusal: BookingRefusal, detail?: string): Problem =>
  bookingProblem(refusal, detail === undefined ? {} : { detail });

const placesOf = (attendee: Attendee): number => (attendee.who === 'party' ? attendee.places : 1);

interface Prepared {
  readonly offer: Offer;
  /** Whether a place looked free before anything was written. */
  readonly looksFree: boolean;
}

export interface EnrolmentTerms {
  /** What else must hold in the commit. */
  readonly companions?: readonly Companion<BookingRefusal>[];
  /** Throws when the caller may not enrol anybody for this. */
  readonly admit?: (offer: Offer) => void;
}

/** Reads all that stands in the way of an enrolment, and says it before a number is taken. */
const prepare = async (
  deps: BookingDependencies,
  command: Command,
  enrolling: Enrolling,
  firstId: string,
  admit: EnrolmentTerms['admit'],
): Promise<Prepared | 'earlier'> => {
  const { attendee, despiteClash } = enrolling;
  const marks = await marksOf(deps.keyring, attendee);
  const keys = {
    earlier: enrolmentKey(firstId),
    offer: deps.offers.key(enrolling.offer),
    places: placesKey(enrolling.offer),
    enrolled: enrolledKey(enrolling.offer, marks),
    held: holdsKey(enrolling.offer, marks),
    noShows: noShowsKey(marks),
  };
  const [items, booked] = await Promise.all([
    deps.store.getMany(Object.values(keys)),
    readBooked(deps.store, marks),
  ]);
  const found = ({ PK, SK }: ItemKey): Item | undefined =>
    items.find((item) => item['PK'] === PK && item['SK'] === SK);
  // The same request beside this one may have committed between the two reads, or within the first.
  const isOwn = found(keys.enrolled)?.['reference'] === firstId;
  if (found(keys.earlier) || isOwn || booked.some(({ enrolment }) => enrolment === firstId)) return 'earlier';
  const offer = deps.offers.of(enrolling.offer, found(keys.offer));
  const places = parsePlaces(found(keys.places));
  if (!offer || !places) throw bookingProblem('booking.offer_unknown');
  admit?.(offer);
  const refused = enrolmentRefusal(
    { ...offer, capacity: places.capacity },
    {
      places: placesOf(attendee),
      isEnrolled: found(keys.enrolled) !== undefined,
      held: placesHeld(found(keys.held)),
      booked,
      noShows: noShowsSince(
        found(keys.noShows),
        addMinutes(command.now, -limits.noShowDays * 24 * 60),
        command.now,
      ),
      despiteClash,
    },
    command.now,
  );
  if (refused) throw refuse(refused.refusal, refused.detail);
  const looksFree = freePlaces(places) > 0;
  if (!looksFree && !offer.hasWaitingList) throw bookingProblem('booking.full');
  return { offer, looksFree };
};

const waiting = (
  offer: Offer,
  { attendee, source, consent }: Enrolling,
  number: number,
  by: Officer | undefined,
  { now }: Command,
): Waiting => ({
  state: 'waiting',
  ...{ offer: offer.offer, activity: offer.activity, title: offer.title, node: offer.node },
  ...{ from: offer.from, until: offer.until, number, places: placesOf(attendee) },
  ...{ who: attendee.who, name: maskName(attendee.name), phone: maskPhone(attendee.phone) },
  ...(attendee.who === 'child' ? { age: attendee.age, guardian: maskName(attendee.guardian) } : {}),
  ...{ consent, source, enrolledAt: now },
  ...(by ? { enrolledBy: by } : {}),
});

/**
 * Enrols somebody: takes a number, stands in line in a commit of items of their own, and moves the line on when places
 * look free; so whoever finds a place is confirmed in the same answer. The same request again finds what the first
 * one made. Two reads, one counter, one transaction; and a look at the places, or the settling when some are free.
 */
export const enrol = async (
  deps: BookingDependencies,
  command: Command,
  enrolling: Enrolling,
  by: Officer | undefined,
  { companions = [], admit }: EnrolmentTerms = {},
): Promise<Enrolled> => {
  const { keyring, ledger, store } = deps;
  const seed = await keyring.mac('enrolment', `${by?.id ?? 'resident'} ${command.key}`);
  const idFor = (attempt: number): string => referenceFrom(`${seed} ${attempt}`);
  const prepared = await prepare(deps, command, enrolling, idFor(1), admit);
  if (prepared === 'earlier') {
    const earlier = await ledger.earlier(enrolmentType, idFor(1), command);
    if (!earlier || earlier === 'key-reused') throw platformProblem('request.key_reused');
    return enrolled(deps, earlier.id, await readOffer(deps, enrolling.offer));
  }
  const { offer, looksFree } = prepared;
  const { attendee } = enrolling;
  const made = await createCase<Enrolment, BookingRefusal>({
    ledger,
    type: enrolmentType,
    command,
    refuse,
    idFor,
    make: async (id) => {
      const person = await sealPerson(keyring, enrolmentType.kind, id, attendee);
      const number = await takeNumber(store, offer);
      const next = waiting(offer, enrolling, number, by, command);
      const { places } = next;
      const entry = { n: number, enrolment: id, places, at: deps.clock.now() };
      return {
        next,
        events: [{ type: 'enrolled', data: { number, places, source: next.source, person: person.digest } }],
        companions: [
          person.companion,
          standInLine(offer, entry, looksFree),
          ...claims(offer, person.marks, id, places),
          ...companions,
        ],
      };
    },
  });
  // After the commit, so that whoever gave places back meanwhile is seen here, or sees this enrolment there.
  const places = await readPlaces(store, offer.offer);
  if (!places || freePlaces(places) === 0) {
    if (offer.hasWaitingList) return { stored: made, code: await codeOf(keyring, made.id), offer };
  } else await settleAfterwards(deps, offer);
  if (!offer.hasWaitingList) await leaveFullLine(deps, offer, made.id, command.now);
  return enrolled(deps, made.id, offer);
};

const enrolled = async (deps: BookingDependencies, id: string, offer: Offer): Promise<Enrolled> => {
  const stored = await deps.ledger.read(enrolmentType, id);
  if (!stored) throw new Error('an enrolment is gone');
  if (wasTurnedAway(stored.state)) throw bookingProblem('booking.full');
  return { stored, code: await codeOf(deps.keyring, id), offer };
};

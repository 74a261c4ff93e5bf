import type { Problem } from '../platform/contract/problems.ts';
import { changeCase } from '../platform/ledger/change.ts';
import type { Command, Companion, Stored } from '../platform/ledger/steps.ts';
import type { Instant } from '../platform/runtime/time.ts';
import { type EnrolmentDecision, newlyMissed } from './attendance.rules.ts';
import { type BookingRefusal, bookingProblem } from './bookings.problems.ts';
import { type PersonMarks, releaseClaims, releasePlaces, rememberNoShow } from './claims.store.ts';
import * as rules from './enrolments.rules.ts';
import type { Enrolment } from './enrolments.states.ts';
import { enrolmentType, marksIn, personKey } from './enrolments.store.ts';
import { freePlaces } from './line.rules.ts';
import { giveBack, leaveLine, readPlaces, standInLine } from './line.store.ts';
import type { Offer } from './offers.rules.ts';
import type { BookingDependencies } from './offers.usecases.ts';
import { settleAfterwards } from './settling.usecases.ts';

export const bookingMissing = (): Problem => bookingProblem('booking.not_found');

const refuse = (refusal: BookingRefusal, detail?: string): Problem =>
  bookingProblem(refusal, detail === undefined ? {} : { detail });

/**
 * What is written with a change of an enrolment: the line it leaves or keeps its rank in, the places it gives back,
 * and the claims it no longer has. All of it its own, but for what is left beside the line to be counted.
 */
const withChange = (
  before: Stored<Enrolment>,
  after: Enrolment,
  marks: PersonMarks,
  now: Instant,
): Companion<never>[] => {
  const { state, id, version } = before;
  const back = rules.givenBack(state, after);
  const less = state.places - after.places;
  const written: Companion<never>[] = [];
  if (back > 0) written.push(giveBack(state.offer, { key: `${id}#${version + 1}`, places: back }, now));
  if (state.state === 'waiting' && after.state === 'waiting' && less > 0) {
    const { number: n, places, enrolledAt: at } = after;
    written.push(standInLine(after, { n, enrolment: id, places, at }, true));
  }
  if (state.state === 'waiting' && !rules.stands(after)) written.push(leaveLine(state.offer, state.number));
  if (!rules.stands(after)) written.push(...releaseClaims(state, marks, id, state.places));
  else if (less > 0) written.push(releasePlaces(state.offer, marks, less));
  if (newlyMissed(state, after) > 0) written.push(rememberNoShow(marks, now));
  return written;
};

export interface Changing {
  /** The enrolment as it was read: it says which offer it is of. */
  readonly found: Stored<Enrolment>;
  readonly command: Command;
  /** The version it was decided on; undefined where the state alone decides. */
  readonly ifMatch: number | undefined;
  /** The representation a caller whose version is stale is shown. */
  readonly view?: (stored: Stored<Enrolment>) => unknown;
  /** Undefined when there is nothing to change. */
  readonly decide: (enrolment: Enrolment, offer: Offer) => EnrolmentDecision | undefined;
}

export interface Changed {
  readonly stored: Stored<Enrolment>;
  readonly offer: Offer;
  /** Whose it is; undefined when nothing was changed. */
  readonly marks: PersonMarks | undefined;
}

/** Changes one enrolment and what hangs on it in one commit, and moves the line on where that made room. */
export const changeEnrolment = async (
  deps: BookingDependencies,
  { found, command, ifMatch, view, decide }: Changing,
): Promise<Changed> => {
  const person = personKey(enrolmentType.kind, found.id);
  const offerKey = deps.offers.key(found.state.offer);
  let offer: Offer | undefined;
  let makesRoom = false;
  let marks: PersonMarks | undefined;
  const stored = await changeCase<Enrolment, BookingRefusal>({
    ledger: deps.ledger,
    type: enrolmentType,
    id: found.id,
    command,
    ifMatch,
    missing: bookingMissing,
    refuse,
    admit: () => undefined,
    view: view ?? (() => undefined),
    beside: [person, offerKey],
    decide: (before, beside) => {
      offer = deps.offers.of(before.state.offer, beside(offerKey));
      if (!offer) throw bookingProblem('booking.offer_unknown');
      const decision = decide(before.state, offer);
      if (!decision || 'refusal' in decision) return decision;
      const { next } = decision;
      makesRoom = rules.givenBack(before.state, next) > 0 || next.places < before.state.places;
      marks = marksIn(beside(person));
      return { ...decision, companions: withChange(before, next, marks, command.now) };
    },
  });
  // A repeat of the same command decides nothing, and its first time has settled.
  offer ??= deps.offers.of(found.state.offer, await deps.store.get(offerKey));
  if (!offer) throw bookingProblem('booking.offer_unknown');
  if (makesRoom) await settleAfterwards(deps, offer);
  return { stored, offer, marks };
};

/** Why somebody left a line that nobody is to wait in. */
const noLine = 'full';

export const wasTurnedAway = (enrolment: Enrolment): boolean =>
  enrolment.state === 'left' && enrolment.reason === noLine;

/** Where there is no waiting list, takes whoever found no place out of the line again. */
export const leaveFullLine = async (
  deps: BookingDependencies,
  offer: Offer,
  reference: string,
  now: Instant,
): Promise<void> => {
  const places = await readPlaces(deps.store, offer.offer);
  const found = await deps.ledger.read(enrolmentType, reference);
  // With places free somebody before them is still on the way: the line moves on in a moment.
  if (!found || !places || freePlaces(places) >= found.state.places) return;
  await changeEnrolment(deps, {
    found,
    command: {
      key: `${noLine} ${reference}`,
      request: '',
      actor: { kind: 'schedule', name: 'booking-line' },
      now,
    },
    ifMatch: undefined,
    decide: (enrolment) =>
      enrolment.state === 'waiting'
        ? rules.cancel(enrolment, offer.cutoffAt, { by: undefined, now }, noLine)
        : undefined,
  });
};

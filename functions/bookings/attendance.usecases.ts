import { type Officer, officerOf } from '../platform/contract/officer.ts';
import { parseStored } from '../platform/ledger/ledger.ts';
import { admitNode, commandOf, type StaffCommand } from '../platform/ledger/staff-command.ts';
import type { Stored } from '../platform/ledger/steps.ts';
import { isDayOf, mark } from './attendance.rules.ts';
import { bookingProblem } from './bookings.problems.ts';
import type { checkInWays } from './bookings.words.ts';
import { forgiveNoShow } from './claims.store.ts';
import type { Enrolment } from './enrolments.states.ts';
import { enrolmentKey, enrolmentType, referenceOnTicket } from './enrolments.store.ts';
import { bookingMissing, changeEnrolment } from './enrolments.usecases.ts';
import type { Offer } from './offers.rules.ts';
import { type BookingDependencies, readOffer } from './offers.usecases.ts';

/** A session as staff name it, `<activity>.<number>`. */
const partsOf = (session: string): { readonly activity: string; readonly no: number } => {
  const at = session.lastIndexOf('.');
  return { activity: session.slice(0, at), no: Number(session.slice(at + 1)) };
};

const isFor = (enrolment: Enrolment, session: string): boolean =>
  enrolment.offer === session || enrolment.offer === partsOf(session).activity;

/** @throws Problem unless there is such a session, today, in the caller's area. */
const admitSession = (offer: Offer, session: string, request: Pick<StaffCommand, 'caller' | 'now'>): void => {
  admitNode(offer.node, request.caller);
  const date = offer.dates.find(({ no }) => no === partsOf(session).no);
  if (!date || date.calledOff) throw bookingProblem('booking.session_unknown');
  if (!isDayOf(date, request.now)) throw bookingProblem('booking.session_far', { detail: date.from });
};

interface Marking {
  readonly session: string;
  readonly came: boolean;
  readonly how: (typeof checkInWays)[number];
  readonly by: Officer;
}

interface Marked {
  readonly stored: Stored<Enrolment>;
  readonly already: boolean;
}

const markOne = async (
  deps: BookingDependencies,
  request: Omit<StaffCommand, 'ifMatch'>,
  found: Stored<Enrolment>,
  { session, came, how, by }: Marking,
): Promise<Marked> => {
  const { no } = partsOf(session);
  const { now } = request;
  const wasMissed = found.state.state === 'confirmed' && found.state.attendance[String(no)]?.came === false;
  let already = true;
  const { stored, marks } = await changeEnrolment(deps, {
    found,
    command: commandOf(request),
    ifMatch: undefined,
    decide: (enrolment, offer) => {
      admitSession(offer, session, request);
      const decision = mark(enrolment, offer, { session: no, came, by, how, now });
      already = decision === undefined;
      return decision;
    },
  });
  // Being there makes up for an earlier time, and a mark that was wrong for itself.
  if (!already && came && marks) {
    await forgiveNoShow(deps.store, marks);
    if (wasMissed) await forgiveNoShow(deps.store, marks);
  }
  return { stored, already };
};

export type CheckIn =
  | { readonly by: 'ticket'; readonly session: string; readonly ticket: string }
  | { readonly by: 'reference'; readonly session: string; readonly reference: string };

/** Marks somebody as there by what they show or say. A ticket for something else is told what it is for. */
export const checkIn = async (
  deps: BookingDependencies,
  request: Omit<StaffCommand, 'ifMatch'>,
  asked: CheckIn,
): Promise<Marked> => {
  const reference =
    asked.by === 'ticket' ? await referenceOnTicket(deps.keyring, asked.ticket) : asked.reference;
  if (reference === undefined) throw bookingProblem('booking.ticket_invalid');
  const found = await deps.ledger.read(enrolmentType, reference);
  if (!found) throw bookingMissing();
  admitNode(found.state.node, request.caller);
  if (!isFor(found.state, asked.session)) {
    const { offer, title, from } = found.state;
    throw bookingProblem('booking.other_session', {
      detail: `${title} ${from}`,
      current: { offer, title, from },
    });
  }
  return markOne(deps, request, found, {
    session: asked.session,
    came: true,
    how: asked.by,
    by: officerOf(request.caller),
  });
};

export interface RosterMarks {
  readonly present: readonly string[];
  readonly absent: readonly string[];
}

export type RosterMark = 'marked' | 'already' | 'unknown' | 'failed';

/** Marks a page of a roster; each by itself, so that one that fails leaves the others as they are. */
export const markRoster = async (
  deps: BookingDependencies,
  request: Omit<StaffCommand, 'ifMatch'>,
  session: string,
  { present, absent }: RosterMarks,
): Promise<{ readonly reference: string; readonly result: RosterMark }[]> => {
  const references = [...new Set([...present, ...absent])];
  const items = references.length === 0 ? [] : await deps.store.getMany(references.map(enrolmentKey));
  const found = new Map(
    items.map((item) => {
      const stored = parseStored(enrolmentType, item);
      return [stored.id, stored] as const;
    }),
  );
  const first = [...found.values()].find(({ state }) => isFor(state, session));
  if (first) admitSession(await readOffer(deps, first.state.offer), session, request);
  const marks: { reference: string; result: RosterMark }[] = [];
  for (const reference of references) {
    const stored = found.get(reference);
    if (!stored || !isFor(stored.state, session) || stored.state.state !== 'confirmed') {
      marks.push({ reference, result: 'unknown' });
      continue;
    }
    const came = present.includes(reference);
    try {
      const { already } = await markOne(deps, { ...request, key: `${request.key} ${reference}` }, stored, {
        session,
        came,
        how: 'roster',
        by: officerOf(request.caller),
      });
      marks.push({ reference, result: already ? 'already' : 'marked' });
    } catch (error) {
      deps.log.error('batch.entry_failed', { id: reference }, error);
      marks.push({ reference, result: 'failed' });
    }
  }
  return marks;
};

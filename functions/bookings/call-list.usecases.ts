import { isWithin, type Principal } from '../platform/contract/roles.ts';
import { readWholeList } from '../platform/ledger/lists.ts';
import { admitNode } from '../platform/ledger/staff-command.ts';
import type { Instant, LocalDate } from '../platform/runtime/time.ts';
import { sessionsAt } from '../programme/listed.usecases.ts';
import type { SessionRow } from '../programme/programme.views.ts';
import { readVenue } from '../venues/venues.usecases.ts';
import { bookingProblem } from './bookings.problems.ts';
import { type CallList, type RosterRow, rosterRowSchema } from './bookings.views.ts';
import { limits } from './bookings.words.ts';
import { rosterList } from './bookings-lists.store.ts';
import { enrolmentType, openPerson, type Person, personKey, recordOpening } from './enrolments.store.ts';
import type { BookingDependencies } from './offers.usecases.ts';

/** Whoever is to be called: those with a place, and those one is held for. */
const isExpected = ({ state }: RosterRow): boolean => state === 'confirmed' || state === 'held';

const { kind } = enrolmentType;

/** Names and phones by reference; those made anonymous since are left out. */
const openAll = async (
  { store, keyring }: BookingDependencies,
  references: readonly string[],
): Promise<ReadonlyMap<string, Person>> => {
  const items = await store.getMany(references.map((reference) => personKey(kind, reference)));
  const people = new Map<string, Person>();
  for (const reference of references) {
    const item = items.find(({ PK }) => PK === personKey(kind, reference).PK);
    if (item) people.set(reference, await openPerson(keyring, kind, reference, item));
  }
  return people;
};

interface Asked {
  readonly venue: string;
  readonly day: LocalDate;
  readonly reason: string;
}

/**
 * Whom to call about what takes place at a venue on a day: every opening is recorded with each enrolment, before
 * anything is opened. What somebody outside the caller's area puts on there is named without its people.
 * @throws Problem `booking.room_unknown`, `booking.call_list_long`.
 */
export const openCallList = async (
  deps: BookingDependencies,
  { caller, now }: { readonly caller: Principal; readonly now: Instant },
  { venue, day, reason }: Asked,
): Promise<CallList> => {
  const stored = await readVenue(deps, venue);
  if (!stored) throw bookingProblem('booking.room_unknown');
  admitNode(stored.state.node, caller);
  const listed = await sessionsAt(deps, venue, day);
  const planned = listed.filter(({ state }) => state === 'planned');
  const expectedAt = async ({ offer, node }: SessionRow): Promise<readonly RosterRow[] | undefined> => {
    if (offer === undefined) return [];
    if (!isWithin(node, caller.scope)) return undefined;
    const roster = await readWholeList(deps.store, rosterRowSchema, { list: rosterList(offer) });
    return roster.filter(isExpected);
  };
  const sessions = await Promise.all(
    planned.map(async (session) => ({ session, expected: await expectedAt(session) })),
  );
  const references = [
    ...new Set(sessions.flatMap(({ expected }) => (expected ?? []).map(({ reference }) => reference))),
  ];
  if (references.length > limits.callList) throw bookingProblem('booking.call_list_long');
  const opening = { at: now, staffId: caller.staffId, name: caller.name, reason };
  await Promise.all(references.map((reference) => recordOpening(deps.store, kind, reference, opening)));
  const people = await openAll(deps, references);
  return {
    venueName: stored.state.name,
    day,
    sessions: sessions.map(({ session, expected }) => ({
      ...{ session: session.session, title: session.title, from: session.from, to: session.to },
      ...{ organiser: session.organiser.name, enrolled: session.offer !== undefined },
      people: expected?.flatMap(({ reference, places }) => {
        const person = people.get(reference);
        return person ? [{ reference, places, ...person }] : [];
      }),
    })),
    asOf: now,
  };
};

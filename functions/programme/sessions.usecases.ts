import type { WorkingCalendar } from '../calendar/calendar.rules.ts';
import type { Principal } from '../platform/contract/roles.ts';
import type { Beside } from '../platform/ledger/ledger.ts';
import { admitNode } from '../platform/ledger/staff-command.ts';
import type { Companion, Stored } from '../platform/ledger/steps.ts';
import type { Core } from '../platform/runtime/core.ts';
import type { Instant } from '../platform/runtime/time.ts';
import { claimSlots, freeSlots } from '../venues/room-slots.usecases.ts';
import { holidaysOf, refuseInvalid, venueAmong, venueKey } from '../venues/venues.usecases.ts';
import { datesOf } from './dates.rules.ts';
import type { NewSessions, SessionMove, Where } from './programme.fields.ts';
import { type ProgrammeRefusal, programmeProblem } from './programme.problems.ts';
import type { Activity, Session } from './programme.states.ts';
import { type ActivityCommand, changeActivity } from './programme.usecases.ts';
import { limits, sessionIdOf } from './programme.words.ts';
import {
  datesProblems,
  roomProblems,
  ruleProblems,
  spanProblems,
  whereProblems,
} from './programme-checks.rules.ts';
import * as rules from './sessions.rules.ts';

export interface ProgrammeDependencies extends Core {
  readonly calendars: { readonly current: (now: Instant) => Promise<WorkingCalendar> };
}

/**
 * Where it is, once the venue was read beside the activity. A room is taken from everybody else, so it has to be one
 * of the caller's area.
 */
const placedAt = ({ venue: id, room: no, place }: Where, beside: Beside, caller: Principal): rules.Placed => {
  if (id === undefined) return { place: place ?? '' };
  const venue = venueAmong(beside, id)?.state;
  if (!venue || venue.state === 'ended') throw programmeProblem('programme.venue_unknown');
  if (no === undefined) return { venue: id, place: place ?? venue.name };
  const room = venue.rooms.find((one) => one.no === no);
  if (!room) throw programmeProblem('programme.room_unknown');
  admitNode(venue.node, caller);
  return { venue: id, room: no, slot: room.slot, place: place ?? `${venue.name} ${room.name}` };
};

/** Holds a commit to a venue that was not given up meanwhile. */
const venueStands = (venue: string | undefined): Companion<ProgrammeRefusal>[] =>
  venue === undefined
    ? []
    : [
        {
          write: {
            ConditionCheck: {
              Key: venueKey(venue),
              ConditionExpression: 'attribute_exists(PK) AND #state.#state <> :ended',
              ExpressionAttributeNames: { '#state': 'state' },
              ExpressionAttributeValues: { ':ended': 'ended' },
            },
          },
          refusal: 'programme.venue_unknown',
        },
      ];

const venueKeys = ({ venue }: Where) => (venue === undefined ? [] : [venueKey(venue)]);

/** What a date takes of its room and what it gives back, when it becomes another; a slot it keeps is left alone. */
const slotsFollow = (
  activity: string,
  before: Session | undefined,
  after: Session | undefined,
): Companion<ProgrammeRefusal>[] => {
  const had = before ? rules.slotsOfSession(before) : [];
  const has = after && after.state !== 'cancelled' ? rules.slotsOfSession(after) : [];
  const holder = sessionIdOf(activity, after?.no ?? before?.no ?? 0);
  return [
    ...rules
      .slotsWithout(has, had)
      .flatMap((slots) => claimSlots({ ...slots, holder }, 'programme.room_taken' as const)),
    ...rules.slotsWithout(had, has).flatMap((slots) => freeSlots({ ...slots, holder })),
  ];
};

/**
 * Adds the dates a rule makes; those in a room of ours hold it from this commit on.
 * @throws Problem `request.invalid` field by field, `programme.sessions_full`, `programme.room_taken` …
 */
export const addSessions = async (
  deps: ProgrammeDependencies,
  command: ActivityCommand,
  { rule, ...where }: NewSessions,
): Promise<Stored<Activity>> => {
  const { now, caller } = command;
  refuseInvalid([...ruleProblems(rule, now), ...whereProblems(where)]);
  const isHoliday = holidaysOf(await deps.calendars.current(now));
  const dates = datesOf(rule, isHoliday, limits.sessions);
  refuseInvalid(datesProblems(dates, now));
  return changeActivity(deps, command, {
    keys: venueKeys(where),
    decide: (activity, act, beside) => {
      const placed = placedAt(where, beside, caller);
      refuseInvalid(
        roomProblems(
          dates.map((date) => ({ ...date, ...placed })),
          activity.sessions,
        ),
      );
      return rules.addSessions(activity, { dates, where: placed }, act);
    },
    companions: ({ id, state }, { sessions }) => [
      ...venueStands(where.venue),
      ...sessions
        .filter(({ no }) => no > state.lastNo)
        .flatMap((session) => slotsFollow(id, undefined, session)),
    ],
  });
};

/** Where a date is now, for one that is moved in time only. */
const samePlace = (activity: Activity, no: number): rules.Placed => {
  const session = rules.sessionOf(activity, no);
  if (!session) throw programmeProblem('programme.session_not_found');
  const { venue, room, slot, place } = session;
  return {
    place,
    ...(venue === undefined ? {} : { venue }),
    ...(room === undefined ? {} : { room }),
    ...(slot === undefined ? {} : { slot }),
  };
};

/** Moves one date; without a word about the place it stays where it is. */
export const moveSession = (
  deps: Pick<Core, 'ledger'>,
  command: ActivityCommand,
  no: number,
  { from, to, reason, ...where }: SessionMove,
): Promise<Stored<Activity>> => {
  const { now, caller } = command;
  const isElsewhere = Object.values(where).some((part) => part !== undefined);
  refuseInvalid([...spanProblems({ from, to }, now), ...(isElsewhere ? whereProblems(where) : [])]);
  return changeActivity(deps, command, {
    keys: venueKeys(where),
    decide: (activity, act, beside) => {
      const placed = isElsewhere ? placedAt(where, beside, caller) : samePlace(activity, no);
      const others = activity.sessions.filter((session) => session.no !== no);
      refuseInvalid(roomProblems([{ from, to, ...placed }], others));
      return rules.moveSession(activity, { no, from, to, where: placed, reason }, act);
    },
    companions: ({ id, state }, next) => [
      ...venueStands(where.venue),
      ...slotsFollow(id, rules.sessionOf(state, no), rules.sessionOf(next, no)),
    ],
  });
};

export const cancelSession = (
  deps: Pick<Core, 'ledger'>,
  command: ActivityCommand,
  no: number,
  reason: string,
): Promise<Stored<Activity>> =>
  changeActivity(deps, command, {
    decide: (activity, act) => rules.cancelSession(activity, { no, reason }, act),
    companions: ({ id, state }, next) =>
      slotsFollow(id, rules.sessionOf(state, no), rules.sessionOf(next, no)),
  });

export const recordPeople = (
  deps: Pick<Core, 'ledger'>,
  command: ActivityCommand,
  no: number,
  people: number,
): Promise<Stored<Activity>> =>
  changeActivity(deps, command, {
    decide: (activity, act) => rules.recordPeople(activity, { no, people }, act),
  });

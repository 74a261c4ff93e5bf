import { nodeStands } from '../access/organisations.store.ts';
import { staffKey, staffType } from '../access/staff.store.ts';
import { isWorkingDay, type WorkingCalendar } from '../calendar/calendar.rules.ts';
import type { Officer } from '../platform/contract/officer.ts';
import { officerOf } from '../platform/contract/officer.ts';
import { type FieldProblem, type Problem, platformProblem } from '../platform/contract/problems.ts';
import { holdsOneOf, isWithin, type Principal } from '../platform/contract/roles.ts';
import { changeCase, createCase } from '../platform/ledger/change.ts';
import { type Beside, parseStored, readCases } from '../platform/ledger/ledger.ts';
import { admitNode, commandOf, type StaffCommand } from '../platform/ledger/staff-command.ts';
import type { Stored } from '../platform/ledger/steps.ts';
import type { Core } from '../platform/runtime/core.ts';
import { referenceFrom } from '../platform/runtime/ids.ts';
import type { ItemKey, Store } from '../platform/runtime/store.ts';
import { type Instant, type LocalDate, localDateOf } from '../platform/runtime/time.ts';
import type { IsHoliday } from './day-plan.rules.ts';
import { venueKeepers } from './venues.actions.ts';
import type {
  ExceptionFields,
  NewVenue,
  RoomFields,
  TimetableFields,
  VenueDetails,
} from './venues.fields.ts';
import { type VenueRefusal, venueProblem } from './venues.problems.ts';
import * as rules from './venues.rules.ts';
import type { Venue } from './venues.states.ts';
import { readVenues, venueKey, venueType } from './venues.store.ts';
import type { VenueRow, VenueView } from './venues.views.ts';
import {
  capacityProblems,
  exceptionProblems,
  roomsProblems,
  timetablesProblems,
} from './venues-checks.rules.ts';

export interface VenueDependencies extends Core {
  readonly calendars: { readonly current: (now: Instant) => Promise<WorkingCalendar> };
}

/** @throws Problem `request.invalid` when there is anything to say. */
export const refuseInvalid = (errors: readonly FieldProblem[]): void => {
  if (errors.length > 0) throw platformProblem('request.invalid', { errors });
};

export const venueMissing = (): Problem => venueProblem('venue.not_found');

export const refusedBy = (refusal: VenueRefusal | 'access.node_unknown'): Problem =>
  venueProblem(refusal === 'access.node_unknown' ? 'venue.node_unknown' : refusal);

export const venueView = ({ id, version, state }: Stored<Venue>, caller: Principal): VenueView => ({
  ...state,
  venue: id,
  version,
  mayKeep: state.state !== 'ended' && holdsOneOf(caller, venueKeepers) && isWithin(state.node, caller.scope),
});

const actOf = ({ caller, now }: StaffCommand): rules.Act => ({ by: officerOf(caller), now });

/** @throws Problem `request.invalid` field by field, `access.scope`, `venue.node_unknown`, `venue.no_timetable`. */
export const createVenue = async (
  { ledger }: Pick<Core, 'ledger'>,
  command: StaffCommand,
  fields: NewVenue,
): Promise<Stored<Venue>> => {
  const { caller, key } = command;
  admitNode(fields.node, caller);
  refuseInvalid([
    ...timetablesProblems(fields.timetables),
    ...roomsProblems(fields.rooms, { capacity: fields.capacity, rooms: [] }),
  ]);
  const made = rules.writeDown(fields, actOf(command));
  if ('refusal' in made) throw venueProblem(made.refusal);
  return createCase<Venue, 'access.node_unknown'>({
    ledger,
    type: venueType,
    command: commandOf(command),
    refuse: refusedBy,
    idFor: (attempt) => referenceFrom(`venue ${caller.staffId} ${key} ${attempt}`),
    make: async () => ({ ...made, companions: [nodeStands(fields.node)] }),
  });
};

export interface VenueCommand extends StaffCommand {
  readonly params: { readonly venue: string };
}

const change = (
  { ledger }: Pick<Core, 'ledger'>,
  command: VenueCommand,
  decide: (venue: Venue, act: rules.Act, beside: Beside) => rules.VenueDecision,
  beside: readonly ItemKey[] = [],
): Promise<Stored<Venue>> =>
  changeCase<Venue, VenueRefusal>({
    ledger,
    type: venueType,
    id: command.params.venue,
    command: commandOf(command),
    ifMatch: command.ifMatch,
    missing: venueMissing,
    refuse: refusedBy,
    admit: ({ state }) => admitNode(state.node, command.caller),
    view: (stored) => venueView(stored, command.caller),
    beside,
    decide: ({ state }, found) => decide(state, actOf(command), found),
  });

type Changing<T> = (deps: Pick<Core, 'ledger'>, command: VenueCommand, what: T) => Promise<Stored<Venue>>;

/** @throws Problem `request.invalid` when a room holds more than the venue would. */
export const changeVenue: Changing<VenueDetails> = (deps, command, details) =>
  change(deps, command, (venue, act) => {
    refuseInvalid(capacityProblems(details.capacity, venue.rooms));
    return rules.changeDetails(venue, details, act);
  });

export const launchVenue = (deps: Pick<Core, 'ledger'>, command: VenueCommand): Promise<Stored<Venue>> =>
  change(deps, command, (venue, act) => rules.launch(venue, undefined, act));

/** @throws Problem `request.invalid` field by field, `venue.past_changed`. */
export const setTimetables: Changing<readonly TimetableFields[]> = (deps, command, timetables) =>
  change(deps, command, (venue, act) => {
    refuseInvalid(timetablesProblems(timetables, venue.timetables));
    return rules.setTimetables(venue, timetables, act);
  });

/** @throws Problem `request.invalid` field by field, `venue.closures_full`. */
export const announceException: Changing<ExceptionFields> = (deps, command, fields) =>
  change(deps, command, (venue, act) => {
    refuseInvalid(exceptionProblems(fields, localDateOf(command.now)));
    return rules.announce(venue, fields, act);
  });

export const withdrawException: Changing<number> = (deps, command, no) =>
  change(deps, command, (venue, act) => rules.withdraw(venue, no, act));

/** @throws Problem `request.invalid` field by field. */
export const setRooms: Changing<readonly RoomFields[]> = (deps, command, rooms) =>
  change(deps, command, (venue, act) => {
    refuseInvalid(roomsProblems(rooms, venue));
    return rules.setRooms(venue, rooms, act);
  });

/** Somebody who keeps venues at this place, as their account stands now. @throws Problem why not. */
const keeperAmong = (beside: Beside, id: string, node: string): Officer => {
  const item = beside(staffKey(id));
  if (!item) throw venueProblem('venue.keeper_unknown');
  const { status, roles, scope, name } = parseStored(staffType, item).state;
  if (status !== 'active') throw venueProblem('venue.keeper_not_active');
  const keeps = venueKeepers.some((role) => roles.includes(role)) && isWithin(node, scope);
  if (!keeps) throw venueProblem('venue.keeper_not_in_scope');
  return { id, name };
};

export const setKeeper: Changing<string | null> = (deps, command, keeper) =>
  change(
    deps,
    command,
    (venue, act, beside) =>
      rules.setKeeper(venue, keeper === null ? undefined : keeperAmong(beside, keeper, venue.node), act),
    keeper === null ? [] : [staffKey(keeper)],
  );

export const setPhotos: Changing<Venue['photos']> = (deps, command, photos) =>
  change(deps, command, (venue, act) => rules.setPhotos(venue, photos, act));

export const endVenue: Changing<string> = (deps, command, reason) =>
  change(deps, command, (venue, act) => rules.end(venue, reason, act));

/** Those of these venues that are there; one request for each hundred. */
export const venuesById = (
  { store }: Pick<Core, 'store'>,
  ids: readonly string[],
): Promise<Stored<Venue>[]> => readCases(store, venueType, ids);

/** One venue whole, whoever asks: what a venue is, is public. One strongly consistent read. */
export const readVenue = ({ ledger }: Pick<Core, 'ledger'>, id: string): Promise<Stored<Venue> | undefined> =>
  ledger.read(venueType, id);

/** The key of a venue, for whoever decides beside it; {@link venueAmong} reads what was found. */
export { venueKey };

export const venueAmong = (beside: Beside, id: string): Stored<Venue> | undefined => {
  const item = beside(venueKey(id));
  return item && parseStored(venueType, item);
};

/** The venues of a place and below it, by kind and name, ended ones not; a query or two, eventually consistent. */
export const venuesOf = (store: Store, node: string): Promise<VenueRow[]> => readVenues(store, node);

/** A row as everybody may have it: without what is over, and without who keeps it. */
export const publicVenueRow = ({ keeper: _, ...row }: VenueRow, today: LocalDate): VenueRow => ({
  ...row,
  timetables: row.timetables.filter(({ to }) => to === undefined || to >= today),
  exceptions: row.exceptions.filter(({ to }) => to >= today),
});

/** Days off by the notice, for the rules of a venue's day. */
export const holidaysOf =
  (calendar: WorkingCalendar): IsHoliday =>
  (day) =>
    isWorkingDay(calendar, day).reason === 'holiday';

import type { Principal } from '../platform/contract/roles.ts';
import { readCases } from '../platform/ledger/ledger.ts';
import type { StaffCommand } from '../platform/ledger/staff-command.ts';
import type { Stored } from '../platform/ledger/steps.ts';
import type { Core } from '../platform/runtime/core.ts';
import type { LocalDate } from '../platform/runtime/time.ts';
import * as rules from './centres.rules.ts';
import type { Attendance } from './centres.states.ts';
import { attendanceId, attendanceType, centreType, membershipType } from './centres.store.ts';
import type { OfCentre } from './centres.usecases.ts';
import type { AttendanceView } from './centres.views.ts';
import { serviceKeepers } from './services.actions.ts';
import { servicesProblem } from './services.problems.ts';
import { changeRecord, createRecord, mayAt, readRecord } from './services.usecases.ts';

export const attendanceView = (
  { version, state }: Stored<Attendance>,
  caller: Principal,
): AttendanceView => ({ ...state, version, mayKeep: mayAt(state.node, caller, serviceKeepers) });

interface Day {
  readonly centre: string;
  readonly day: LocalDate;
}

/** Whoever of these was a member that day. One read for each hundred. */
const membersAmong = async (
  { store }: Pick<Core, 'store'>,
  { centre, day }: Day,
  present: readonly string[],
): Promise<string[]> =>
  (await readCases(store, membershipType, present))
    .filter(({ state }) => rules.wasMember(state, centre, day))
    .map(({ id }) => id);

/** One record for each centre and day. @throws Problem `attendance.exists`, `attendance.not_member`. */
export const handInAttendance = async (
  deps: Core,
  request: OfCentre,
  { day, present }: { readonly day: LocalDate; readonly present: readonly string[] },
): Promise<Stored<Attendance>> => {
  const { id, state } = await readRecord(deps, centreType, request.params.centre, request.caller);
  const members = await membersAmong(deps, { centre: id, day }, present);
  return createRecord<Attendance>(deps, request, {
    type: attendanceType,
    id: attendanceId(id, day),
    occupied: () => servicesProblem('attendance.exists'),
    make: async (_, act) => {
      const decided = rules.handIn({ centre: { id, node: state.node }, day, present, members }, act);
      if ('refusal' in decided) throw servicesProblem(decided.refusal);
      return decided;
    },
  });
};

interface OfDay extends StaffCommand {
  readonly params: Day;
}

export const correctAttendance = async (
  deps: Core,
  request: OfDay,
  { present, reason }: { readonly present: readonly string[]; readonly reason: string },
): Promise<Stored<Attendance>> => {
  const { params, caller } = request;
  const members = await membersAmong(deps, params, present);
  return changeRecord<Attendance>(deps, request, {
    ...{ type: attendanceType, id: attendanceId(params.centre, params.day) },
    view: (stored) => attendanceView(stored, caller),
    decide: ({ state }, act) => rules.correctAttendance(state, { present, members, reason }, act),
  });
};

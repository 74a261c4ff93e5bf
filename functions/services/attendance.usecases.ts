import type { Principal } from '../platform/contract/roles.ts';
import { type Beside, parseStored } from '../platform/ledger/ledger.ts';
import type { StaffCommand } from '../platform/ledger/staff-command.ts';
import type { Stored } from '../platform/ledger/steps.ts';
import type { Core } from '../platform/runtime/core.ts';
import { byKey, type ItemKey } from '../platform/runtime/store.ts';
import type { LocalDate } from '../platform/runtime/time.ts';
import * as rules from './centres.rules.ts';
import type { Attendance } from './centres.states.ts';
import { attendanceId, attendanceType, centreType, membershipType } from './centres.store.ts';
import type { OfCentre } from './centres.usecases.ts';
import type { AttendanceView } from './centres.views.ts';
import { serviceKeepers } from './services.actions.ts';
import { servicesProblem } from './services.problems.ts';
import { changeRecord, createRecord, mayAt, recordAmong, stateKey } from './services.usecases.ts';

export const attendanceView = (
  { version, state }: Stored<Attendance>,
  caller: Principal,
): AttendanceView => ({ ...state, version, mayKeep: mayAt(state.node, caller, serviceKeepers) });

interface Day {
  readonly centre: string;
  readonly day: LocalDate;
}

const membershipKeys = (present: readonly string[]): ItemKey[] =>
  present.map((id) => stateKey(membershipType, id));

/** Whoever of these was a member that day. */
const membersAmong = (beside: Beside, { centre, day }: Day, present: readonly string[]): string[] =>
  present.filter((id) => {
    const item = beside(stateKey(membershipType, id));
    return item && rules.wasMember(parseStored(membershipType, item).state, centre, day);
  });

/** One record for each centre and day. One read for each hundred present. @throws Problem `attendance.exists`, `attendance.not_member`. */
export const handInAttendance = async (
  deps: Core,
  request: OfCentre,
  { day, present }: { readonly day: LocalDate; readonly present: readonly string[] },
): Promise<Stored<Attendance>> => {
  const { params, caller } = request;
  const keys = [stateKey(centreType, params.centre), ...membershipKeys(present)];
  const beside = byKey(await deps.store.getMany(keys));
  const { id, state } = recordAmong(beside, centreType, params.centre, caller);
  const members = membersAmong(beside, { centre: id, day }, present);
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

export const correctAttendance = (
  deps: Core,
  request: OfDay,
  { present, reason }: { readonly present: readonly string[]; readonly reason: string },
): Promise<Stored<Attendance>> => {
  const { params, caller } = request;
  return changeRecord<Attendance>(deps, request, {
    ...{ type: attendanceType, id: attendanceId(params.centre, params.day) },
    view: (stored) => attendanceView(stored, caller),
    beside: membershipKeys(present),
    decide: ({ state }, act, beside) => {
      const members = membersAmong(beside, params, present);
      return rules.correctAttendance(state, { present, members, reason }, act);
    },
  });
};

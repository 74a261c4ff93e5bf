import type { Principal } from '../platform/contract/roles.ts';
import type { Handlers } from '../platform/http/api-function.ts';
import { type Cursors, pageOf } from '../platform/http/cursor.ts';
import { admitNode } from '../platform/ledger/staff-command.ts';
import type { Stored } from '../platform/ledger/steps.ts';
import type { Core } from '../platform/runtime/core.ts';
import { attendanceView, correctAttendance, handInAttendance } from './attendance.usecases.ts';
import type { centreRoutes } from './centres.contract.ts';
import type { Attendance, Centre, Membership } from './centres.states.ts';
import {
  attendanceId,
  attendanceType,
  centreDayPage,
  centrePage,
  centreType,
  memberPage,
  membershipType,
} from './centres.store.ts';
import {
  centreView,
  changeCentre,
  closeCentre,
  createCentre,
  joinCentre,
  leaveCentre,
  membershipView,
  recordEmployment,
  resizeCentre,
} from './centres.usecases.ts';
import type { servicesContract } from './services.contract.ts';
import { centreDaysList, centresList, membersList } from './services.lists.ts';
import { readRecord } from './services.usecases.ts';

type Routes = Pick<Handlers<typeof servicesContract>, keyof typeof centreRoutes>;

interface By {
  readonly caller: Principal;
}

const member = ({ caller }: By, stored: Stored<Membership>) => ({
  body: membershipView(stored, caller),
  version: stored.version,
});

const day = ({ caller }: By, stored: Stored<Attendance>) => ({
  body: attendanceView(stored, caller),
  version: stored.version,
});

export const centreHandlers = (deps: Core, cursors: Cursors): Routes => {
  const { store } = deps;
  const counted = async ({ caller }: By, stored: Stored<Centre>) => ({
    body: await centreView(deps, stored, caller),
    version: stored.version,
  });
  return {
    centres: async ({ query: { node, cursor }, caller, now }) => {
      admitNode(node, caller);
      const asked = { list: centresList(node), cursor, now };
      return { body: await pageOf(cursors, asked, (from) => centrePage(store, node, from)) };
    },
    createCentre: async (request) => counted(request, await createCentre(deps, request, request.body)),
    readCentre: async (request) =>
      counted(request, await readRecord(deps, centreType, request.params.centre, request.caller)),
    centreDetails: async (request) => counted(request, await changeCentre(deps, request, request.body)),
    centreCapacity: async (request) => counted(request, await resizeCentre(deps, request, request.body)),
    closeCentre: async (request) => counted(request, await closeCentre(deps, request, request.body)),
    members: async ({ params, query: { state, cursor }, caller, now }) => {
      const { id } = await readRecord(deps, centreType, params.centre, caller);
      const asked = { list: membersList(id, state), cursor, now };
      return {
        body: await pageOf(cursors, asked, (from) => memberPage(store, { centre: id, state }, from)),
      };
    },
    join: async (request) => member(request, await joinCentre(deps, request, request.body)),
    readMembership: async (request) =>
      member(request, await readRecord(deps, membershipType, request.params.membership, request.caller)),
    employment: async (request) => member(request, await recordEmployment(deps, request, request.body)),
    leave: async (request) => member(request, await leaveCentre(deps, request, request.body)),
    attendanceDays: async ({ params, query: { cursor }, caller, now }) => {
      const { id } = await readRecord(deps, centreType, params.centre, caller);
      const asked = { list: centreDaysList(id), cursor, now };
      return { body: await pageOf(cursors, asked, (from) => centreDayPage(store, id, from)) };
    },
    handInAttendance: async (request) => day(request, await handInAttendance(deps, request, request.body)),
    readAttendance: async (request) => {
      const id = attendanceId(request.params.centre, request.params.day);
      return day(request, await readRecord(deps, attendanceType, id, request.caller));
    },
    correctAttendance: async (request) => day(request, await correctAttendance(deps, request, request.body)),
  };
};

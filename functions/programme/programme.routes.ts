import type { Principal } from '../platform/contract/roles.ts';
import type { Handlers } from '../platform/http/api-function.ts';
import { type Cursors, pageOf } from '../platform/http/cursor.ts';
import { readListPage } from '../platform/ledger/lists.ts';
import { admitNode } from '../platform/ledger/staff-command.ts';
import type { Stored } from '../platform/ledger/steps.ts';
import { setEnrolment } from './enrolment.usecases.ts';
import type { programmeContract } from './programme.contract.ts';
import { activitiesList } from './programme.lists.ts';
import type { Activity } from './programme.states.ts';
import {
  activityMissing,
  activityView,
  cancelActivity,
  changeDetails,
  createActivity,
  endActivity,
  publishActivity,
  readActivity,
  setPhotos,
} from './programme.usecases.ts';
import { type ActivityView, activityRowSchema } from './programme.views.ts';
import {
  addSessions,
  cancelSession,
  moveSession,
  type ProgrammeDependencies,
  recordPeople,
} from './sessions.usecases.ts';

const pageSize = 50;

const answer = (stored: Stored<Activity>, caller: Principal): { body: ActivityView; version: number } => ({
  body: activityView(stored, caller),
  version: stored.version,
});

export const programmeRoutes = (
  deps: ProgrammeDependencies,
  cursors: Cursors,
): Handlers<typeof programmeContract> => ({
  list: async ({ query, caller, now }) => {
    admitNode(query.node, caller);
    const list = activitiesList(query.node);
    const body = await pageOf(cursors, { list, cursor: query.cursor, now }, (cursor) =>
      readListPage(deps.store, activityRowSchema, { list, order: 'newest first', size: pageSize, cursor }),
    );
    return { body };
  },
  create: async (request) => answer(await createActivity(deps, request, request.body), request.caller),
  read: async ({ params, caller }) => {
    const stored = await readActivity(deps, params.activity);
    if (!stored) throw activityMissing();
    return answer(stored, caller);
  },
  details: async (request) => answer(await changeDetails(deps, request, request.body), request.caller),
  photos: async (request) => answer(await setPhotos(deps, request, request.body.photos), request.caller),
  sessions: async (request) => answer(await addSessions(deps, request, request.body), request.caller),
  move: async (request) =>
    answer(await moveSession(deps, request, Number(request.params.no), request.body), request.caller),
  cancelSession: async (request) =>
    answer(
      await cancelSession(deps, request, Number(request.params.no), request.body.reason),
      request.caller,
    ),
  attendance: async (request) =>
    answer(await recordPeople(deps, request, Number(request.params.no), request.body.people), request.caller),
  enrolment: async (request) => answer(await setEnrolment(deps, request, request.body), request.caller),
  publication: async (request) => answer(await publishActivity(deps, request), request.caller),
  cancellation: async (request) =>
    answer(await cancelActivity(deps, request, request.body.reason), request.caller),
  ending: async (request) => answer(await endActivity(deps, request), request.caller),
});

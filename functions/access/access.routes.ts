import { trailOf } from '../platform/contract/node-path.ts';
import type { Handlers } from '../platform/http/api-function.ts';
import { type Cursors, pageOf } from '../platform/http/cursor.ts';
import { admitNode } from '../platform/ledger/staff-command.ts';
import type { accessContract } from './access.contract.ts';
import type { AccessParts } from './access.parts.ts';
import { nodeView } from './organisations.store.ts';
import {
  closeNode,
  establishNode,
  type OrganisationNodes,
  renameNode,
  reopenNode,
} from './organisations.usecases.ts';
import { changePassword } from './passwords.usecases.ts';
import { endSession, listSessions } from './sessions.usecases.ts';
import { readStaffPage, staffList, staffView } from './staff.store.ts';
import {
  assignStaff,
  type HandedOut,
  openAccount,
  readStaff,
  reinstateStaff,
  resetStaffPassword,
  suspendStaff,
} from './staff.usecases.ts';

const answered = <S extends { readonly version: number }, B>(stored: S, view: (stored: S) => B) => ({
  body: view(stored),
  version: stored.version,
});

const handedOut = ({ staff, initialPassword }: HandedOut) => ({
  body: { staff: staffView(staff), initialPassword },
  version: staff.version,
});

export const accessRoutes = (
  parts: AccessParts,
  nodes: OrganisationNodes,
  cursors: Cursors,
): Handlers<typeof accessContract> => ({
  whoAmI: async ({ caller, now }) => {
    const trail = await Promise.all(trailOf(caller.scope).map((path) => nodes.at(path, now)));
    return {
      body: {
        ...caller,
        roles: [...caller.roles],
        trail: trail.filter((node) => node !== undefined),
        mustChangePassword: caller.mustChangePassword ?? false,
      },
    };
  },
  sessions: async ({ caller, now }) => ({ body: { sessions: await listSessions(parts, caller, now) } }),
  revokeSession: async ({ caller, params }) => {
    await endSession(parts, caller.staffId, params.sessionId);
    return { body: undefined };
  },
  changePassword: async ({ body, ...request }) => {
    await changePassword(parts, { ...request, ...body });
    return { body: undefined };
  },
  staff: async ({ caller, query: { node, cursor }, now }) => {
    admitNode(node, caller);
    const list = staffList(node);
    return {
      body: await pageOf(cursors, { list, cursor, now }, (start) => readStaffPage(parts.store, node, start)),
    };
  },
  staffMember: async ({ caller, params }) =>
    answered(await readStaff(parts, caller, params.staffId), staffView),
  openAccount: async (request) => handedOut(await openAccount(parts, request, request.body)),
  assignment: async (request) =>
    answered(await assignStaff(parts, request, request.params.staffId, request.body), staffView),
  suspension: async (request) =>
    answered(await suspendStaff(parts, request, request.params.staffId), staffView),
  reinstatement: async (request) =>
    answered(await reinstateStaff(parts, request, request.params.staffId), staffView),
  'password-reset': async (request) =>
    handedOut(await resetStaffPassword(parts, request, request.params.staffId)),
  establish: async (request) => answered(await establishNode(parts, request, request.body), nodeView),
  name: async (request) =>
    answered(await renameNode(parts, request, request.params.nodeId, request.body.name), nodeView),
  closing: async (request) => answered(await closeNode(parts, request, request.params.nodeId), nodeView),
  reopening: async (request) => answered(await reopenNode(parts, request, request.params.nodeId), nodeView),
});

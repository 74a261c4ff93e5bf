import * as v from 'valibot';
import { cursorSchema } from '../platform/contract/cursor.ts';
import { fieldCode } from '../platform/contract/fields.ts';
import type { Role } from '../platform/contract/roles.ts';
import { defineContract } from '../platform/contract/route.ts';
import { instantSchema } from '../platform/runtime/time.schemas.ts';
import { type AccessRefusal, accessProblems } from './access.problems.ts';
import {
  handedOutSchema,
  nodeViewSchema,
  sessionViewSchema,
  staffRowSchema,
  staffViewSchema,
  whoAmISchema,
} from './access.views.ts';
import { typedPassword } from './access-public.contract.ts';
import { nodeIdSchema, nodeNameSchema, nodePathSchema } from './organisations.states.ts';
import { loginNameSchema, rolesSchema, staffIdSchema, staffNameSchema } from './staff.states.ts';

const administrators = ['admin'] as const satisfies readonly Role[];
const readers = ['admin', 'auditor'] as const satisfies readonly Role[];

const sessionIdSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/, fieldCode('id.invalid')));

const staffCommand = <
  N extends string,
  B extends v.GenericSchema<unknown, unknown>,
  A extends v.GenericSchema<unknown, unknown>,
>(
  name: N,
  summary: string,
  body: B,
  response: A,
  problems: readonly AccessRefusal[],
) =>
  ({
    method: 'POST',
    path: `/api/staff/{staffId}/${name}`,
    summary,
    mayCall: administrators,
    params: v.object({ staffId: staffIdSchema }),
    body,
    response,
    status: 200,
    versioned: true,
    problems: ['access.staff_not_found', 'access.authority_lost', 'access.raced', ...problems],
  }) as const;

const nodeCommand = <N extends string, B extends v.GenericSchema<unknown, unknown>>(
  name: N,
  summary: string,
  body: B,
  problems: readonly AccessRefusal[],
) =>
  ({
    method: 'POST',
    path: `/api/organisations/{nodeId}/${name}`,
    summary,
    mayCall: administrators,
    params: v.object({ nodeId: nodeIdSchema }),
    body,
    response: nodeViewSchema,
    status: 200,
    versioned: true,
    problems: ['access.node_not_found', 'access.authority_lost', ...problems],
  }) as const;

export const accessContract = defineContract({
  function: 'access',
  problems: accessProblems,
  routes: {
    whoAmI: {
      method: 'GET',
      path: '/api/session',
      summary: 'Who is signed in, and what for',
      mayCall: 'every',
      duringPasswordChange: true,
      response: whoAmISchema,
      status: 200,
      problems: [],
    },
    sessions: {
      method: 'GET',
      path: '/api/sessions',
      summary: 'Where the caller is signed in',
      mayCall: 'every',
      response: v.object({ sessions: v.array(sessionViewSchema) }),
      status: 200,
      problems: [],
    },
    revokeSession: {
      method: 'POST',
      path: '/api/sessions/{sessionId}/revocation',
      summary: "End one of the caller's sessions",
      mayCall: 'every',
      params: v.object({ sessionId: sessionIdSchema }),
      response: v.undefined(),
      status: 204,
      problems: [],
    },
    changePassword: {
      method: 'POST',
      path: '/api/password',
      summary: "Change the caller's password; every other session of the account ends",
      mayCall: 'every',
      duringPasswordChange: true,
      body: v.strictObject({ oldPassword: typedPassword, newPassword: typedPassword }),
      response: v.undefined(),
      status: 204,
      problems: [
        'access.password_wrong',
        'access.locked',
        'access.password_too_short',
        'access.password_has_login_name',
        'access.password_common',
        'access.password_unchanged',
        'access.authority_lost',
        'access.raced',
      ],
    },
    staff: {
      method: 'GET',
      path: '/api/staff',
      summary: 'One page of the accounts of an organisation and everything under it, by login name',
      mayCall: readers,
      query: v.strictObject({ node: nodePathSchema, cursor: v.optional(cursorSchema) }),
      response: v.object({
        rows: v.array(staffRowSchema),
        next: v.optional(v.string()),
        asOf: instantSchema,
      }),
      status: 200,
      problems: [],
    },
    staffMember: {
      method: 'GET',
      path: '/api/staff/{staffId}',
      summary: 'One account',
      mayCall: readers,
      params: v.object({ staffId: staffIdSchema }),
      response: staffViewSchema,
      status: 200,
      problems: ['access.staff_not_found'],
    },
    openAccount: {
      method: 'POST',
      path: '/api/staff',
      summary: 'Open an account; the answer has the password it is first signed in with',
      mayCall: administrators,
      body: v.strictObject({
        loginName: loginNameSchema,
        name: staffNameSchema,
        roles: rolesSchema,
        scope: nodePathSchema,
      }),
      response: handedOutSchema,
      status: 201,
      problems: ['access.login_name_taken', 'access.node_unknown', 'access.authority_lost'],
    },
    assignment: staffCommand(
      'assignment',
      'Give an account its roles and its area; it has to sign in again',
      v.strictObject({ roles: rolesSchema, scope: nodePathSchema }),
      staffViewSchema,
      ['access.own_account', 'access.node_unknown'],
    ),
    suspension: staffCommand(
      'suspension',
      'Suspend an account; its sessions end at once',
      v.strictObject({}),
      staffViewSchema,
      ['access.own_account', 'access.already_suspended'],
    ),
    reinstatement: staffCommand(
      'reinstatement',
      'Reinstate a suspended account',
      v.strictObject({}),
      staffViewSchema,
      ['access.not_suspended'],
    ),
    'password-reset': staffCommand(
      'password-reset',
      'Hand out a new first password; its sessions end at once, a lock is lifted',
      v.strictObject({}),
      handedOutSchema,
      ['access.own_account'],
    ),
    establish: {
      method: 'POST',
      path: '/api/organisations',
      summary: 'Add a town, village or department',
      mayCall: administrators,
      body: v.strictObject({ parent: nodePathSchema, id: nodeIdSchema, name: nodeNameSchema }),
      response: nodeViewSchema,
      status: 201,
      problems: [
        'access.node_unknown',
        'access.node_code_wrong',
        'access.node_exists',
        'access.authority_lost',
      ],
    },
    name: nodeCommand('name', 'Rename an organisation', v.strictObject({ name: nodeNameSchema }), []),
    closing: nodeCommand('closing', 'Close an organisation: it takes nothing new', v.strictObject({}), [
      'access.own_node',
      'access.node_closed',
    ]),
    reopening: nodeCommand('reopening', 'Open a closed organisation again', v.strictObject({}), [
      'access.node_open',
      'access.node_unknown',
    ]),
  },
});

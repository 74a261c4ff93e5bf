import * as v from 'valibot';
import { cursorSchema } from '../platform/contract/cursor.ts';
import { nodePathSchema } from '../platform/contract/node-path.ts';
import { referenceSchema } from '../platform/contract/reference.ts';
import type { RouteRow } from '../platform/contract/route.ts';
import { countableDateSchema, instantSchema } from '../platform/runtime/time.schemas.ts';
import {
  attendanceCorrectionSchema,
  capacitySchema,
  centreDetailsSchema,
  leavingSchema,
  newAttendanceSchema,
  newCentreSchema,
  newEmploymentSchema,
  newMembershipSchema,
} from './centres.fields.ts';
import {
  attendanceRowSchema,
  attendanceViewSchema,
  centreViewSchema,
  countedCentreRowSchema,
  membershipRowSchema,
  membershipViewSchema,
} from './centres.views.ts';
import { personReaders, serviceConfigurers, serviceKeepers, thingReaders } from './services.actions.ts';
import { reasonField } from './services.fields.ts';
import type { ServicesRefusal } from './services.problems.ts';
import { membershipStates } from './services.words.ts';

const page = { next: v.optional(v.string()), asOf: instantSchema };
const centre = v.object({ centre: referenceSchema });
const membership = v.object({ membership: referenceSchema });
const attendance = v.object({ centre: referenceSchema, day: countableDateSchema });

const centreChange = <P extends string, B extends NonNullable<RouteRow['body']>>(
  path: P,
  summary: string,
  body: B,
  problems: readonly ServicesRefusal[],
) =>
  ({
    method: 'POST',
    path: `/api/services/day-centres/{centre}/${path}`,
    summary,
    mayCall: serviceConfigurers,
    params: centre,
    body,
    response: centreViewSchema,
    status: 200,
    versioned: true,
    problems: ['service.not_found', 'centre.closed', ...problems],
  }) as const;

const membershipChange = <P extends string, B extends NonNullable<RouteRow['body']>>(
  path: P,
  summary: string,
  body: B,
  problems: readonly ServicesRefusal[],
) =>
  ({
    method: 'POST',
    path: `/api/services/centre-memberships/{membership}/${path}`,
    summary,
    mayCall: serviceKeepers,
    params: membership,
    body,
    response: membershipViewSchema,
    status: 200,
    versioned: true,
    problems: ['service.not_found', 'member.left', 'service.day_not_possible', ...problems],
  }) as const;

export const centreRoutes = {
  centres: {
    method: 'GET',
    path: '/api/services/day-centres',
    summary: 'Day centres of a place and below it, with how many members each has',
    mayCall: thingReaders,
    query: v.strictObject({ node: nodePathSchema, cursor: v.optional(cursorSchema) }),
    response: v.object({ rows: v.array(countedCentreRowSchema), ...page }),
    status: 200,
    problems: [],
  },
  createCentre: {
    method: 'POST',
    path: '/api/services/day-centres',
    summary: 'Write down a day centre and how many members it can take',
    mayCall: serviceConfigurers,
    body: newCentreSchema,
    response: centreViewSchema,
    status: 201,
    problems: ['service.node_unknown'],
  },
  readCentre: {
    method: 'GET',
    path: '/api/services/day-centres/{centre}',
    summary: 'One day centre',
    mayCall: thingReaders,
    params: centre,
    response: centreViewSchema,
    status: 200,
    problems: ['service.not_found'],
  },
  centreDetails: centreChange(
    'details',
    'Change name, address and phone of a centre',
    centreDetailsSchema,
    [],
  ),
  centreCapacity: centreChange(
    'capacity',
    'Change how many members a centre can take, with the reason; never below those it has',
    capacitySchema,
    ['centre.too_small'],
  ),
  closeCentre: centreChange(
    'closure',
    'Close a centre that has no members any more, with the reason',
    v.strictObject({ reason: reasonField }),
    ['centre.has_members'],
  ),
  members: {
    method: 'GET',
    path: '/api/services/day-centres/{centre}/members',
    summary: 'Members of a centre, or those who left, by the first day of their membership',
    mayCall: personReaders,
    params: centre,
    query: v.strictObject({
      state: v.optional(v.picklist(membershipStates), 'current'),
      cursor: v.optional(cursorSchema),
    }),
    response: v.object({ rows: v.array(membershipRowSchema), ...page }),
    status: 200,
    problems: ['service.not_found'],
  },
  join: {
    method: 'POST',
    path: '/api/services/day-centres/{centre}/members',
    summary: 'Take a person into a centre; of one person there is one membership at a time',
    mayCall: serviceKeepers,
    params: centre,
    body: newMembershipSchema,
    response: membershipViewSchema,
    status: 201,
    problems: [
      'service.not_found',
      'service.day_not_possible',
      'person.guardian_needed',
      'person.household_unknown',
      'person.household_differs',
      'centre.closed',
      'centre.full',
      'member.elsewhere',
    ],
  },
  readMembership: {
    method: 'GET',
    path: '/api/services/centre-memberships/{membership}',
    summary: 'One membership, personal data masked',
    mayCall: personReaders,
    params: membership,
    response: membershipViewSchema,
    status: 200,
    problems: ['service.not_found'],
  },
  employment: membershipChange(
    'employments',
    'Record work that was found for a member',
    newEmploymentSchema,
    ['member.employments_full'],
  ),
  leave: membershipChange('leaving', 'Record that a member leaves, when and why', leavingSchema, []),
  attendanceDays: {
    method: 'GET',
    path: '/api/services/day-centres/{centre}/attendance',
    summary: 'The days a centre handed in, the latest first',
    mayCall: thingReaders,
    params: centre,
    query: v.strictObject({ cursor: v.optional(cursorSchema) }),
    response: v.object({ rows: v.array(attendanceRowSchema), ...page }),
    status: 200,
    problems: ['service.not_found'],
  },
  handInAttendance: {
    method: 'POST',
    path: '/api/services/day-centres/{centre}/attendance',
    summary: 'Hand in who of its members was at a centre on a day',
    mayCall: serviceKeepers,
    params: centre,
    body: newAttendanceSchema,
    response: attendanceViewSchema,
    status: 201,
    problems: ['service.not_found', 'service.day_not_possible', 'attendance.exists', 'attendance.not_member'],
  },
  readAttendance: {
    method: 'GET',
    path: '/api/services/day-centres/{centre}/attendance/{day}',
    summary: 'Who was at a centre on a day',
    mayCall: personReaders,
    params: attendance,
    response: attendanceViewSchema,
    status: 200,
    problems: ['service.not_found'],
  },
  correctAttendance: {
    method: 'POST',
    path: '/api/services/day-centres/{centre}/attendance/{day}/correction',
    summary: 'Correct who was at a centre on a day, with the reason',
    mayCall: serviceKeepers,
    params: attendance,
    body: attendanceCorrectionSchema,
    response: attendanceViewSchema,
    status: 200,
    versioned: true,
    problems: [
      'service.not_found',
      'service.nothing_changed',
      'attendance.not_member',
      'attendance.corrections_full',
    ],
  },
} as const satisfies Readonly<Record<string, RouteRow>>;

import * as v from 'valibot';
import { cursorSchema } from '../platform/contract/cursor.ts';
import { fieldCode } from '../platform/contract/fields.ts';
import { historySchema } from '../platform/contract/history.ts';
import { idNumber } from '../platform/contract/id-number.ts';
import { longIdSchema, referenceSchema } from '../platform/contract/reference.ts';
import { defineContract } from '../platform/contract/route.ts';
import { line, phone } from '../platform/contract/text.ts';
import { instantSchema } from '../platform/runtime/time.schemas.ts';
import { areaRoutes } from './areas.contract.ts';
import { fileRoutes } from './household-files.contract.ts';
import { keepers, openers, readers, registrars } from './households.actions.ts';
import { changedMembersSchema, detailsSchema, newMembersSchema } from './households.fields.ts';
import { type HouseholdRefusal, householdProblems } from './households.problems.ts';
import {
  contactSchema,
  householdRowSchema,
  householdViewSchema,
  timelineRowSchema,
} from './households.views.ts';
import {
  departureReasons,
  householdNodeSchema,
  householdStatuses,
  limits,
  villagePathSchema,
} from './households.words.ts';

const household = v.object({ household: longIdSchema });
const reason = line(limits.reason);
const page = { next: v.optional(v.string()), asOf: instantSchema };

const changeOf = <P extends string, B extends v.GenericSchema<unknown, unknown>>(
  path: P,
  summary: string,
  body: B,
  problems: readonly HouseholdRefusal[],
) =>
  ({
    method: 'POST',
    path: `/api/households/{household}/${path}`,
    summary,
    mayCall: keepers,
    params: household,
    body,
    response: householdViewSchema,
    status: 200,
    versioned: true,
    problems: ['household.not_found', ...problems],
  }) as const;

export const householdsContract = defineContract({
  function: 'households',
  problems: householdProblems,
  routes: {
    ...areaRoutes,
    ...fileRoutes,
    list: {
      method: 'GET',
      path: '/api/households',
      summary: 'One page of the register of a village, or of one of its areas, in the order of the doors',
      mayCall: readers,
      query: v.strictObject({
        node: villagePathSchema,
        area: v.optional(v.union([referenceSchema, v.literal('-')])),
        status: v.optional(v.picklist(householdStatuses), 'active'),
        cursor: v.optional(cursorSchema),
      }),
      response: v.object({ rows: v.array(householdRowSchema), ...page }),
      status: 200,
      problems: [],
    },
    figures: {
      method: 'GET',
      path: '/api/household-figures',
      summary: 'How many households a district, town, village or area has, by kind and category',
      mayCall: readers,
      query: v.strictObject({ node: householdNodeSchema }),
      response: v.object({ now: v.record(v.string(), v.number()), asOf: instantSchema }),
      status: 200,
      problems: [],
    },
    register: {
      method: 'POST',
      path: '/api/households',
      summary: 'Write a household into the register',
      mayCall: registrars,
      body: v.strictObject({
        village: villagePathSchema,
        details: detailsSchema,
        members: newMembersSchema,
        source: v.optional(v.picklist(['register', 'visit']), 'register'),
      }),
      response: householdViewSchema,
      status: 201,
      problems: [
        'household.village_unknown',
        'household.area_unknown',
        'household.address_taken',
        'household.id_number_taken',
      ],
    },
    read: {
      method: 'GET',
      path: '/api/households/{household}',
      summary: 'One household, personal data masked',
      mayCall: readers,
      params: household,
      response: householdViewSchema,
      status: 200,
      problems: ['household.not_found'],
    },
    details: changeOf(
      'details',
      'Change what a household is and where',
      v.strictObject({ details: detailsSchema }),
      ['household.area_unknown', 'household.address_taken', 'household.is_gone'],
    ),
    members: changeOf(
      'members',
      'Change who lives there: the whole list; what is not sent of a known member stays',
      v.strictObject({ members: changedMembersSchema }),
      [
        'household.member_unknown',
        'household.id_number_twice',
        'household.id_number_taken',
        'household.is_gone',
      ],
    ),
    departure: changeOf(
      'departure',
      'Record that a household has left; its door and its people can be registered anew',
      v.strictObject({ reason: v.picklist(departureReasons), note: v.optional(reason) }),
      ['household.is_gone'],
    ),
    return: changeOf('return', 'Take a household that left back into the register', v.strictObject({}), [
      'household.not_gone',
      'household.address_taken',
      'household.id_number_taken',
    ]),
    contact: {
      method: 'POST',
      path: '/api/households/{household}/contact',
      summary: 'Open the names, ID numbers and phones of a household; the opening is recorded',
      mayCall: openers,
      params: household,
      body: v.strictObject({ reason }),
      response: contactSchema,
      status: 200,
      problems: ['household.not_found'],
    },
    timeline: {
      method: 'GET',
      path: '/api/households/{household}/timeline',
      summary: 'Visits, issues and changes of a household, the newest first',
      mayCall: readers,
      params: household,
      query: v.strictObject({ cursor: v.optional(cursorSchema) }),
      response: v.object({ rows: v.array(timelineRowSchema), ...page }),
      status: 200,
      problems: ['household.not_found'],
    },
    history: {
      method: 'GET',
      path: '/api/households/{household}/history',
      summary: 'Everything that happened to the record of a household, and whether its chain is whole',
      mayCall: readers,
      params: household,
      response: historySchema,
      status: 200,
      problems: ['household.not_found'],
    },
    lookUp: {
      method: 'POST',
      path: '/api/household-look-ups',
      summary: 'Find households by a whole ID number or phone; the look-up is recorded',
      mayCall: openers,
      body: v.pipe(
        v.strictObject({ idNumber: v.optional(idNumber), phone: v.optional(phone) }),
        v.forward(
          v.partialCheck(
            [['idNumber'], ['phone']],
            (by) => (by.idNumber === undefined) !== (by.phone === undefined),
            fieldCode('field.required'),
          ),
          ['idNumber'],
        ),
      ),
      response: v.object({ rows: v.array(householdRowSchema) }),
      status: 200,
      problems: [],
    },
  },
});

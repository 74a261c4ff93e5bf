import * as v from 'valibot';
import { cursorSchema } from '../platform/contract/cursor.ts';
import { fieldCode } from '../platform/contract/fields.ts';
import { idNumber } from '../platform/contract/id-number.ts';
import { longIdSchema, referenceSchema } from '../platform/contract/reference.ts';
import { defineContract } from '../platform/contract/route.ts';
import { line, phone } from '../platform/contract/text.ts';
import { instantSchema } from '../platform/runtime/time.schemas.ts';
import { keepers, openers, readers, registrars } from './households.actions.ts';
import { changedMembersSchema, detailsSchema, newMembersSchema } from './households.fields.ts';
import { type HouseholdRefusal, householdProblems } from './households.problems.ts';
import { columnMappingSchema } from './households.states.ts';
import {
  areaViewSchema,
  checkedRowSchema,
  contactSchema,
  exportedHouseholdSchema,
  historyEntrySchema,
  householdRowSchema,
  householdViewSchema,
  importViewSchema,
  loadedRowSchema,
  timelineRowSchema,
} from './households.views.ts';
import {
  departureReasons,
  householdNodeSchema,
  householdStatuses,
  importBodyLimit,
  limits,
  villagePathSchema,
} from './households.words.ts';

const household = v.object({ household: longIdSchema });
const area = v.object({ area: referenceSchema });
const importParams = v.object({ import: referenceSchema });
const areaName = line(limits.areaName);
const reason = line(limits.reason);
const page = { next: v.optional(v.string()), asOf: instantSchema };
const rowNumber = v.pipe(v.number(), v.integer(fieldCode('field.range')), v.minValue(1));

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

const areaChange = <P extends string, B extends v.GenericSchema<unknown, unknown>>(
  path: P,
  summary: string,
  body: B,
  problems: readonly HouseholdRefusal[],
) =>
  ({
    method: 'POST',
    path: `/api/areas/{area}/${path}`,
    summary,
    mayCall: keepers,
    params: area,
    body,
    response: areaViewSchema,
    status: 200,
    versioned: true,
    problems: ['household.area_not_found', ...problems],
  }) as const;

/** Rows are looked at one by one, so that one that can't be read keeps no other out; see `importRowSchema`. */
const rowsUpTo = (most: number) =>
  v.strictObject({
    /** Number of the first of them; the file's first household is 1. */
    from: rowNumber,
    rows: v.pipe(
      v.array(v.unknown()),
      v.minLength(1, fieldCode('field.required')),
      v.maxLength(most, fieldCode('field.too_many', most)),
    ),
  });

export const householdsContract = defineContract({
  function: 'households',
  problems: householdProblems,
  routes: {
    areas: {
      method: 'GET',
      path: '/api/areas',
      summary: 'The areas of a village, closed ones too',
      mayCall: readers,
      query: v.strictObject({ node: villagePathSchema }),
      response: v.object({ areas: v.array(areaViewSchema), asOf: instantSchema }),
      status: 200,
      problems: [],
    },
    createArea: {
      method: 'POST',
      path: '/api/areas',
      summary: 'Divide a village: a new area',
      mayCall: keepers,
      body: v.strictObject({ village: villagePathSchema, name: areaName }),
      response: areaViewSchema,
      status: 201,
      problems: ['household.village_unknown', 'household.area_name_taken'],
    },
    areaName: areaChange('name', 'Rename an area', v.strictObject({ name: areaName }), [
      'household.area_name_taken',
    ]),
    areaClosure: areaChange('closure', 'Close an area; it takes no new households', v.strictObject({}), [
      'household.area_closed',
    ]),
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
      ['household.member_unknown', 'household.id_number_taken', 'household.is_gone'],
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
      response: v.object({
        events: v.array(historyEntrySchema),
        whole: v.boolean(),
        brokenAt: v.optional(v.number()),
      }),
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
    imports: {
      method: 'GET',
      path: '/api/household-imports',
      summary: 'The files that were loaded into the register of an organisation, the newest first',
      mayCall: keepers,
      query: v.strictObject({ node: householdNodeSchema, cursor: v.optional(cursorSchema) }),
      response: v.object({ rows: v.array(importViewSchema), ...page }),
      status: 200,
      problems: [],
    },
    startImport: {
      method: 'POST',
      path: '/api/household-imports',
      summary: 'Begin to load a file; the file itself stays on the computer it is on',
      mayCall: keepers,
      body: v.strictObject({
        village: villagePathSchema,
        fileName: line(limits.fileName),
        fileDigest: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, fieldCode('id.invalid'))),
        headers: v.pipe(
          v.array(v.union([line(limits.heading), v.literal('')])),
          v.maxLength(limits.columns, fieldCode('field.too_many', limits.columns)),
        ),
        mapping: v.pipe(
          v.array(
            v.strictObject({
              ...columnMappingSchema.entries,
              column: v.pipe(
                v.number(),
                v.integer(fieldCode('field.range')),
                v.minValue(0),
                v.maxValue(limits.columns - 1),
              ),
            }),
          ),
          v.maxLength(limits.columns, fieldCode('field.too_many', limits.columns)),
        ),
        rows: v.pipe(rowNumber, v.maxValue(limits.importRows)),
      }),
      response: importViewSchema,
      status: 201,
      problems: ['household.village_unknown'],
    },
    readImport: {
      method: 'GET',
      path: '/api/household-imports/{import}',
      summary: 'How far the loading of a file has come',
      mayCall: keepers,
      params: importParams,
      response: importViewSchema,
      status: 200,
      problems: ['household.import_not_found'],
    },
    checkRows: {
      method: 'POST',
      path: '/api/household-imports/{import}/check',
      summary: 'A dry run: what is wrong with rows, and what may be registered already; nothing is written',
      mayCall: keepers,
      params: importParams,
      body: rowsUpTo(limits.checkedAtOnce),
      bodyLimit: importBodyLimit,
      /** Rows about which there is nothing to say are not among them. */
      response: v.object({ examined: v.number(), rows: v.array(checkedRowSchema) }),
      status: 200,
      problems: ['household.import_not_found', 'household.import_beyond'],
    },
    loadRows: {
      method: 'POST',
      path: '/api/household-imports/{import}/rows',
      summary: 'Load rows; each is answered by itself, and one that was loaded before is not loaded again',
      mayCall: keepers,
      params: importParams,
      body: rowsUpTo(limits.loadedAtOnce),
      bodyLimit: importBodyLimit,
      response: v.object({ rows: v.array(loadedRowSchema), import: importViewSchema }),
      status: 200,
      problems: [
        'household.import_not_found',
        'household.import_beyond',
        'household.import_gap',
        'household.import_completed',
      ],
    },
    completeImport: {
      method: 'POST',
      path: '/api/household-imports/{import}/completion',
      summary: 'Close an import whose rows were all answered',
      mayCall: keepers,
      params: importParams,
      body: v.strictObject({}),
      response: importViewSchema,
      status: 200,
      problems: ['household.import_not_found', 'household.import_incomplete', 'household.import_completed'],
    },
    exportPage: {
      method: 'POST',
      path: '/api/household-exports',
      summary: 'One page of a register for a spreadsheet; plain values need a reason and are recorded',
      mayCall: keepers,
      body: v.variant('plain', [
        v.strictObject({
          node: villagePathSchema,
          area: v.optional(referenceSchema),
          plain: v.literal(false),
          cursor: v.optional(cursorSchema),
        }),
        v.strictObject({
          node: villagePathSchema,
          area: v.optional(referenceSchema),
          plain: v.literal(true),
          reason,
          cursor: v.optional(cursorSchema),
        }),
      ]),
      response: v.object({ rows: v.array(exportedHouseholdSchema), ...page }),
      status: 200,
      problems: [],
    },
  },
});

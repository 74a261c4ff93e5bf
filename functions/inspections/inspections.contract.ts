import * as v from 'valibot';
import { cursorSchema } from '../platform/contract/cursor.ts';
import { fieldCode } from '../platform/contract/fields.ts';
import { historySchema } from '../platform/contract/history.ts';
import { nodePathSchema } from '../platform/contract/node-path.ts';
import { officerSchema } from '../platform/contract/officer.ts';
import { referenceSchema } from '../platform/contract/reference.ts';
import { defineContract } from '../platform/contract/route.ts';
import { line, paragraph } from '../platform/contract/text.ts';
import { photosField } from '../platform/photos/photo.contract.ts';
import { instantSchema } from '../platform/runtime/time.schemas.ts';
import { checkNumberSchema } from './checks.states.ts';
import { inspectionReaders, inspectors, rectificationReaders, rectifiers } from './inspections.actions.ts';
import {
  checkFields,
  drawFields,
  isInOrder,
  isWithinDays,
  populationQuery,
  workingDaysField,
} from './inspections.fields.ts';
import { inspectionProblems } from './inspections.problems.ts';
import {
  checkViewSchema,
  inspectionRowSchema,
  inspectionViewSchema,
  populationViewSchema,
  rateDaysSchema,
  ratesSchema,
  rectificationRowSchema,
  rectificationViewSchema,
  verificationSchema,
} from './inspections.views.ts';
import { inspectionLists, limits, rectificationLists } from './inspections.words.ts';

const params = v.object({ inspection: referenceSchema });
const checkParams = v.object({ inspection: referenceSchema, n: checkNumberSchema });
const rectificationParams = v.object({ rectification: referenceSchema });

const pageOf = <Row extends v.GenericSchema<unknown, unknown>>(row: Row) =>
  v.object({ rows: v.array(row), next: v.optional(v.string()), asOf: instantSchema });

export const inspectionsContract = defineContract({
  function: 'inspections',
  problems: inspectionProblems,
  routes: {
    list: {
      method: 'GET',
      path: '/api/inspections',
      summary:
        'One page of the inspections of an organisation, the newest first; drawn ones for inspectors only',
      mayCall: inspectionReaders,
      query: v.strictObject({
        node: nodePathSchema,
        list: v.picklist(inspectionLists),
        cursor: v.optional(cursorSchema),
      }),
      response: pageOf(inspectionRowSchema),
      status: 200,
      problems: [],
    },
    population: {
      method: 'GET',
      path: '/api/inspection-populations',
      summary: 'How many visits a sample would be drawn from, and how many of each village',
      mayCall: inspectors,
      query: populationQuery,
      response: populationViewSchema,
      status: 200,
      problems: ['inspection.node_unknown', 'inspection.too_wide'],
    },
    draw: {
      method: 'POST',
      path: '/api/inspections',
      summary:
        'Draw a sample of visits by chance; nobody but inspectors knows of it before the inspection is started',
      mayCall: inspectors,
      body: drawFields,
      response: inspectionViewSchema,
      status: 201,
      problems: ['inspection.node_unknown', 'inspection.too_wide', 'inspection.population_empty'],
    },
    read: {
      method: 'GET',
      path: '/api/inspections/{inspection}',
      summary: 'One inspection with its sample, checks and rates, as far as the caller may see them',
      mayCall: inspectionReaders,
      params,
      response: inspectionViewSchema,
      status: 200,
      problems: ['inspection.not_found'],
    },
    history: {
      method: 'GET',
      path: '/api/inspections/{inspection}/history',
      summary: 'Everything that happened to an inspection, and whether its chain is whole',
      mayCall: inspectionReaders,
      params,
      response: historySchema,
      status: 200,
      problems: ['inspection.not_found'],
    },
    verification: {
      method: 'GET',
      path: '/api/inspections/{inspection}/verification',
      summary:
        'Draws the sample again from its seed and the visits as they are now, and says whether it is the same',
      mayCall: inspectionReaders,
      params,
      response: verificationSchema,
      status: 200,
      problems: ['inspection.not_found'],
    },
    start: {
      method: 'POST',
      path: '/api/inspections/{inspection}/start',
      summary: 'Start an inspection; from now on those inspected can see it',
      mayCall: inspectors,
      params,
      body: v.strictObject({}),
      response: inspectionViewSchema,
      status: 200,
      versioned: true,
      problems: ['inspection.not_found', 'inspection.not_drawn'],
    },
    check: {
      method: 'POST',
      path: '/api/inspections/{inspection}/checks/{n}',
      summary:
        'Record the check of one visit, decided on its own version; each discrepancy somebody answers for becomes a rectification',
      mayCall: inspectors,
      params: checkParams,
      body: checkFields,
      response: checkViewSchema,
      status: 200,
      versioned: true,
      problems: [
        'inspection.check_not_found',
        'inspection.not_running',
        'inspection.own_visit',
        'inspection.rectification_underway',
      ],
    },
    checkHistory: {
      method: 'GET',
      path: '/api/inspections/{inspection}/checks/{n}/history',
      summary: 'Every version of the check of one visit',
      mayCall: inspectionReaders,
      params: checkParams,
      response: historySchema,
      status: 200,
      problems: ['inspection.not_found', 'inspection.check_not_found'],
    },
    finish: {
      method: 'POST',
      path: '/api/inspections/{inspection}/finish',
      summary: 'Finish an inspection whose every visit is checked; nothing of it changes any more',
      mayCall: inspectors,
      params,
      body: v.strictObject({ conclusion: v.optional(paragraph(limits.conclusion)) }),
      response: inspectionViewSchema,
      status: 200,
      versioned: true,
      problems: [
        'inspection.not_found',
        'inspection.not_running',
        'inspection.unchecked',
        'inspection.checks_changed',
      ],
    },
    people: {
      method: 'GET',
      path: '/api/inspection-people',
      summary: 'Who can be made responsible for what is found in a village',
      mayCall: inspectors,
      query: v.strictObject({ village: nodePathSchema }),
      response: v.object({ people: v.array(v.object({ ...officerSchema.entries, lead: v.boolean() })) }),
      status: 200,
      problems: [],
    },
    rates: {
      method: 'GET',
      path: '/api/inspection-rates',
      summary:
        'Rates of an organisation over the finished inspections that were started on these days, with their counts',
      mayCall: inspectionReaders,
      query: v.pipe(
        v.strictObject({ node: nodePathSchema, ...rateDaysSchema }),
        v.forward(
          v.check((days) => isInOrder(days), fieldCode('field.range')),
          ['to'],
        ),
        v.forward(
          v.check(
            (days) => isWithinDays(limits.rateDays, days),
            fieldCode('field.too_many', limits.rateDays),
          ),
          ['to'],
        ),
      ),
      response: v.object({ inspections: v.number(), rates: ratesSchema, asOf: instantSchema }),
      status: 200,
      problems: [],
    },
    rectifications: {
      method: 'GET',
      path: '/api/rectifications',
      summary:
        'One page of the rectifications of an organisation; what is open by its due day, the most overdue first',
      mayCall: inspectionReaders,
      query: v.strictObject({
        node: nodePathSchema,
        list: v.picklist(rectificationLists),
        cursor: v.optional(cursorSchema),
      }),
      response: pageOf(rectificationRowSchema),
      status: 200,
      problems: [],
    },
    mine: {
      method: 'GET',
      path: '/api/rectifications/mine',
      summary: 'One page of what the caller has to put right, the most overdue first',
      mayCall: rectificationReaders,
      query: v.strictObject({ cursor: v.optional(cursorSchema) }),
      response: pageOf(rectificationRowSchema),
      status: 200,
      problems: [],
    },
    rectification: {
      method: 'GET',
      path: '/api/rectifications/{rectification}',
      summary: 'One rectification, with what the caller may do next',
      mayCall: rectificationReaders,
      params: rectificationParams,
      response: rectificationViewSchema,
      status: 200,
      problems: ['rectification.not_found'],
    },
    completion: {
      method: 'POST',
      path: '/api/rectifications/{rectification}/completion',
      summary: 'Report that it has been put right, and how',
      mayCall: rectifiers,
      params: rectificationParams,
      body: v.strictObject({ what: paragraph(limits.reason), photos: photosField(limits.photos) }),
      response: rectificationViewSchema,
      status: 200,
      versioned: true,
      problems: [
        'rectification.not_found',
        'rectification.not_yours',
        'rectification.transition_not_allowed',
      ],
    },
    acceptance: {
      method: 'POST',
      path: '/api/rectifications/{rectification}/acceptance',
      summary: 'Accept what was put right',
      mayCall: inspectors,
      params: rectificationParams,
      body: v.strictObject({ note: v.optional(line(limits.note)) }),
      response: rectificationViewSchema,
      status: 200,
      versioned: true,
      problems: ['rectification.not_found', 'rectification.own_work', 'rectification.transition_not_allowed'],
    },
    return: {
      method: 'POST',
      path: '/api/rectifications/{rectification}/return',
      summary: 'Send back what was not put right, with a new due day',
      mayCall: inspectors,
      params: rectificationParams,
      body: v.strictObject({ reason: paragraph(limits.reason), workingDays: workingDaysField }),
      response: rectificationViewSchema,
      status: 200,
      versioned: true,
      problems: [
        'rectification.not_found',
        'rectification.own_work',
        'rectification.returns_full',
        'rectification.transition_not_allowed',
      ],
    },
  },
});

import * as v from 'valibot';
import { cursorSchema } from '../platform/contract/cursor.ts';
import { fieldCode } from '../platform/contract/fields.ts';
import { nodePathSchema } from '../platform/contract/node-path.ts';
import { longIdSchema } from '../platform/contract/reference.ts';
import { defineContract } from '../platform/contract/route.ts';
import { paragraph } from '../platform/contract/text.ts';
import { countableDateSchema, instantSchema, localDateSchema } from '../platform/runtime/time.schemas.ts';
import { dayCountsSchema } from './day-ledgers.states.ts';
import { dayLedgersSchema, dayLedgerViewSchema } from './day-ledgers.views.ts';
import { ledgerLimits } from './day-ledgers.words.ts';
import { deskRoles, visitorRoles, visitReaders } from './visits.actions.ts';
import { visitProblems } from './visits.problems.ts';
import { entryResultSchema, roundSchema, visitRowSchema, visitViewSchema } from './visits.views.ts';
import { limits, settlementDecisions } from './visits.words.ts';
import { figuresQuery } from './visits-figures.fields.ts';

const page = (row: typeof visitRowSchema) =>
  v.object({ rows: v.array(row), next: v.optional(v.string()), asOf: instantSchema });

const ledgerParams = v.object({
  /** The village's own code, the last part of its path. */
  village: v.pipe(v.string(), v.regex(/^\d{12}$/, fieldCode('id.invalid'))),
  day: countableDateSchema,
});

export const visitsContract = defineContract({
  function: 'visits',
  problems: visitProblems,
  routes: {
    round: {
      method: 'GET',
      path: '/api/rounds',
      summary:
        "The caller's own households to visit, today's and overdue ones first, for use without a signal",
      mayCall: visitorRoles,
      response: roundSchema,
      status: 200,
      problems: [],
    },
    done: {
      method: 'GET',
      path: '/api/rounds/done',
      summary: "One page of the caller's own visits, the newest first",
      mayCall: visitorRoles,
      query: v.strictObject({ cursor: v.optional(cursorSchema) }),
      response: page(visitRowSchema),
      status: 200,
      problems: [],
    },
    record: {
      method: 'POST',
      path: '/api/visits',
      summary:
        'Record up to 25 visits made on a phone; each is judged on its own and answered in the same order, a repeat as the first time',
      mayCall: visitorRoles,
      // One bad entry must not sink the rest, so each is read by `visitEntrySchema` on its own.
      body: v.strictObject({
        entries: v.pipe(
          v.array(v.unknown()),
          v.minLength(1, fieldCode('field.required')),
          v.maxLength(limits.entries, fieldCode('field.too_many', limits.entries)),
        ),
      }),
      bodyLimit: limits.batchBytes,
      response: v.object({ results: v.array(entryResultSchema), asOf: instantSchema }),
      status: 200,
      problems: [
        'visit.in_future',
        'visit.before_campaign',
        'visit.household_out_of_scope',
        'visit.anothers_household',
        'visit.appointment_past',
      ],
    },
    read: {
      method: 'GET',
      path: '/api/visits/{visit}',
      summary: 'One visit',
      mayCall: visitReaders,
      params: v.object({ visit: longIdSchema }),
      response: visitViewSchema,
      status: 200,
      problems: ['visit.not_found'],
    },
    conflicts: {
      method: 'GET',
      path: '/api/visit-conflicts',
      summary:
        'One page of the visits of an organisation that contradict another or the plan, the oldest first',
      mayCall: deskRoles,
      query: v.strictObject({ node: nodePathSchema, cursor: v.optional(cursorSchema) }),
      response: page(visitRowSchema),
      status: 200,
      problems: [],
    },
    settlement: {
      method: 'POST',
      path: '/api/visits/{visit}/settlement',
      summary: 'Decide about a visit that contradicts another or the plan: it counts, or it does not',
      mayCall: ['lead'],
      params: v.object({ visit: longIdSchema }),
      body: v.strictObject({ decision: v.picklist(settlementDecisions), reason: paragraph(limits.reason) }),
      response: visitViewSchema,
      status: 200,
      versioned: true,
      problems: ['visit.not_found', 'visit.no_conflict', 'visit.settled_already'],
    },
    figures: {
      method: 'GET',
      path: '/api/visit-figures',
      summary: 'What was done on each day of an organisation, from `from` to `to`, at most 92 days',
      mayCall: deskRoles,
      query: figuresQuery,
      response: v.object({
        days: v.array(v.object({ day: localDateSchema, counts: dayCountsSchema })),
        total: dayCountsSchema,
        asOf: instantSchema,
      }),
      status: 200,
      problems: [],
    },
    dayLedgers: {
      method: 'GET',
      path: '/api/day-ledgers',
      summary: 'The day of every village of an organisation: handed in, late or missing, by name',
      mayCall: deskRoles,
      query: v.strictObject({ node: nodePathSchema, day: countableDateSchema }),
      response: dayLedgersSchema,
      status: 200,
      problems: [],
    },
    dayLedger: {
      method: 'GET',
      path: '/api/day-ledgers/{village}/{day}',
      summary: "A village's day: its visits, its counts, and what came in after it was handed in",
      mayCall: deskRoles,
      params: ledgerParams,
      response: dayLedgerViewSchema,
      status: 200,
      problems: ['ledger.not_found'],
    },
    handIn: {
      method: 'POST',
      path: '/api/day-ledgers/{village}/{day}/hand-in',
      summary: "Hand in a village's day; that there is nothing to report is said, not left out",
      mayCall: ['lead'],
      params: ledgerParams,
      body: v.strictObject({
        nothingToReport: v.optional(v.boolean(), false),
        note: v.optional(paragraph(ledgerLimits.note)),
      }),
      response: dayLedgerViewSchema,
      status: 200,
      problems: [
        'ledger.not_found',
        'ledger.in_future',
        'ledger.handed_in_already',
        'ledger.has_visits',
        'ledger.nothing_not_said',
      ],
    },
    amendment: {
      method: 'POST',
      path: '/api/day-ledgers/{village}/{day}/amendments',
      summary:
        'Correct a day that was handed in: what stands is not touched, the correction stands beside it',
      mayCall: ['lead'],
      params: ledgerParams,
      body: v.strictObject({ reason: paragraph(ledgerLimits.reason), text: paragraph(ledgerLimits.text) }),
      response: dayLedgerViewSchema,
      status: 200,
      versioned: true,
      problems: ['ledger.not_found', 'ledger.not_handed_in', 'ledger.amendments_full'],
    },
  },
});

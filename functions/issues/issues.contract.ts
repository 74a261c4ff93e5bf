import * as v from 'valibot';
import { cursorSchema } from '../platform/contract/cursor.ts';
import { fieldCode } from '../platform/contract/fields.ts';
import { historySchema } from '../platform/contract/history.ts';
import { nodePathSchema } from '../platform/contract/node-path.ts';
import { referenceSchema } from '../platform/contract/reference.ts';
import { defineContract } from '../platform/contract/route.ts';
import { line, paragraph } from '../platform/contract/text.ts';
import { photosField } from '../platform/photos/photo.contract.ts';
import { instantSchema } from '../platform/runtime/time.schemas.ts';
import { actionRules, type IssueAction } from './issues.actions.ts';
import { issueFields, reporterFields } from './issues.fields.ts';
import { issueLists } from './issues.lists.ts';
import { type IssueRefusal, issueProblems } from './issues.problems.ts';
import { owning, readers, registrars } from './issues.roles.ts';
import { milestoneSchema } from './issues.states.ts';
import { caseViewSchema, rowSchema } from './issues.views.ts';
import {
  channels,
  countedFigures,
  grades,
  limits,
  outcomes,
  solvedAnswers,
  sources,
  urgencies,
} from './issues.words.ts';
import { categorySchema, newOwnerSchema, ownerFieldsSchema } from './owners.fields.ts';
import { candidateSchema, ownerViewSchema } from './owners.views.ts';

const params = v.object({ reference: referenceSchema });
const figures = v.record(v.string(), v.number());
const reason = paragraph(limits.reason);

const pageSchema = v.object({
  rows: v.array(rowSchema),
  next: v.optional(v.string()),
  asOf: instantSchema,
});
const ownerProblems = ['issue.department_unknown', 'owner.town_unknown', 'owner.lead_unfit'] as const;

const command = <A extends IssueAction, B extends v.GenericSchema<unknown, unknown>>(
  action: A,
  summary: string,
  body: B,
  problems: readonly IssueRefusal[],
) =>
  ({
    method: 'POST',
    path: `/api/issues/{reference}/${action}`,
    summary,
    mayCall: actionRules[action].roles,
    params,
    body,
    response: caseViewSchema,
    status: 200,
    versioned: true,
    problems: ['issue.not_found', 'issue.transition_not_allowed', ...problems],
  }) as const;

const month = v.pipe(v.string(), v.regex(/^20\d{2}-(0[1-9]|1[0-2])$/, fieldCode('date.invalid')));
const months = { from: month, to: month };

export const issuesContract = defineContract({
  function: 'issues',
  problems: issueProblems,
  routes: {
    register: {
      method: 'POST',
      path: '/api/issues',
      summary: 'Register an issue for a resident who called, came, or was visited',
      mayCall: registrars,
      body: v.strictObject({
        ...issueFields,
        reporter: v.strictObject(reporterFields),
        source: v.picklist(sources.filter((source) => source !== 'form')),
        consent: v.literal(true, 'consent.required'),
        /** The venue it is about, which stands at this very place. */
        venue: v.optional(referenceSchema),
      }),
      response: v.object({ reference: v.string(), code: v.string(), issue: caseViewSchema }),
      status: 201,
      problems: ['issue.place_unknown', 'issue.venue_unknown'],
    },
    ofVenue: {
      method: 'GET',
      path: '/api/venues/{venue}/issues',
      summary: 'Issues raised at a venue, the newest first',
      mayCall: readers,
      params: v.object({ venue: referenceSchema }),
      query: v.strictObject({ cursor: v.optional(cursorSchema) }),
      response: pageSchema,
      status: 200,
      problems: ['issue.venue_unknown'],
    },
    owners: {
      method: 'GET',
      path: '/api/issue-owners',
      summary: 'Which department the issues of a category belong to, and its lead official for each town',
      mayCall: readers,
      response: v.object({ rows: v.array(ownerViewSchema), asOf: instantSchema }),
      status: 200,
      problems: [],
    },
    leadCandidates: {
      method: 'GET',
      path: '/api/lead-candidates',
      summary: "Who can be a department's lead official for a town, by name",
      mayCall: owning,
      query: v.strictObject({ department: nodePathSchema, town: nodePathSchema }),
      response: v.object({ rows: v.array(candidateSchema) }),
      status: 200,
      problems: [],
    },
    createOwner: {
      method: 'POST',
      path: '/api/issue-owners',
      summary: 'Say which department the issues of a category belong to, and who leads for each town',
      mayCall: owning,
      body: newOwnerSchema,
      response: ownerViewSchema,
      status: 201,
      problems: ['owner.exists', ...ownerProblems],
    },
    changeOwner: {
      method: 'POST',
      path: '/api/issue-owners/{category}',
      summary: 'Change the owner of a category, or its lead officials',
      mayCall: owning,
      params: v.object({ category: categorySchema }),
      body: ownerFieldsSchema,
      response: ownerViewSchema,
      status: 200,
      versioned: true,
      problems: ['owner.not_found', ...ownerProblems],
    },
    list: {
      method: 'GET',
      path: '/api/issues',
      summary: 'One page of a list of issues of an organisation',
      mayCall: readers,
      query: v.strictObject({
        node: nodePathSchema,
        list: v.picklist(issueLists),
        cursor: v.optional(cursorSchema),
      }),
      response: pageSchema,
      status: 200,
      problems: [],
    },
    read: {
      method: 'GET',
      path: '/api/issues/{reference}',
      summary: 'One issue, with what the caller may do next',
      mayCall: readers,
      params,
      response: caseViewSchema,
      status: 200,
      problems: ['issue.not_found'],
    },
    history: {
      method: 'GET',
      path: '/api/issues/{reference}/history',
      summary: 'Everything that happened to an issue, in order, and whether its chain is whole',
      mayCall: readers,
      params,
      response: historySchema,
      status: 200,
      problems: ['issue.not_found'],
    },
    figures: {
      method: 'GET',
      path: '/api/issue-figures',
      summary: 'The three rates of an organisation over months, with their counts',
      mayCall: readers,
      query: v.strictObject({
        node: nodePathSchema,
        ...months,
      }),
      response: v.object({ months: figures, now: figures, asOf: instantSchema }),
      status: 200,
      problems: [],
    },
    counted: {
      method: 'GET',
      path: '/api/issue-figures/{figure}',
      summary: 'The issues raised in these months that a figure of theirs counts, the latest first',
      mayCall: readers,
      params: v.object({ figure: v.picklist(countedFigures) }),
      query: v.strictObject({ node: nodePathSchema, ...months, cursor: v.optional(cursorSchema) }),
      response: pageSchema,
      status: 200,
      problems: [],
    },
    transfer: command(
      'transfer',
      'Transfer an issue to the department that has to handle it; the clock starts',
      v.strictObject({ department: nodePathSchema, urgency: v.picklist(urgencies) }),
      ['issue.department_unknown'],
    ),
    claim: command('claim', 'Claim an issue for the department', v.strictObject({}), [
      'issue.not_your_department',
    ]),
    return: command('return', "Return an issue that is not the department's", v.strictObject({ reason }), [
      'issue.not_your_department',
      'issue.return_bound',
      'issue.return_too_late',
    ]),
    arbitration: command(
      'arbitration',
      'Decide, after a second return, which department handles it',
      v.strictObject({ department: nodePathSchema, reason }),
      ['issue.department_unknown'],
    ),
    extension: command(
      'extension',
      'Ask once, before the deadline, for more working days',
      v.strictObject({
        workingDays: v.pipe(
          v.number(),
          v.integer('field.range'),
          v.minValue(1),
          v.maxValue(limits.extensionDays),
        ),
        reason,
      }),
      ['issue.not_your_department', 'issue.extension_once', 'issue.extension_too_late'],
    ),
    'extension-decision': command(
      'extension-decision',
      'Approve or refuse an extension',
      v.strictObject({ approved: v.boolean(), note: reason }),
      ['issue.extension_missing', 'issue.own_request'],
    ),
    resolution: command(
      'resolution',
      'Record what was done; the clock stops',
      v.strictObject({
        outcome: v.picklist(outcomes),
        measures: paragraph(limits.text),
        photos: photosField(limits.photos),
        plan: v.optional(
          v.pipe(
            v.array(v.strictObject({ ...milestoneSchema.entries, what: line(limits.place) })),
            v.maxLength(limits.milestones, `field.too_many ${limits.milestones}`),
          ),
          [],
        ),
      }),
      ['issue.not_your_department', 'issue.plan_needed'],
    ),
    attempt: command(
      'attempt',
      'Record a try to reach the resident that failed',
      v.strictObject({ channel: v.picklist(channels), note: line(limits.reason) }),
      ['issue.attempts_full'],
    ),
    answer: command(
      'answer',
      'Record what the resident was told, or why nobody could be told',
      v.strictObject({ reached: v.boolean(), text: paragraph(limits.text), channel: v.picklist(channels) }),
      ['issue.attempts_needed'],
    ),
    'follow-up': command(
      'follow-up',
      'Record what the resident says of the result; close the issue or take it up again',
      v.strictObject({
        reached: v.boolean(),
        solved: v.optional(v.picklist(solvedAnswers)),
        satisfaction: v.optional(v.picklist(grades)),
        note: paragraph(limits.reason),
        channel: v.picklist(channels),
        reopen: v.boolean(),
      }),
      ['issue.follow_up_by_another', 'issue.follow_up_incomplete'],
    ),
    reopening: command('reopening', 'Take a closed issue up again', v.strictObject({ reason }), []),
    link: command(
      'link',
      'Link an issue to another that says the same; it is handled with that one and answered on its own',
      v.strictObject({ to: referenceSchema }),
      ['issue.link_to_itself', 'issue.link_not_open', 'issue.link_full'],
    ),
    comment: command(
      'comment',
      'Add a note for colleagues; it moves no clock',
      v.strictObject({ text: paragraph(limits.text) }),
      [],
    ),
    contact: {
      method: 'POST',
      path: '/api/issues/{reference}/contact',
      summary: 'Open the name and phone of the resident; the opening is recorded',
      mayCall: actionRules.contact.roles,
      params,
      body: v.strictObject({ reason: line(limits.reason) }),
      response: v.object({ name: v.string(), phone: v.string() }),
      status: 200,
      problems: ['issue.not_found'],
    },
  },
});

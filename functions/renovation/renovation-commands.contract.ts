import * as v from 'valibot';
import { referenceSchema } from '../platform/contract/reference.ts';
import { paragraph } from '../platform/contract/text.ts';
import { photosField } from '../platform/photos/photo.contract.ts';
import { countableDateSchema } from '../platform/runtime/time.schemas.ts';
import { actionRules, type RenovationAction } from './renovation.actions.ts';
import {
  agreementFields,
  assessmentFields,
  defectFields,
  feasibilityFields,
  objectionFields,
  papersAnswerFields,
  papersFields,
  quantitiesField,
  referenceParams,
  rejectionFields,
  satisfactionSchema,
  sideSchema,
  wayField,
  whole,
  withdrawalFields,
  yearSchema,
} from './renovation.fields.ts';
import type { RenovationRefusal } from './renovation.problems.ts';
import { caseViewSchema } from './renovation.views.ts';
import { followUpMonths, limits } from './renovation.words.ts';

const command = <A extends RenovationAction, B extends v.GenericSchema<unknown, unknown>>(
  action: A,
  summary: string,
  body: B,
  problems: readonly RenovationRefusal[] = [],
) =>
  ({
    method: 'POST',
    path: `/api/renovations/{reference}/${action}`,
    summary,
    mayCall: actionRules[action].roles,
    params: referenceParams,
    body,
    response: caseViewSchema,
    status: 200,
    versioned: true,
    problems: [
      'renovation.not_found',
      'renovation.transition_not_allowed',
      'renovation.decided_before',
      ...problems,
    ],
  }) as const;

const note = { note: v.optional(paragraph(limits.reason)) };

/** Appealing opens it again: meanwhile there may be another for the person or the home. */
export const appealRefusals = [
  'renovation.appeal_once',
  'renovation.appeal_too_late',
  'renovation.person_has_one',
  'renovation.home_has_one',
] as const satisfies readonly RenovationRefusal[];

/** What can be done with one application, as rows of renovation's contract; every answer is the case as it is then. */
export const commandRoutes = {
  check: command('check', 'The community has checked who applies and where they live', v.strictObject(note)),
  review: command('review', 'The town has reviewed the application', v.strictObject(note)),
  papers: command('papers', 'Ask for missing papers: once, all of them', v.strictObject(papersFields), [
    'renovation.papers_once',
  ]),
  'papers-answer': command(
    'papers-answer',
    'Write down that the papers are there; the clock goes on',
    v.strictObject(papersAnswerFields),
  ),
  appointment: command(
    'appointment',
    'Name who assesses the home, and the day',
    v.strictObject({ assessor: referenceSchema, day: countableDateSchema }),
    ['renovation.assessor_unknown'],
  ),
  assessment: command(
    'assessment',
    'Record at the home what the person can do, how the home is, and what is needed',
    v.strictObject(assessmentFields),
    [
      'renovation.assessor_missing',
      'renovation.assessor_other',
      'renovation.item_twice',
      'renovation.nothing_needed',
    ],
  ),
  feasibility: command(
    'feasibility',
    'Decide which of the needed items can be built; not by whoever assessed',
    v.strictObject(feasibilityFields),
    ['renovation.item_not_assessed', 'renovation.item_twice', 'renovation.nothing_feasible'],
  ),
  plan: command(
    'plan',
    "Make the home's one plan, by the year's prices",
    v.strictObject({ year: yearSchema, lines: quantitiesField }),
    [
      'renovation.fund_missing',
      'renovation.item_not_feasible',
      'renovation.item_not_priced',
      'renovation.item_too_many',
      'renovation.item_twice',
      'renovation.items_exclude',
      'renovation.item_had_before',
      'renovation.over_ceiling',
    ],
  ),
  agreement: command(
    'agreement',
    'Write down whether the applicant agrees to the plan',
    v.strictObject({ ...agreementFields, how: wayField }),
  ),
  approval: command(
    'approval',
    'Approve: money and home are reserved in the same commit, or it waits in the queue; from the queue, the first',
    v.strictObject({ year: yearSchema }),
    [
      'renovation.district_decides',
      'renovation.fund_missing',
      'renovation.item_had_before',
      'renovation.out_of_turn',
      'renovation.no_money',
      'renovation.no_homes',
    ],
  ),
  rejection: command(
    'rejection',
    'Reject, by whoever may decide at this step',
    v.strictObject(rejectionFields),
    ['renovation.district_decides'],
  ),
  objection: command(
    'objection',
    'Write down an objection to a public notice',
    v.strictObject(objectionFields),
    ['renovation.objections_full', 'renovation.notice_not_found'],
  ),
  'objection-decision': command(
    'objection-decision',
    'Decide on an objection; an upheld one rejects the application and gives back what was reserved',
    v.strictObject({
      no: whole(1, limits.objections),
      upheld: v.boolean(),
      text: paragraph(limits.reason),
    }),
    ['renovation.objection_unknown', 'renovation.objection_decided', 'renovation.district_decides'],
  ),
  before: command(
    'before',
    'Photos of how it is before works begin',
    v.strictObject({ photos: photosField(limits.jobPhotos), ...note }),
    ['renovation.before_photos_missing'],
  ),
  completion: command(
    'completion',
    'Works are done: what was built, and photos of it',
    v.strictObject({ photos: photosField(limits.jobPhotos), lines: quantitiesField, ...note }),
    ['renovation.before_photos_missing', 'renovation.over_plan', 'renovation.item_twice'],
  ),
  signature: command(
    'signature',
    'Sign that the works are done; with the third signature it is accepted and the rest of the money goes back',
    v.strictObject({ side: sideSchema, how: v.optional(wayField) }),
    ['renovation.own_side', 'renovation.signed_already'],
  ),
  defect: command(
    'defect',
    'Record a defect; the contractor has to put it right',
    v.strictObject({ ...defectFields, side: v.picklist(['federation', 'applicant']) }),
    ['renovation.defects_full'],
  ),
  'follow-up': command(
    'follow-up',
    'Ask how it is, three and twelve months after',
    v.strictObject({
      month: v.picklist(followUpMonths),
      reached: v.boolean(),
      satisfaction: v.optional(satisfactionSchema),
      ...note,
    }),
    ['renovation.follow_up_done', 'renovation.follow_up_early'],
  ),
  appeal: command(
    'appeal',
    'Write down an appeal against a rejection',
    v.strictObject({ text: paragraph(limits.text), how: wayField }),
    [...appealRefusals],
  ),
  'appeal-decision': command(
    'appeal-decision',
    'Decide on an appeal; granted, it goes on where it was rejected',
    v.strictObject({ granted: v.boolean(), text: paragraph(limits.reason) }),
  ),
  withdrawal: command(
    'withdrawal',
    'Withdraw for the applicant; everything reserved goes back',
    v.strictObject({ ...withdrawalFields, how: wayField }),
  ),
} as const;

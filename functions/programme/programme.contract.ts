import * as v from 'valibot';
import { referenceSchema } from '../platform/contract/reference.ts';
import { defineContract } from '../platform/contract/route.ts';
import { instantSchema } from '../platform/runtime/time.schemas.ts';
import { placeSchema } from '../venues/venues.words.ts';
import { programmeKeepers, programmeReaders } from './programme.actions.ts';
import {
  activityDetailsSchema,
  enrolmentFieldsSchema,
  headcountSchema,
  newActivitySchema,
  newSessionsSchema,
  photosSchema,
  reasonSchema,
  sessionMoveSchema,
} from './programme.fields.ts';
import { type ProgrammeRefusal, programmeProblems } from './programme.problems.ts';
import { activityRowSchema, activityViewSchema } from './programme.views.ts';
import { sessionNoSchema } from './programme.words.ts';

const activity = v.object({ activity: referenceSchema });
const session = v.object({ activity: referenceSchema, no: sessionNoSchema });

const change = <
  P extends string,
  S extends v.GenericSchema<unknown, Readonly<Record<string, string>>>,
  B extends v.GenericSchema<unknown, unknown>,
>(
  path: P,
  summary: string,
  params: S,
  body: B,
  problems: readonly ProgrammeRefusal[] = [],
) =>
  ({
    method: 'POST',
    path: `/api/activities/{activity}/${path}`,
    summary,
    mayCall: programmeKeepers,
    params,
    body,
    response: activityViewSchema,
    status: 200,
    versioned: true,
    problems: ['programme.not_found', 'programme.over', ...problems],
  }) as const;

const placing = ['programme.venue_unknown', 'programme.room_unknown', 'programme.room_taken'] as const;

export const programmeContract = defineContract({
  function: 'programme',
  problems: programmeProblems,
  routes: {
    list: {
      method: 'GET',
      path: '/api/activities',
      summary: 'The activities that count at a place or below it, the newest first',
      mayCall: programmeReaders,
      query: v.strictObject({ node: placeSchema, cursor: v.optional(v.string()) }),
      response: v.object({
        rows: v.array(activityRowSchema),
        next: v.optional(v.string()),
        asOf: instantSchema,
      }),
      status: 200,
      problems: [],
    },
    create: {
      method: 'POST',
      path: '/api/activities',
      summary: 'Write down an activity as a draft; nobody outside sees it until it is published',
      mayCall: programmeKeepers,
      body: newActivitySchema,
      response: activityViewSchema,
      status: 201,
      problems: ['programme.node_unknown'],
    },
    read: {
      method: 'GET',
      path: '/api/activities/{activity}',
      summary: 'One activity whole, with all its dates',
      mayCall: programmeReaders,
      params: activity,
      response: activityViewSchema,
      status: 200,
      problems: ['programme.not_found'],
    },
    details: change('details', 'Change what an activity is', activity, activityDetailsSchema, [
      'programme.node_unknown',
    ]),
    photos: change(
      'photos',
      'Say which photos residents see of an activity once it is published, in this order',
      activity,
      photosSchema,
    ),
    sessions: change(
      'sessions',
      'Add dates by a rule: days of the week, times, from one day until another',
      activity,
      newSessionsSchema,
      [...placing, 'programme.sessions_full', 'programme.too_much_at_once'],
    ),
    move: change(
      'sessions/{no}/move',
      'Move one date to another time or place, with the reason',
      session,
      sessionMoveSchema,
      [
        ...placing,
        'programme.session_not_found',
        'programme.session_cancelled',
        'programme.session_held',
        'programme.too_much_at_once',
      ],
    ),
    cancelSession: change(
      'sessions/{no}/cancellation',
      'Cancel one date, with the reason; its room is free again',
      session,
      reasonSchema,
      [
        'programme.session_not_found',
        'programme.session_cancelled',
        'programme.session_held',
        'programme.too_much_at_once',
      ],
    ),
    attendance: change(
      'sessions/{no}/attendance',
      'Record that a date took place and how many people were there; a later count replaces an earlier one',
      session,
      headcountSchema,
      [
        'programme.session_not_found',
        'programme.session_cancelled',
        'programme.session_not_begun',
        'programme.not_published',
      ],
    ),
    enrolment: change(
      'enrolment',
      'Say what has places and on which terms; places can be added, or taken away as far as nobody has them',
      activity,
      enrolmentFieldsSchema,
      ['programme.enrolment_fixed', 'programme.capacity_taken'],
    ),
    publication: change('publication', 'Publish an activity', activity, v.strictObject({}), [
      'programme.not_draft',
      'programme.no_sessions',
    ]),
    cancellation: change(
      'cancellation',
      'Cancel an activity with all dates still ahead, with the reason; rooms are free again',
      activity,
      reasonSchema,
    ),
    ending: change('ending', 'Close an activity whose dates are all over', activity, v.strictObject({}), [
      'programme.not_published',
      'programme.sessions_ahead',
    ]),
  },
});

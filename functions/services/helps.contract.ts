import * as v from 'valibot';
import { cursorSchema } from '../platform/contract/cursor.ts';
import { nodePathSchema } from '../platform/contract/node-path.ts';
import { referenceSchema } from '../platform/contract/reference.ts';
import type { RouteRow } from '../platform/contract/route.ts';
import { instantSchema } from '../platform/runtime/time.schemas.ts';
import { breakingOffSchema, completionSchema, newHelpSchema } from './helps.fields.ts';
import { helpRowSchema, helpViewSchema } from './helps.views.ts';
import { personReaders, serviceKeepers } from './services.actions.ts';
import { helpStates } from './services.words.ts';

const help = v.object({ help: referenceSchema });

const ending = <P extends string, B extends NonNullable<RouteRow['body']>>(
  path: P,
  summary: string,
  body: B,
) =>
  ({
    method: 'POST',
    path: `/api/services/rehabilitation-helps/{help}/${path}`,
    summary,
    mayCall: serviceKeepers,
    params: help,
    body,
    response: helpViewSchema,
    status: 200,
    versioned: true,
    problems: ['service.not_found', 'help.over', 'service.day_not_possible'],
  }) as const;

export const helpRoutes = {
  helps: {
    method: 'GET',
    path: '/api/services/rehabilitation-helps',
    summary: "Children's rehabilitation at a place and below it, by state, the latest first",
    mayCall: personReaders,
    query: v.strictObject({
      node: nodePathSchema,
      state: v.picklist(helpStates),
      cursor: v.optional(cursorSchema),
    }),
    response: v.object({
      rows: v.array(helpRowSchema),
      next: v.optional(v.string()),
      asOf: instantSchema,
    }),
    status: 200,
    problems: [],
  },
  help: {
    method: 'POST',
    path: '/api/services/rehabilitation-helps',
    summary: 'Begin the rehabilitation of a child, with the consent of the guardian',
    mayCall: serviceKeepers,
    body: newHelpSchema,
    response: helpViewSchema,
    status: 201,
    problems: [
      'service.node_unknown',
      'service.day_not_possible',
      'person.household_unknown',
      'person.household_differs',
      'help.not_a_child',
      'help.open_already',
    ],
  },
  readHelp: {
    method: 'GET',
    path: '/api/services/rehabilitation-helps/{help}',
    summary: 'One help, personal data masked',
    mayCall: personReaders,
    params: help,
    response: helpViewSchema,
    status: 200,
    problems: ['service.not_found'],
  },
  completeHelp: ending('completion', 'Complete a help with what came of it', completionSchema),
  breakOffHelp: ending('breaking-off', 'Break a help off, with the reason', breakingOffSchema),
} as const satisfies Readonly<Record<string, RouteRow>>;

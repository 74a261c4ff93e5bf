import * as v from 'valibot';
import { deletedText } from '../platform/contract/masks.ts';
import { type Instant, startOfDay } from '../platform/runtime/time.ts';
import { periodEnd, withoutTexts } from '../retention/retention.rules.ts';
import { type Assignment, assignmentSchema } from './assignments.states.ts';

/** As the visits it led to; one that is still to be made has not ended. */
export const assignmentKeptUntil = (assignment: Assignment): Instant | undefined =>
  assignment.status !== 'planned' && assignment.anonymisedAt === undefined
    ? periodEnd('visits', startOfDay(assignment.day))
    : undefined;

/** Which household it was stands in its id; what it was like there, and which visit it was, is gone. */
export const anonymousAssignment = (assignment: Assignment, at: Instant): Assignment =>
  v.parse(assignmentSchema, {
    ...withoutTexts(assignment, ['address', 'visit']),
    ...{ head: deletedText, hasPhone: false, anonymisedAt: at },
  });

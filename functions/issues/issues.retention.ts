import * as v from 'valibot';
import { deletedText } from '../platform/contract/masks.ts';
import type { Instant } from '../platform/runtime/time.ts';
import { periodEnd, withoutTexts } from '../retention/retention.rules.ts';
import { type Issue, issueSchema } from './issues.states.ts';

/** Three years after it was closed; a reopened one has not ended. */
export const issueKeptUntil = (issue: Issue): Instant | undefined =>
  issue.state === 'closed' && issue.anonymisedAt === undefined
    ? periodEnd('issues', issue.followUp.at)
    : undefined;

/** Who raised it, the door, the pictures and the household go; what was said and done stays, as does every figure. */
export const anonymousIssue = (issue: Issue, at: Instant): Issue =>
  v.parse(issueSchema, {
    ...withoutTexts(issue, []),
    reporter: { ...issue.reporter, name: deletedText, phone: deletedText },
    place: { ...issue.place, text: deletedText },
    household: undefined,
    visit: undefined,
    anonymisedAt: at,
  });

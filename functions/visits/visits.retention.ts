import * as v from 'valibot';
import type { Instant } from '../platform/runtime/time.ts';
import { periodEnd, withoutTexts } from '../retention/retention.rules.ts';
import { type Visit, visitSchema } from './visits.states.ts';

export const visitKeptUntil = ({ at, anonymisedAt }: Visit): Instant | undefined =>
  anonymisedAt === undefined ? periodEnd('visits', at) : undefined;

/** That somebody was visited, and how content they were, counts on; who it was and what they said is gone. */
export const anonymousVisit = (visit: Visit, at: Instant): Visit =>
  v.parse(visitSchema, {
    ...withoutTexts(visit, ['household', 'address']),
    met: visit.met.map(({ relation }) => ({ relation })),
    ...{ views: undefined, note: undefined, anonymisedAt: at },
  });

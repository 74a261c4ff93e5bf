import * as v from 'valibot';
import type { Instant } from '../platform/runtime/time.ts';
import { periodEnd, withoutTexts } from '../retention/retention.rules.ts';
import { type SupervisionList, supervisionListSchema } from './supervision.states.ts';

/** What somebody saw at a door or on a street and wrote down; why it was looked at, by whom and the verdict stay. */
const personal = ['text'] as const;

/** From the day of the list. Found late, what is said about it afterwards goes on the next night. */
export const supervisionKeptUntil = (list: SupervisionList): Instant | undefined =>
  list.state === 'open' || list.anonymisedAt !== undefined
    ? undefined
    : periodEnd('supervision', list.drawnAt);

export const anonymousSupervision = (list: SupervisionList, at: Instant): SupervisionList =>
  v.parse(supervisionListSchema, { ...withoutTexts(list, personal), anonymisedAt: at });

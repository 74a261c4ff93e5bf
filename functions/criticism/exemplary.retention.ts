import * as v from 'valibot';
import type { Instant } from '../platform/runtime/time.ts';
import { periodEnd, withoutTexts } from '../retention/retention.rules.ts';
import { type Exemplary, exemplarySchema } from './exemplary.states.ts';

/** From when it stopped being one: photos may show somebody; what is written is about the office alone. */
export const siteKeptUntil = (site: Exemplary): Instant | undefined => {
  if (site.anonymisedAt !== undefined) return undefined;
  if (site.state === 'expired') return periodEnd('supervision', site.expiredAt);
  return site.state === 'withdrawn' ? periodEnd('supervision', site.withdrawn.at) : undefined;
};

export const anonymousSite = (site: Exemplary, at: Instant): Exemplary =>
  v.parse(exemplarySchema, { ...withoutTexts(site, []), anonymisedAt: at });

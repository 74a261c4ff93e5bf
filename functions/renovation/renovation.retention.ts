import * as v from 'valibot';
import { deletedText } from '../platform/contract/masks.ts';
import type { Instant } from '../platform/runtime/time.ts';
import { periodEnd, withoutTexts } from '../retention/retention.rules.ts';
import { type Renovation, renovationSchema } from './renovation.states.ts';

/** Five years after the last follow-up; one after it was rejected or withdrawn. An appeal is an open case. */
export const renovationKeptUntil = (renovation: Renovation): Instant | undefined => {
  if (renovation.anonymisedAt !== undefined) return undefined;
  switch (renovation.state) {
    case 'closed':
      return periodEnd('renovations', renovation.closedAt);
    case 'rejected':
      return periodEnd('stopped-renovations', renovation.rejection.at);
    case 'withdrawn':
      return periodEnd('stopped-renovations', renovation.withdrawal.at);
    default:
      return undefined;
  }
};

/** What was written about the person, the home and the need for it. */
const texts = ['need', 'text', 'function', 'why', 'measured', 'note'] as const;

const withoutObjectors = (notice: object & { readonly objections: readonly object[] }): object => ({
  ...notice,
  objections: notice.objections.map((objection) => ({
    ...objection,
    ...{ name: deletedText, phone: deletedText },
  })),
});

/**
 * Who it is, where, and what was written about either goes; steps, items, money and grades stay, as every figure is
 * made of them. Of the disability, category and grade are left: with nobody behind them, they say nothing of anybody.
 */
export const anonymousRenovation = (renovation: Renovation, at: Instant): Renovation => {
  const rest = withoutTexts(renovation, texts);
  const { assessment, notice } = v.parse(partsSchema, rest);
  return v.parse(renovationSchema, {
    ...rest,
    applicant: {
      ...renovation.applicant,
      ...{ name: deletedText, phone: deletedText, idNumber: deletedText },
    },
    proxy: renovation.proxy && { name: deletedText, phone: deletedText, relation: deletedText },
    marks: { person: deletedText, home: deletedText },
    ...(assessment ? { assessment: { ...assessment, home: deletedText } } : {}),
    ...(notice ? { notice: withoutObjectors(notice) } : {}),
    ...{ household: undefined, anonymisedAt: at },
  });
};

const partsSchema = v.object({
  assessment: v.optional(v.looseObject({})),
  notice: v.optional(v.looseObject({ objections: v.array(v.looseObject({})) })),
});

/** How many of those who objected are sealed beside it. */
export const objectionsOf = (renovation: Renovation): number =>
  'notice' in renovation ? (renovation.notice?.objections.length ?? 0) : 0;

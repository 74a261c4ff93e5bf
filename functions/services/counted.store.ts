import * as v from 'valibot';
import { trailOf } from '../platform/contract/node-path.ts';
import { caseKey } from '../platform/ledger/case-keys.ts';
import { type Beside, parseStored } from '../platform/ledger/ledger.ts';
import type { Projector } from '../platform/ledger/projections.ts';
import { type CaseType, type Command, type Step, stepOf } from '../platform/ledger/steps.ts';
import type { ItemKey } from '../platform/runtime/store.ts';
import { instantSchema } from '../platform/runtime/time.schemas.ts';
import { servicesSubject } from './services.lists.ts';

const countedSchema = v.object({
  what: v.picklist(['children', 'households']),
  year: v.string(),
  /** The records it is counted for, and where each counts. */
  records: v.array(v.object({ record: v.string(), node: v.string() })),
  createdAt: instantSchema,
});
type Counted = v.InferOutput<typeof countedSchema>;

/**
 * Whom a year's figures count once, however many records there are: a child, a household. It follows from the records
 * and changes with them, in their commits.
 */
const countedType: CaseType<Counted> = {
  kind: 'COUNTED',
  schema: countedSchema,
  raisedAt: ({ createdAt }) => createdAt,
  dueAt: () => undefined,
};

export interface CountedOnce {
  readonly what: Counted['what'];
  readonly year: string;
  /** Of the person or household. */
  readonly mark: string;
}

const idOf = ({ what, year, mark }: CountedOnce): string => `${what}.${year}.${mark}`;

export const countedKey = (of: CountedOnce): ItemKey => caseKey(countedType.kind, idOf(of), 'STATE');

interface Follows {
  readonly record: string;
  readonly node: string;
  readonly counts: boolean;
}

/** Counts somebody for a record, or no more for it; made on what stands beside, read in the same round. */
export const countedStep = (
  command: Command,
  of: CountedOnce,
  beside: Beside,
  { record, node, counts }: Follows,
): Step<Counted> => {
  const item = beside(countedKey(of));
  const before = item && parseStored(countedType, item);
  const others = (before?.state.records ?? []).filter((other) => other.record !== record);
  return stepOf<Counted>(command, {
    type: countedType,
    id: idOf(of),
    before,
    next: {
      ...{ what: of.what, year: of.year, createdAt: before?.state.createdAt ?? command.now },
      records: counts ? [...others, { record, node }] : others,
    },
    events: [{ type: counts ? 'counted' : 'no-more-counted', data: { record } }],
  });
};

/** One in every place where there is at least one record. */
export const countedProjector: Projector<Counted> = {
  type: countedType,
  project: ({ state: { what, year, records } }) => ({
    entries: [],
    counts: [...new Set(records.flatMap(({ node }) => trailOf(node)))].map((node) => ({
      ...{ subject: servicesSubject(node), period: year, field: what, by: 1 },
    })),
  }),
};

import * as v from 'valibot';
import { instantSchema } from '../platform/runtime/time.schemas.ts';
import {
  activeHouseholdSchema,
  addressSchema,
  goneHouseholdSchema,
  householdImportSchema,
  memberSchema,
} from './households.states.ts';
import {
  householdCategories,
  householdKinds,
  householdServices,
  householdStatuses,
  renovationMilestones,
} from './households.words.ts';

export const areaViewSchema = v.object({
  area: v.string(),
  village: v.string(),
  name: v.string(),
  active: v.boolean(),
  version: v.number(),
});
export type AreaView = v.InferOutput<typeof areaViewSchema>;

/** What a list shows of a household. */
export const householdRowSchema = v.object({
  household: v.string(),
  version: v.number(),
  status: v.picklist(householdStatuses),
  kind: v.picklist(householdKinds),
  village: v.string(),
  area: v.optional(v.string()),
  address: addressSchema,
  shopName: v.optional(v.string()),
  /** Name of its head, masked. */
  head: v.string(),
  members: v.number(),
  /** Of all its members. */
  categories: v.array(v.picklist(householdCategories)),
  /** Whether its head can be called. */
  hasPhone: v.boolean(),
});
export type HouseholdRow = v.InferOutput<typeof householdRowSchema>;

const { status: _, ...common } = activeHouseholdSchema.entries;
const { lastNo: __, ...shown } = common;

/** A household as staff see it: personal data masked. */
export const householdViewSchema = v.object({
  household: v.string(),
  version: v.number(),
  status: v.picklist(householdStatuses),
  ...shown,
  categories: householdRowSchema.entries.categories,
  hasPhone: v.boolean(),
  gone: v.optional(goneHouseholdSchema.entries.gone),
  mayChange: v.boolean(),
  /** Whether this caller may open the plain names, numbers and phones. */
  mayOpen: v.boolean(),
});
export type HouseholdView = v.InferOutput<typeof householdViewSchema>;

export const importViewSchema = v.object({
  import: v.string(),
  version: v.number(),
  ...householdImportSchema.entries,
});
export type ImportView = v.InferOutput<typeof importViewSchema>;

/** One thing that is wrong with a row of a file; `path` is that of the field, `n` the number of its code. */
export const rowProblemSchema = v.object({
  path: v.string(),
  code: v.string(),
  n: v.string(),
  message: v.string(),
  /** The household that stands in the way, when the caller may see it. */
  household: v.optional(v.string()),
  /** The row of the same file that said it before. */
  sameAs: v.optional(v.number()),
});
export type RowProblem = v.InferOutput<typeof rowProblemSchema>;

/**
 * What a dry run finds. Errors keep a row out; so does a door or an ID number among the duplicates, as long as
 * somebody else has it. That name and phone are known is only for a person to look at.
 */
export const checkedRowSchema = v.object({
  row: v.number(),
  errors: v.array(rowProblemSchema),
  duplicates: v.array(rowProblemSchema),
});
export type CheckedRow = v.InferOutput<typeof checkedRowSchema>;

export const loadedRowSchema = v.object({
  row: v.number(),
  result: v.picklist(['loaded', 'already', 'refused']),
  household: v.optional(v.string()),
  errors: v.array(rowProblemSchema),
});
export type LoadedRow = v.InferOutput<typeof loadedRowSchema>;

const { no, relation, categories, idNumber, phone, name } = memberSchema.entries;

/** Plain where it was asked for and allowed, masked otherwise. */
export const exportedHouseholdSchema = v.object({
  household: v.string(),
  status: v.picklist(householdStatuses),
  kind: v.picklist(householdKinds),
  village: v.string(),
  area: v.optional(v.string()),
  address: addressSchema,
  shopName: v.optional(v.string()),
  members: v.array(v.object({ no, name, relation, categories, idNumber, phone })),
});
export type ExportedHousehold = v.InferOutput<typeof exportedHouseholdSchema>;

export const contactSchema = v.object({
  members: v.array(
    v.object({
      no: v.number(),
      name: v.string(),
      idNumber: v.optional(v.string()),
      phone: v.optional(v.string()),
    }),
  ),
});

/** What stands in a household's timeline; the nouns it happens in put it there. */
export const timelineRowSchema = v.variant('type', [
  v.object({ type: v.literal('registered'), at: instantSchema, source: common.source }),
  v.object({
    type: v.literal('departed'),
    at: instantSchema,
    reason: goneHouseholdSchema.entries.gone.entries.reason,
    by: v.string(),
  }),
  v.object({
    type: v.literal('visit'),
    at: instantSchema,
    visit: v.string(),
    by: v.string(),
    outcome: v.string(),
    campaign: v.optional(v.string()),
    satisfaction: v.optional(v.number()),
    issues: v.number(),
  }),
  v.object({
    type: v.literal('issue'),
    at: instantSchema,
    reference: v.string(),
    category: v.string(),
    what: v.string(),
    state: v.string(),
    visit: v.optional(v.string()),
  }),
  v.object({
    type: v.literal('service'),
    at: instantSchema,
    /** What it was and where it is kept: only for who keeps such records; to others it is a service. */
    service: v.optional(v.picklist(householdServices)),
    ledger: v.optional(v.string()),
    record: v.optional(v.string()),
    state: v.optional(v.string()),
  }),
  v.object({
    type: v.literal('renovation'),
    at: instantSchema,
    renovation: v.string(),
    milestone: v.picklist(renovationMilestones),
  }),
]);
export type TimelineRow = v.InferOutput<typeof timelineRowSchema>;

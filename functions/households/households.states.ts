import * as v from 'valibot';
import { officerSchema } from '../platform/contract/officer.ts';
import { instantSchema } from '../platform/runtime/time.schemas.ts';
import {
  departureReasons,
  householdCategories,
  householdKinds,
  householdSources,
  importFields,
  importStatuses,
  villagePathSchema,
} from './households.words.ts';

/** A part of a village one person visits; its id is in its key. */
export const areaSchema = v.object({
  village: villagePathSchema,
  name: v.string(),
  /** A closed one takes no new households; those it has stay until they are given another. */
  active: v.boolean(),
  createdAt: instantSchema,
});
export type Area = v.InferOutput<typeof areaSchema>;

export const addressSchema = v.object({
  text: v.string(),
  building: v.optional(v.string()),
  unit: v.optional(v.string()),
  room: v.optional(v.string()),
});

/** Masked; the plain values are sealed beside the household and opened one by one, each opening recorded. */
export const memberSchema = v.object({
  /** Stays theirs for as long as they are a member, and is nobody else's after. */
  no: v.number(),
  name: v.string(),
  relation: v.string(),
  categories: v.array(v.picklist(householdCategories)),
  idNumber: v.optional(v.string()),
  phone: v.optional(v.string()),
});
export type Member = v.InferOutput<typeof memberSchema>;

const common = {
  kind: v.picklist(householdKinds),
  village: villagePathSchema,
  area: v.optional(v.string()),
  address: addressSchema,
  shopName: v.optional(v.string()),
  /** The first is the head of the household, or the keeper of the shop. */
  members: v.array(memberSchema),
  /** The highest number a member ever had. */
  lastNo: v.number(),
  source: v.picklist(householdSources),
  import: v.optional(v.object({ id: v.string(), row: v.number() })),
  createdAt: instantSchema,
  /** When what is personal in it was deleted. */
  anonymisedAt: v.optional(instantSchema),
};

export const activeHouseholdSchema = v.object({ status: v.literal('active'), ...common });
/** Nobody lives or trades there any more; its door and its people can be registered anew. */
export const goneHouseholdSchema = v.object({
  status: v.literal('gone'),
  ...common,
  gone: v.object({
    reason: v.picklist(departureReasons),
    note: v.optional(v.string()),
    at: instantSchema,
    by: officerSchema,
  }),
});

export const householdSchema = v.variant('status', [activeHouseholdSchema, goneHouseholdSchema]);
export type ActiveHousehold = v.InferOutput<typeof activeHouseholdSchema>;
export type GoneHousehold = v.InferOutput<typeof goneHouseholdSchema>;
export type Household = v.InferOutput<typeof householdSchema>;

export const columnMappingSchema = v.object({ column: v.number(), field: v.picklist(importFields) });

/** The loading of one file into one village's register. */
export const householdImportSchema = v.object({
  status: v.picklist(importStatuses),
  village: villagePathSchema,
  fileName: v.string(),
  /** SHA-256 of the file, so that somebody who comes back can be told whether it is the same. */
  fileDigest: v.string(),
  headers: v.array(v.string()),
  mapping: v.array(columnMappingSchema),
  /** Households the file has. */
  rows: v.number(),
  /** Every row up to this one was answered. */
  through: v.number(),
  loaded: v.number(),
  refused: v.number(),
  by: officerSchema,
  createdAt: instantSchema,
  completedAt: v.optional(instantSchema),
});
export type HouseholdImport = v.InferOutput<typeof householdImportSchema>;

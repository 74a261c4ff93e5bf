import * as v from 'valibot';
import { villagePathSchema } from '../households/households.words.ts';
import { instantSchema, localDateSchema } from '../platform/runtime/time.schemas.ts';
import { scopeSchema } from './campaigns.words.ts';

/** How many of a village's households are in the register, and how many of the others are not as they should be. */
export const villageProofSchema = v.object({
  village: villagePathSchema,
  /** Whether a plan was made for it at all. */
  planned: v.boolean(),
  /** Households of the register that were looked at. */
  examined: v.number(),
  /** Of these, assigned to nobody, though they were there when the plan was made. */
  missing: v.number(),
  /** Of these, assigned to nobody and registered after the plan. */
  newDoors: v.number(),
  /** Assigned and still to be visited, though the household has left. */
  gone: v.number(),
  /** Assigned and still to be visited, to somebody who no longer acts here. */
  left: v.number(),
});

export const provedHouseholdSchema = v.object({
  household: v.string(),
  village: villagePathSchema,
  address: v.string(),
});

export const leftSchema = v.object({
  id: v.string(),
  name: v.string(),
  village: villagePathSchema,
  /** Households that wait to be handed over. */
  households: v.number(),
});

/** The register held against the assignments of one campaign, once for a day; asked again, the later one stands. */
export const proofSchema = v.object({
  campaign: v.string(),
  /** Scope of the campaign. */
  scope: scopeSchema,
  day: localDateSchema,
  at: instantSchema,
  examined: v.number(),
  missing: v.number(),
  newDoors: v.number(),
  gone: v.number(),
  left: v.number(),
  /**
   * Households with two assignments: always 0, since an assignment's number is made of those of its campaign and its
   * household, and there is one record to a number.
   */
  doubles: v.literal(0),
  villages: v.array(villageProofSchema),
  /** The first hundred of each kind by name. */
  missingHouseholds: v.array(provedHouseholdSchema),
  newDoorHouseholds: v.array(provedHouseholdSchema),
  goneHouseholds: v.array(provedHouseholdSchema),
  leftPeople: v.array(leftSchema),
});
export type Proof = v.InferOutput<typeof proofSchema>;

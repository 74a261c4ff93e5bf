import * as v from 'valibot';
import { nodePathSchema } from '../platform/contract/node-path.ts';
import { officerSchema } from '../platform/contract/officer.ts';
import { instantSchema } from '../platform/runtime/time.schemas.ts';
import { categories } from './issues.words.ts';

/** Who answers for a town in an owner's name. */
export const townLeadSchema = v.object({ town: v.string(), lead: officerSchema, since: instantSchema });
export type TownLead = v.InferOutput<typeof townLeadSchema>;

/** The bureau that issues of a category belong to, and its lead official for each town that has one. */
export const ownerSchema = v.object({
  category: v.picklist(categories),
  department: nodePathSchema,
  leads: v.array(townLeadSchema),
  createdAt: instantSchema,
});
export type Owner = v.InferOutput<typeof ownerSchema>;

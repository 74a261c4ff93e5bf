import * as v from 'valibot';
import { officerSchema } from '../platform/contract/officer.ts';
import { instantSchema } from '../platform/runtime/time.schemas.ts';

/** Homes given to one contractor together, and paid for together. */
export const lotSchema = v.object({
  name: v.string(),
  node: v.string(),
  contractor: officerSchema,
  renovations: v.array(v.string()),
  payments: v.array(
    v.object({ note: v.string(), renovations: v.array(v.string()), by: officerSchema, at: instantSchema }),
  ),
  by: officerSchema,
  createdAt: instantSchema,
});
export type Lot = v.InferOutput<typeof lotSchema>;

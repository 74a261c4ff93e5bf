import * as v from 'valibot';
import { staffRowSchema } from '../access/access.views.ts';
import { ownerSchema } from './owners.states.ts';

export const ownerViewSchema = v.object({
  version: v.number(),
  ...v.omit(ownerSchema, ['createdAt']).entries,
});
export type OwnerView = v.InferOutput<typeof ownerViewSchema>;

/** Somebody who can be lead official: of the bureau, or of a town. */
export const candidateSchema = v.pick(staffRowSchema, ['staffId', 'name', 'scope']);

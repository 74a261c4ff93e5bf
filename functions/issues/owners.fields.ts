import * as v from 'valibot';
import { staffIdSchema } from '../access/staff.states.ts';
import { fieldCode } from '../platform/contract/fields.ts';
import { nodePathSchema } from '../platform/contract/node-path.ts';
import { categories, limits } from './issues.words.ts';

const leads = v.pipe(
  v.array(
    v.strictObject({
      town: v.pipe(v.string(), v.regex(/^\d{6}\/\d{9}$/, fieldCode('id.invalid'))),
      staffId: staffIdSchema,
    }),
  ),
  v.maxLength(limits.towns, fieldCode('field.too_many', limits.towns)),
  v.check((given) => new Set(given.map(({ town }) => town)).size === given.length, fieldCode('field.choice')),
);

export const ownerFieldsSchema = v.strictObject({ department: nodePathSchema, leads });
export type OwnerFields = v.InferOutput<typeof ownerFieldsSchema>;

export const categorySchema = v.picklist(categories);
export const newOwnerSchema = v.strictObject({ category: categorySchema, ...ownerFieldsSchema.entries });
export type NewOwner = v.InferOutput<typeof newOwnerSchema>;

import * as v from 'valibot';
import { fieldCode } from '../platform/contract/fields.ts';
import { line } from '../platform/contract/text.ts';
import { instantSchema } from '../platform/runtime/time.schemas.ts';
import { limits, nodeKinds } from './access.words.ts';

/** Administrative code: district 6 digits (GB/T 2260), town 9, village 12; a department has its parent's and a slug. */
export const nodeIdSchema = v.pipe(
  v.string(),
  v.regex(/^(\d{6}|\d{9}|\d{12}|(\d{6}|\d{9})-[a-z0-9]{2,20})$/, fieldCode('id.invalid')),
);

/** The ids from the district down, joined by `/`. */
export const nodePathSchema = v.pipe(
  v.string(),
  v.maxLength(limits.nodePath, fieldCode('id.invalid')),
  v.regex(/^\d{6}(\/\d{9}(\/\d{12})?)?(\/(\d{6}|\d{9})-[a-z0-9]{2,20})?$/, fieldCode('id.invalid')),
);

export const nodeNameSchema = v.strictObject({ zh: line(limits.nodeName), en: line(limits.nodeNameEn) });

export const organisationNodeSchema = v.object({
  kind: v.picklist(nodeKinds),
  name: v.object({ zh: v.string(), en: v.string() }),
  /** Missing for the district, which hangs on nothing. */
  parentPath: v.optional(v.string()),
  path: v.string(),
  /** A closed one takes no new accounts, issues or organisations; what it has goes on to its end. */
  active: v.boolean(),
  createdAt: instantSchema,
});
export type OrganisationNode = v.InferOutput<typeof organisationNodeSchema>;

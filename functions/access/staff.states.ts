import * as v from 'valibot';
import { fieldCode } from '../platform/contract/fields.ts';
import { isReference } from '../platform/contract/reference.ts';
import { roles } from '../platform/contract/roles.ts';
import { line } from '../platform/contract/text.ts';
import { instantSchema } from '../platform/runtime/time.schemas.ts';
import { limits, staffStatuses } from './access.words.ts';

export const staffIdSchema = v.pipe(v.string(), v.check(isReference, fieldCode('id.invalid')));

/** Two names that look or read alike to a machine are one: full-width letters, capitals. */
export const normaliseLoginName = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

/** Letters of any script, digits, `.`, `_` and `-`; 3 to 32. */
export const loginNameSchema = v.pipe(
  v.string(),
  v.maxLength(limits.typedLoginName, fieldCode('text.too_long', limits.loginName)),
  v.transform(normaliseLoginName),
  v.regex(/^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]+$/u, fieldCode('id.invalid')),
  v.check((name) => Array.from(name).length >= limits.loginNameLeast, fieldCode('id.invalid')),
  v.check(
    (name) => Array.from(name).length <= limits.loginName,
    fieldCode('text.too_long', limits.loginName),
  ),
);

export const rolesSchema = v.pipe(
  v.array(v.picklist(roles)),
  v.minLength(1, fieldCode('field.required')),
  v.maxLength(roles.length, fieldCode('field.too_many', roles.length)),
  // In the order of the glossary, each once: the same roles are always the same text.
  v.transform((chosen) => roles.filter((role) => chosen.includes(role))),
);

export const staffNameSchema = line(limits.name);

/** An account. No secret is ever in it: what proves who somebody is stands beside it, outside of any history. */
export const staffSchema = v.object({
  loginName: v.string(),
  name: v.string(),
  roles: v.array(v.picklist(roles)),
  /** Path of the organisation whose subtree the account acts on. */
  scope: v.string(),
  status: v.picklist(staffStatuses),
  /** Has a password that somebody else handed out. */
  mustChangePassword: v.boolean(),
  createdAt: instantSchema,
});
export type Staff = v.InferOutput<typeof staffSchema>;

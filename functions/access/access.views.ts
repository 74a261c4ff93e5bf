import * as v from 'valibot';
import { roles } from '../platform/contract/roles.ts';
import { instantSchema } from '../platform/runtime/time.schemas.ts';
import { browsers, devices, nodeKinds, staffStatuses } from './access.words.ts';

const nameSchema = v.object({ zh: v.string(), en: v.string() });

/** An organisation as everybody may see it. */
export const nodeViewSchema = v.object({
  id: v.string(),
  path: v.string(),
  kind: v.picklist(nodeKinds),
  name: nameSchema,
  active: v.boolean(),
  version: v.number(),
});
export type NodeView = v.InferOutput<typeof nodeViewSchema>;

/** The whole tree, each organisation before those under it. */
export const treeSchema = v.object({
  /** Grows with every change of any organisation; the answer's ETag. */
  version: v.number(),
  nodes: v.array(nodeViewSchema),
});
export type Tree = v.InferOutput<typeof treeSchema>;

/** What a list shows of an account. */
export const staffRowSchema = v.object({
  staffId: v.string(),
  version: v.number(),
  loginName: v.string(),
  name: v.string(),
  roles: v.array(v.picklist(roles)),
  scope: v.string(),
  status: v.picklist(staffStatuses),
});
export type StaffRow = v.InferOutput<typeof staffRowSchema>;

export const staffViewSchema = v.object({
  ...staffRowSchema.entries,
  mustChangePassword: v.boolean(),
  createdAt: instantSchema,
});
export type StaffView = v.InferOutput<typeof staffViewSchema>;

/** An account with the password its holder signs in with once; shown to the administrator and kept nowhere. */
export const handedOutSchema = v.object({ staff: staffViewSchema, initialPassword: v.string() });

export const whoAmISchema = v.object({
  staffId: v.string(),
  sessionId: v.string(),
  name: v.string(),
  roles: v.array(v.picklist(roles)),
  scope: v.string(),
  /** The organisation of the scope and those above it, the district first. */
  trail: v.array(v.object({ path: v.string(), kind: v.picklist(nodeKinds), name: nameSchema })),
  mustChangePassword: v.boolean(),
});

export const sessionViewSchema = v.object({
  sessionId: v.string(),
  createdAt: instantSchema,
  expiresAt: instantSchema,
  browser: v.picklist(browsers),
  device: v.picklist(devices),
  /** The one this was asked with. */
  current: v.boolean(),
});
export type SessionView = v.InferOutput<typeof sessionViewSchema>;

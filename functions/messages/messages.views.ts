import * as v from 'valibot';
import { instantSchema } from '../platform/runtime/time.schemas.ts';
import { newsSchema } from './messages.states.ts';
import { mailChoices, mailErrors, mailStates, reasons } from './messages.words.ts';

export const messageRowSchema = v.object({
  ...newsSchema.entries,
  message: v.string(),
  reason: v.picklist(reasons),
  instead: v.optional(v.string()),
  writtenAt: instantSchema,
  readAt: v.optional(instantSchema),
});
export type MessageRow = v.InferOutput<typeof messageRowSchema>;

export const mailRowSchema = v.object({
  mail: v.string(),
  version: v.number(),
  state: v.picklist(mailStates),
  /** Whom it is for; their address is shown nowhere. */
  to: v.string(),
  of: v.string(),
  messages: v.number(),
  attempts: v.number(),
  composedAt: instantSchema,
  /** When it is tried next, was sent, or was given up. */
  at: instantSchema,
  error: v.optional(v.picklist(mailErrors)),
});
export type MailRow = v.InferOutput<typeof mailRowSchema>;

export const mailboxViewSchema = v.object({
  /** Masked for everybody but its owner; none when there is none. */
  address: v.optional(v.string()),
  choice: v.picklist(mailChoices),
  /** Whether mails are sent from here at all. */
  sending: v.boolean(),
});
export type MailboxView = v.InferOutput<typeof mailboxViewSchema>;

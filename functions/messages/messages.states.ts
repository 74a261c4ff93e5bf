import * as v from 'valibot';
import { nodePathSchema } from '../platform/contract/node-path.ts';
import { officerSchema } from '../platform/contract/officer.ts';
import { instantSchema, localDateSchema } from '../platform/runtime/time.schemas.ts';
import { mailChoices, mailErrors, reasons, tidings } from './messages.words.ts';

/** The record a message leads to. */
export const aboutSchema = v.object({ kind: v.picklist(['FINDING', 'ISSUE']), id: v.string() });

/** What there is to say of a record; never anything personal. */
export const newsSchema = v.object({
  tiding: v.picklist(tidings),
  about: aboutSchema,
  /** The check that found it, or the category of the issue. */
  subject: v.string(),
  /** Where it counts. */
  node: nodePathSchema,
  since: instantSchema,
  by: v.optional(localDateSchema),
});
export type News = v.InferOutput<typeof newsSchema>;

/** One message to one person; it stays as it was written, whatever becomes of its record. */
export const messageSchema = v.object({
  ...newsSchema.entries,
  to: officerSchema,
  /** Organisation of the account it is for. */
  of: nodePathSchema,
  reason: v.picklist(reasons),
  /** Where nobody was to be told, so that it came to this person. */
  instead: v.optional(nodePathSchema),
  writtenAt: instantSchema,
  readAt: v.optional(instantSchema),
  /** When it is to go out by mail, and in which mail it then is. */
  mail: v.optional(
    v.variant('state', [
      v.object({ state: v.literal('due'), at: instantSchema }),
      v.object({ state: v.literal('in'), mail: v.string() }),
    ]),
  ),
});
export type Message = v.InferOutput<typeof messageSchema>;

const mailEntries = {
  to: officerSchema,
  of: nodePathSchema,
  messages: v.array(v.string()),
  composedAt: instantSchema,
  /** How often it was handed to the mail server since it was composed, or since it was last asked for again. */
  attempts: v.number(),
};

/** All that one person is told by one mail. It is sent to the address the person has then. */
export const mailSchema = v.variant('state', [
  v.object({
    state: v.literal('waiting'),
    ...mailEntries,
    /** When it is tried next. */
    dueAt: instantSchema,
    error: v.optional(v.picklist(mailErrors)),
  }),
  v.object({ state: v.literal('sent'), ...mailEntries, sentAt: instantSchema }),
  v.object({
    state: v.literal('failed'),
    ...mailEntries,
    failedAt: instantSchema,
    error: v.picklist(mailErrors),
  }),
]);
export type Mail = v.InferOutput<typeof mailSchema>;

/** Where and when an account wants its messages by mail; its id is the account's. The address is sealed beside it. */
export const mailboxSchema = v.object({
  /** Masked. */
  address: v.string(),
  /** A keyed hash, so that the history says when it changed. */
  digest: v.string(),
  choice: v.picklist(mailChoices),
  setAt: instantSchema,
});
export type Mailbox = v.InferOutput<typeof mailboxSchema>;

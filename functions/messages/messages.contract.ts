import * as v from 'valibot';
import { staffIdSchema } from '../access/staff.states.ts';
import { cursorSchema } from '../platform/contract/cursor.ts';
import { fieldCode } from '../platform/contract/fields.ts';
import { nodePathSchema } from '../platform/contract/node-path.ts';
import { longIdSchema } from '../platform/contract/reference.ts';
import { defineContract } from '../platform/contract/route.ts';
import { instantSchema } from '../platform/runtime/time.schemas.ts';
import { mailboxOwners, outboxReaders } from './messages.actions.ts';
import { messageProblems } from './messages.problems.ts';
import { mailboxViewSchema, mailRowSchema, messageRowSchema } from './messages.views.ts';
import { limits, mailChoices, mailStates } from './messages.words.ts';

const pageOf = <R extends v.GenericSchema<unknown, unknown>>(row: R) => ({
  rows: v.array(row),
  next: v.optional(v.string()),
  asOf: instantSchema,
});

/** An address as people type it; masked ones are not written back. */
const address = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(limits.address, fieldCode('text.too_long', limits.address)),
  v.check((text) => !text.includes('*'), fieldCode('field.masked')),
  v.email(fieldCode('email.invalid')),
);

const mailboxBody = v.strictObject({ address: v.optional(address), choice: v.picklist(mailChoices) });

export const messagesContract = defineContract({
  function: 'messages',
  problems: messageProblems,
  routes: {
    inbox: {
      method: 'GET',
      path: '/api/inbox',
      summary: 'One page of what the caller was told, the newest first; all of it, or what is unread',
      mayCall: 'every',
      query: v.strictObject({ which: v.picklist(['all', 'unread']), cursor: v.optional(cursorSchema) }),
      response: v.object(pageOf(messageRowSchema)),
      status: 200,
      problems: [],
    },
    unread: {
      method: 'GET',
      path: '/api/inbox/unread',
      summary: 'How many messages the caller has not read',
      mayCall: 'every',
      response: v.object({ unread: v.number() }),
      status: 200,
      problems: [],
    },
    readOne: {
      method: 'POST',
      path: '/api/inbox/{message}/reading',
      summary: 'Mark a message as read',
      mayCall: 'every',
      params: v.object({ message: longIdSchema }),
      response: v.undefined(),
      status: 204,
      problems: ['message.not_found'],
    },
    readAll: {
      method: 'POST',
      path: '/api/inbox/reading',
      summary: 'Mark all messages as read, the newest first; says whether some are left',
      mayCall: 'every',
      response: v.object({ read: v.number(), more: v.boolean() }),
      status: 200,
      problems: [],
    },
    mailbox: {
      method: 'GET',
      path: '/api/mailbox',
      summary: "The caller's own mail address, and when they want their messages by mail",
      mayCall: 'every',
      response: mailboxViewSchema,
      status: 200,
      problems: [],
    },
    setMailbox: {
      method: 'POST',
      path: '/api/mailbox',
      summary: "Set the caller's mail address, and when they want their messages by mail",
      mayCall: 'every',
      body: mailboxBody,
      response: mailboxViewSchema,
      status: 200,
      problems: ['mailbox.no_address'],
    },
    staffMailbox: {
      method: 'GET',
      path: '/api/staff/{staffId}/mailbox',
      summary: 'When an account wants its messages by mail, and its address, masked',
      mayCall: mailboxOwners,
      params: v.object({ staffId: staffIdSchema }),
      response: mailboxViewSchema,
      status: 200,
      problems: ['mailbox.not_found'],
    },
    setStaffMailbox: {
      method: 'POST',
      path: '/api/staff/{staffId}/mailbox',
      summary: 'Set the mail address of an account, and when it wants its messages by mail',
      mayCall: mailboxOwners,
      params: v.object({ staffId: staffIdSchema }),
      body: mailboxBody,
      response: mailboxViewSchema,
      status: 200,
      problems: ['mailbox.not_found', 'mailbox.no_address'],
    },
    outbox: {
      method: 'GET',
      path: '/api/outbox',
      summary:
        'One page of the mails to the people of an organisation and below it: waiting, sent, or failed',
      mayCall: outboxReaders,
      query: v.strictObject({
        node: nodePathSchema,
        state: v.picklist(mailStates),
        cursor: v.optional(cursorSchema),
      }),
      response: v.object({ ...pageOf(mailRowSchema), sending: v.boolean() }),
      status: 200,
      problems: [],
    },
    sendAgain: {
      method: 'POST',
      path: '/api/outbox/{mail}/attempt',
      summary: 'Have a mail that failed be tried again',
      mayCall: outboxReaders,
      params: v.object({ mail: longIdSchema }),
      body: v.strictObject({}),
      response: mailRowSchema,
      status: 200,
      versioned: true,
      problems: ['mail.not_found', 'mail.not_failed'],
    },
  },
});

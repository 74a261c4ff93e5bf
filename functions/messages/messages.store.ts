import { trailOf } from '../platform/contract/node-path.ts';
import { caseKey } from '../platform/ledger/case-keys.ts';
import { nowPeriod, readCounter } from '../platform/ledger/counters.ts';
import { type Page, readListPage } from '../platform/ledger/lists.ts';
import type { Projector } from '../platform/ledger/projections.ts';
import type { CaseType, Stored } from '../platform/ledger/steps.ts';
import type { ItemKey, Store } from '../platform/runtime/store.ts';
import {
  type Mail,
  type Mailbox,
  type Message,
  mailboxSchema,
  mailSchema,
  messageSchema,
} from './messages.states.ts';
import { type MailRow, type MessageRow, mailRowSchema, messageRowSchema } from './messages.views.ts';
import type { MailState } from './messages.words.ts';

export const messageType: CaseType<Message> = {
  kind: 'MESSAGE',
  schema: messageSchema,
  raisedAt: ({ writtenAt }) => writtenAt,
  dueAt: ({ mail }) => (mail?.state === 'due' ? mail.at : undefined),
};

export const mailType: CaseType<Mail> = {
  kind: 'MAIL',
  schema: mailSchema,
  raisedAt: ({ composedAt }) => composedAt,
  dueAt: (mail) => (mail.state === 'waiting' ? mail.dueAt : undefined),
};

export const mailboxType: CaseType<Mailbox> = {
  kind: 'MAILBOX',
  schema: mailboxSchema,
  raisedAt: ({ setAt }) => setAt,
  dueAt: () => undefined,
};

export const messageKey = (id: string): ItemKey => caseKey(messageType.kind, id, 'STATE');
export const mailboxKey = (staffId: string): ItemKey => caseKey(mailboxType.kind, staffId, 'STATE');
/** The sealed address. */
export const addressKey = (staffId: string): ItemKey => caseKey(mailboxType.kind, staffId, 'PERSON');

export const inboxList = (staffId: string, which: 'all' | 'unread'): string => `inbox/${staffId}/${which}`;
const inboxSubject = (staffId: string): string => `inbox/${staffId}`;
export const outboxList = (node: string, state: MailState): string => `outbox/${node}/${state}`;

const messageRow = ({ id, state }: Stored<Message>): MessageRow => {
  const { tiding, about, subject, node, since, by, reason, instead, writtenAt, readAt } = state;
  return { message: id, tiding, about, subject, node, since, by, reason, instead, writtenAt, readAt };
};

const atOf = (mail: Mail): Mail['composedAt'] => {
  if (mail.state === 'waiting') return mail.dueAt;
  return mail.state === 'sent' ? mail.sentAt : mail.failedAt;
};

export const mailRow = ({ id, version, state: mail }: Stored<Mail>): MailRow => {
  const { state, to, of, messages, attempts, composedAt } = mail;
  return {
    ...{ mail: id, version, state, to: to.name, of, messages: messages.length, attempts, composedAt },
    at: atOf(mail),
    ...(mail.state === 'sent' ? {} : { error: mail.error }),
  };
};

/** In the inbox of whom it is for, by when it was written; what is unread also by itself, and counted. */
export const messageProjector: Projector<Message> = {
  type: messageType,
  project: (stored) => {
    const { to, writtenAt, readAt } = stored.state;
    const row = messageRow(stored);
    const entry = (which: 'all' | 'unread') => ({ list: inboxList(to.id, which), sort: writtenAt, row });
    const unread = readAt === undefined;
    return {
      entries: unread ? [entry('all'), entry('unread')] : [entry('all')],
      counts: unread ? [{ subject: inboxSubject(to.id), period: nowPeriod, field: 'unread', by: 1 }] : [],
    };
  },
};

/** In the outbox of the account's own organisation and of every one above it. */
export const mailProjector: Projector<Mail> = {
  type: mailType,
  project: (stored) => ({
    entries: trailOf(stored.state.of).map((node) => ({
      ...{ list: outboxList(node, stored.state.state), sort: stored.state.composedAt, row: mailRow(stored) },
    })),
    counts: [],
  }),
};

const pageSize = 50;

/** Access pattern 5: a page of 50, the newest first. */
export const inboxPage = (
  store: Store,
  list: string,
  cursor: ItemKey | undefined,
  size = pageSize,
): Promise<Page<MessageRow>> =>
  readListPage(store, messageRowSchema, { list, order: 'newest first', cursor, size });

/** Access pattern 5: a page of 50, the newest first. */
export const outboxPage = (store: Store, list: string, cursor: ItemKey | undefined): Promise<Page<MailRow>> =>
  readListPage(store, mailRowSchema, { list, order: 'newest first', cursor, size: pageSize });

/** Access pattern 6: how many messages somebody has not read. */
export const unreadOf = async (store: Store, staffId: string): Promise<number> =>
  (await readCounter(store, inboxSubject(staffId), nowPeriod))['unread'] ?? 0;

import { query, revalidate } from '@solidjs/router';
import type { messagesContract } from '../../../../functions/messages/messages.contract.ts';
import type { MailState } from '../../../../functions/messages/messages.words.ts';
import type { ResponseOf } from '../../../../functions/platform/contract/route.ts';
import { callLight, type LightRow, newKey } from '../../api/client.ts';
import { readLight } from '../queries.ts';
import { catchUp } from '../shell/catch-up.ts';

type Routes = typeof messagesContract.routes;
type Light = 'inbox' | 'unread' | 'readOne' | 'readAll' | 'mailbox' | 'staffMailbox' | 'outbox';

/** What needs no form; without the schemas. */
const routes: { readonly [Name in Light]: LightRow<Routes[Name]> } = {
  inbox: { method: 'GET', path: '/api/inbox' },
  unread: { method: 'GET', path: '/api/inbox/unread' },
  readOne: { method: 'POST', path: '/api/inbox/{message}/reading' },
  readAll: { method: 'POST', path: '/api/inbox/reading' },
  mailbox: { method: 'GET', path: '/api/mailbox' },
  staffMailbox: { method: 'GET', path: '/api/staff/{staffId}/mailbox' },
  outbox: { method: 'GET', path: '/api/outbox' },
};

export type InboxPage = ResponseOf<Routes['inbox']>;
export type MessageRow = InboxPage['rows'][number];
export type Mailbox = ResponseOf<Routes['mailbox']>;
export type OutboxPage = ResponseOf<Routes['outbox']>;
export type MailRow = OutboxPage['rows'][number];

export const readInbox = query(
  async (which: 'all' | 'unread', cursor: string | undefined): Promise<InboxPage> =>
    (await readLight(routes.inbox, { query: { which, ...(cursor ? { cursor } : {}) } })).body,
  'inbox-page',
);

export const readUnread = query(
  async (): Promise<number> => (await readLight(routes.unread)).body.unread,
  'unread-messages',
);

/** Somebody else's, or the caller's own. */
export const readMailbox = query(
  async (staffId: string | undefined): Promise<Mailbox> =>
    staffId === undefined
      ? (await readLight(routes.mailbox)).body
      : (await readLight(routes.staffMailbox, { params: { staffId } })).body,
  'mailbox-of',
);

export const readOutbox = query(
  async (node: string, state: MailState, cursor: string | undefined): Promise<OutboxPage> =>
    (await readLight(routes.outbox, { query: { node, state, ...(cursor ? { cursor } : {}) } })).body,
  'outbox-page',
);

export const renewInbox = (): Promise<void> => catchUp([readInbox.key, readUnread.key]);
export const renewOutbox = (): Promise<void> => revalidate(readOutbox.key);

/** That one was not marked is no reason to keep anybody from what it leads to. */
export const markRead = async (message: string): Promise<void> => {
  await callLight(routes.readOne, { params: { message }, key: newKey() }).catch(() => undefined);
  await renewInbox();
};

export const markAllRead = async (): Promise<ResponseOf<Routes['readAll']>> => {
  const { body } = await callLight(routes.readAll, { key: newKey() });
  await renewInbox();
  return body;
};

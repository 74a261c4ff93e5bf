import type { Principal } from '../platform/contract/roles.ts';
import type { Handlers } from '../platform/http/api-function.ts';
import { type Cursors, pageOf } from '../platform/http/cursor.ts';
import { admitNode, type StaffCommand } from '../platform/ledger/staff-command.ts';
import type { Core } from '../platform/runtime/core.ts';
import { readMailbox, setMailbox } from './mailboxes.usecases.ts';
import type { messagesContract } from './messages.contract.ts';
import { inboxList, inboxPage, mailRow, outboxList, outboxPage, unreadOf } from './messages.store.ts';
import { readAll, readMessage, sendAgain } from './messages.usecases.ts';
import type { MailChoice } from './messages.words.ts';

interface MessagesDependencies extends Pick<Core, 'store' | 'ledger' | 'keyring'> {
  /** Whether mails are sent from here at all. */
  readonly sending: boolean;
}

export const messagesRoutes = (
  deps: MessagesDependencies,
  cursors: Cursors,
): Handlers<typeof messagesContract> => {
  const { sending } = deps;
  const mailboxOf = async (caller: Principal, staffId: string) => ({
    body: { ...(await readMailbox(deps, caller, staffId)), sending },
  });
  const set = async (
    request: StaffCommand & {
      readonly body: { readonly address?: string | undefined; readonly choice: MailChoice };
    },
    staffId: string,
  ) => ({ body: { ...(await setMailbox(deps, request, staffId, request.body)), sending } });
  return {
    inbox: async ({ query: { which, cursor }, caller, now }) => {
      const list = inboxList(caller.staffId, which);
      return {
        body: await pageOf(cursors, { list, cursor, now }, (start) => inboxPage(deps.store, list, start)),
      };
    },
    unread: async ({ caller }) => ({ body: { unread: await unreadOf(deps.store, caller.staffId) } }),
    readOne: async (request) => {
      await readMessage(deps, request, request.params.message);
      return { body: undefined };
    },
    readAll: async (request) => ({ body: await readAll(deps, request) }),
    mailbox: ({ caller }) => mailboxOf(caller, caller.staffId),
    setMailbox: (request) => set(request, request.caller.staffId),
    staffMailbox: ({ caller, params }) => mailboxOf(caller, params.staffId),
    setStaffMailbox: (request) => set(request, request.params.staffId),
    outbox: async ({ query: { node, state, cursor }, caller, now }) => {
      admitNode(node, caller);
      const list = outboxList(node, state);
      const page = await pageOf(cursors, { list, cursor, now }, (start) =>
        outboxPage(deps.store, list, start),
      );
      return { body: { ...page, sending } };
    },
    sendAgain: async (request) => {
      const stored = await sendAgain(deps, request, request.params.mail);
      return { body: mailRow(stored), version: stored.version };
    },
  };
};

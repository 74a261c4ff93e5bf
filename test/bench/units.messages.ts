import type { messagesContract } from '../../functions/messages/messages.contract.ts';
import type { Mail } from '../../functions/messages/messages.states.ts';
import { mailType } from '../../functions/messages/messages.store.ts';
import { tell } from '../../functions/messages/telling.usecases.ts';
import { stepOf } from '../../functions/platform/ledger/steps.ts';
import { longIdFrom } from '../../functions/platform/runtime/ids.ts';
import { newKey } from '../support/call.ts';
import { type District, places } from '../support/district.ts';
import { messageTo, tellingTo } from '../support/messages.ts';
import type { Plays } from './units.plays.ts';

/** What has to be there before each route of messages. */
export const messagePlays = ({
  accounts,
  administrator,
  parts,
}: District): Plays<typeof messagesContract> => {
  const { cookie, principal } = accounts.supervisor;
  let told = 0;
  const one = async (): Promise<string> => {
    told += 1;
    const telling = tellingTo(principal, told);
    await tell(parts, [telling]);
    return messageTo(principal, telling);
  };
  const failedMail = async (): Promise<string> => {
    const now = parts.clock.now();
    const id = longIdFrom(newKey());
    const next: Mail = {
      ...{
        state: 'failed',
        to: { id: principal.staffId, name: principal.name },
        of: places.town,
        messages: [],
      },
      ...{ composedAt: now, attempts: 5, failedAt: now, error: 'unreachable' },
    };
    const command = { key: id, request: '', actor: { kind: 'schedule', name: 'play' } as const, now };
    await parts.ledger.commit([
      stepOf<Mail>(command, {
        ...{ type: mailType, id, before: undefined, next },
        events: [{ type: 'failed', data: {} }],
      }),
    ]);
    return id;
  };
  const body = { address: 'gongzuo@example.cn', choice: 'daily' };
  const params = { staffId: principal.staffId };
  return {
    inbox: async () => ({ cookie, query: { which: 'all' } }),
    unread: async () => ({ cookie }),
    readOne: async () => ({ cookie, params: { message: await one() } }),
    readAll: async () => ({ cookie }),
    mailbox: async () => ({ cookie }),
    setMailbox: async () => ({ cookie, body }),
    staffMailbox: async () => ({ cookie: administrator.cookie, params }),
    setStaffMailbox: async () => ({ cookie: administrator.cookie, params, body }),
    outbox: async () => ({ cookie, query: { node: places.town, state: 'failed' } }),
    sendAgain: async () => ({ cookie, params: { mail: await failedMail() }, ifMatch: 1, body: {} }),
  };
};

import { platformProblem } from '../platform/contract/problems.ts';
import { isWithin, type Principal } from '../platform/contract/roles.ts';
import { changeCase } from '../platform/ledger/change.ts';
import { commitEach } from '../platform/ledger/commit-each.ts';
import { readCases } from '../platform/ledger/ledger.ts';
import { commandOf, type StaffCommand } from '../platform/ledger/staff-command.ts';
import { type Stored, stepOf } from '../platform/ledger/steps.ts';
import type { Core } from '../platform/runtime/core.ts';
import { type MessageRefusal, messageProblem } from './messages.problems.ts';
import { again, read } from './messages.rules.ts';
import type { Mail, Message } from './messages.states.ts';
import { inboxList, inboxPage, mailRow, mailType, messageType } from './messages.store.ts';
import { limits } from './messages.words.ts';

type Dependencies = Pick<Core, 'store' | 'ledger'>;

const mine = ({ to }: Message, caller: Principal): boolean => to.id === caller.staffId;

/** Marks one message as read; nothing when it was. Those of others are not there. */
export const readMessage = async (
  { ledger }: Pick<Dependencies, 'ledger'>,
  request: StaffCommand,
  id: string,
): Promise<void> => {
  const { caller, now } = request;
  const missing = () => messageProblem('message.not_found');
  await changeCase<Message, MessageRefusal>({
    ...{ ledger, type: messageType, id, command: commandOf(request), ifMatch: undefined, missing },
    refuse: (refusal) => messageProblem(refusal),
    admit: ({ state }) => {
      if (!mine(state, caller)) throw missing();
    },
    view: () => undefined,
    decide: ({ state }) => read(state, now),
  });
};

/**
 * Marks the caller's unread messages as read, the newest first, up to {@link limits.readAtOnce}.
 * @returns how many were, and whether there are more.
 */
export const readAll = async (
  { store }: Dependencies,
  request: StaffCommand,
): Promise<{ read: number; more: boolean }> => {
  const { caller, now } = request;
  const list = inboxList(caller.staffId, 'unread');
  const { rows, last } = await inboxPage(store, list, undefined, limits.readAtOnce);
  const messages = await readCases(
    store,
    messageType,
    rows.map(({ message }) => message),
  );
  const groups = messages.flatMap((before) => {
    const decision = mine(before.state, caller) ? read(before.state, now) : undefined;
    return decision
      ? [
          {
            step: stepOf<Message>(commandOf(request), {
              type: messageType,
              id: before.id,
              before,
              ...decision,
            }),
            companions: [],
          },
        ]
      : [];
  });
  const outcomes = await commitEach(store, groups);
  // One that goes into its mail at this moment stays unread until asked again.
  return {
    read: outcomes.filter(({ outcome }) => outcome === 'committed').length,
    more: last !== undefined || outcomes.some(({ outcome }) => outcome === 'stale'),
  };
};

/** Has a mail that failed be tried again, as if it were new. */
export const sendAgain = (
  { ledger }: Pick<Dependencies, 'ledger'>,
  request: StaffCommand,
  id: string,
): Promise<Stored<Mail>> =>
  changeCase<Mail, MessageRefusal>({
    ...{ ledger, type: mailType, id, command: commandOf(request), ifMatch: request.ifMatch },
    missing: () => messageProblem('mail.not_found'),
    refuse: (refusal) => messageProblem(refusal),
    admit: ({ state }) => {
      if (!isWithin(state.of, request.caller.scope)) throw platformProblem('access.scope');
    },
    view: mailRow,
    decide: ({ state }) => again(state, request.now),
  });

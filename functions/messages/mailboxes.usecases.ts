import * as v from 'valibot';
import { readStaff } from '../access/staff.usecases.ts';
import { platformProblem } from '../platform/contract/problems.ts';
import type { Principal } from '../platform/contract/roles.ts';
import { commandOf, type StaffCommand } from '../platform/ledger/staff-command.ts';
import { stepOf } from '../platform/ledger/steps.ts';
import type { Core } from '../platform/runtime/core.ts';
import { messageProblem } from './messages.problems.ts';
import { maskAddress } from './messages.rules.ts';
import type { Mailbox } from './messages.states.ts';
import { addressKey, mailboxType } from './messages.store.ts';
import type { MailboxView } from './messages.views.ts';
import type { MailChoice } from './messages.words.ts';

type MailboxDependencies = Pick<Core, 'store' | 'ledger' | 'keyring'>;

const sealedSchema = v.object({ address: v.string() });
const contextOf = (staffId: string): string => `${mailboxType.kind}#${staffId}/address`;

/** Where an account has its mails sent; undefined when it has no address, or no longer wants any. */
export const addressOf = async (
  { store, keyring, ledger }: MailboxDependencies,
  staffId: string,
): Promise<string | undefined> => {
  const mailbox = await ledger.read(mailboxType, staffId);
  const item = mailbox && mailbox.state.choice !== 'none' && (await store.get(addressKey(staffId)));
  return item ? keyring.open(v.parse(sealedSchema, item).address, contextOf(staffId)) : undefined;
};

/** Holds an administrator to the accounts of their own area. */
export const admitToMailbox = async (
  { ledger }: Pick<Core, 'ledger'>,
  caller: Principal,
  staffId: string,
): Promise<void> => {
  if (staffId !== caller.staffId) await readStaff({ ledger }, caller, staffId);
};

/** The address whole to its owner, masked to others. */
export const readMailbox = async (
  { store, ledger, keyring }: MailboxDependencies,
  caller: Principal,
  staffId: string,
): Promise<Omit<MailboxView, 'sending'>> => {
  const mailbox = await ledger.read(mailboxType, staffId);
  if (!mailbox) return { choice: 'none' };
  const { choice, address } = mailbox.state;
  if (staffId !== caller.staffId) return { choice, address };
  const item = await store.get(addressKey(staffId));
  const whole = item && (await keyring.open(v.parse(sealedSchema, item).address, contextOf(staffId)));
  return { choice, address: whole ?? address };
};

interface MailboxAsked {
  /** Missing to keep the one there is. */
  readonly address?: string | undefined;
  readonly choice: MailChoice;
}

/** Times it is worked out anew when somebody else set it in between. */
const attempts = 4;

/** Sets where and when an account wants its mails; the latest who says so has it. */
export const setMailbox = async (
  { ledger, keyring }: MailboxDependencies,
  request: StaffCommand,
  staffId: string,
  { address, choice }: MailboxAsked,
): Promise<void> => {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const before = await ledger.read(mailboxType, staffId);
    if (address === undefined && !before) throw messageProblem('mailbox.no_address');
    const digest = address === undefined ? undefined : await keyring.mac('mailbox', address);
    const next: Mailbox = {
      address: address === undefined ? (before?.state.address ?? '') : maskAddress(address),
      digest: digest ?? before?.state.digest ?? '',
      choice,
      setAt: before?.state.setAt ?? request.now,
    };
    const companions =
      address === undefined
        ? []
        : [
            {
              write: {
                Put: {
                  Item: { ...addressKey(staffId), address: await keyring.seal(address, contextOf(staffId)) },
                },
              },
            },
          ];
    const step = stepOf<Mailbox>(commandOf(request), {
      ...{ type: mailboxType, id: staffId, before, next },
      events: [{ type: 'set', data: { choice, address: next.address } }],
    });
    const { outcome } = await ledger.commit([step], companions);
    if (outcome === 'committed' || outcome === 'repeated') return;
    if (outcome === 'key-reused') throw platformProblem('request.key_reused');
  }
  throw platformProblem('service.busy', { retryAfterSeconds: 1 });
};

import * as v from 'valibot';
import { staffKey, staffType } from '../access/staff.store.ts';
import { platformProblem } from '../platform/contract/problems.ts';
import type { Principal } from '../platform/contract/roles.ts';
import { parseStored } from '../platform/ledger/ledger.ts';
import { admitNode, commandOf, type StaffCommand } from '../platform/ledger/staff-command.ts';
import { type Companion, mayHaveChanged, type Stored, stepOf } from '../platform/ledger/steps.ts';
import type { Core } from '../platform/runtime/core.ts';
import { byKey } from '../platform/runtime/store.ts';
import { messageProblem } from './messages.problems.ts';
import { maskAddress } from './messages.rules.ts';
import type { Mailbox } from './messages.states.ts';
import { addressKey, mailboxKey, mailboxType } from './messages.store.ts';
import type { MailboxView } from './messages.views.ts';
import type { MailChoice } from './messages.words.ts';

type MailboxDependencies = Pick<Core, 'store' | 'ledger' | 'keyring'>;

const sealedSchema = v.object({ address: v.string() });
const contextOf = (staffId: string): string => `${mailboxType.kind}#${staffId}/address`;

interface Found {
  readonly mailbox: Stored<Mailbox> | undefined;
  /** The whole address. */
  readonly open: () => Promise<string | undefined>;
}

/**
 * A mailbox with what opens its address, in one read; that of somebody else with their account.
 * @throws Problem when there is no such account, or it lies outside the caller's area.
 */
const find = async (
  { store, keyring }: MailboxDependencies,
  staffId: string,
  caller?: Principal,
): Promise<Found> => {
  const isOthers = caller !== undefined && caller.staffId !== staffId;
  const account = isOthers ? [staffKey(staffId)] : [];
  const found = byKey(await store.getMany([mailboxKey(staffId), addressKey(staffId), ...account]));
  if (isOthers) {
    const staff = found(staffKey(staffId));
    if (!staff) throw messageProblem('mailbox.not_found');
    admitNode(parseStored(staffType, staff).state.scope, caller);
  }
  const mailbox = found(mailboxKey(staffId));
  const sealed = found(addressKey(staffId));
  return {
    mailbox: mailbox && parseStored(mailboxType, mailbox),
    open: async () => sealed && keyring.open(v.parse(sealedSchema, sealed).address, contextOf(staffId)),
  };
};

/** Where an account has its mails sent; undefined when it has no address, or no longer wants any. */
export const addressOf = async (deps: MailboxDependencies, staffId: string): Promise<string | undefined> => {
  const { mailbox, open } = await find(deps, staffId);
  return mailbox && mailbox.state.choice !== 'none' ? open() : undefined;
};

/** The address whole to its owner, masked to an administrator. */
export const readMailbox = async (
  deps: MailboxDependencies,
  caller: Principal,
  staffId: string,
): Promise<Omit<MailboxView, 'sending'>> => {
  const { mailbox, open } = await find(deps, staffId, caller);
  if (!mailbox) return { choice: 'none' };
  const { choice, address } = mailbox.state;
  return { choice, address: staffId === caller.staffId ? ((await open()) ?? address) : address };
};

interface MailboxAsked {
  /** Missing to keep the one there is. */
  readonly address?: string | undefined;
  readonly choice: MailChoice;
}

/** The address as it stands in the history, and sealed beside it. */
const kept = async ({ keyring }: MailboxDependencies, staffId: string, address: string) => {
  const sealed = await keyring.seal(address, contextOf(staffId));
  const companion: Companion<never> = {
    write: { Put: { Item: { ...addressKey(staffId), address: sealed } } },
  };
  return { address: maskAddress(address), digest: await keyring.mac('mailbox', address), companion };
};

/** Times it is worked out anew when somebody else set it in between. */
const attempts = 4;

/** Sets where and when an account wants its mails; whoever says so last has it. */
export const setMailbox = async (
  deps: MailboxDependencies,
  request: StaffCommand,
  staffId: string,
  { address, choice }: MailboxAsked,
): Promise<Omit<MailboxView, 'sending'>> => {
  const { caller, now } = request;
  const command = commandOf(request);
  const viewOf = async ({ mailbox, open }: Found): Promise<Omit<MailboxView, 'sending'>> => {
    const masked = mailbox?.state.address;
    return { choice, address: staffId === caller.staffId ? (address ?? (await open())) : masked };
  };
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const found = await find(deps, staffId, caller);
    const { mailbox: before } = found;
    const earlier =
      before && mayHaveChanged(before, command)
        ? await deps.ledger.earlier(mailboxType, staffId, command)
        : undefined;
    if (earlier === 'key-reused') throw platformProblem('request.key_reused');
    if (earlier) return viewOf({ ...found, mailbox: earlier });
    const asked = address === undefined ? undefined : await kept(deps, staffId, address);
    const standing = asked ?? before?.state;
    if (!standing) throw messageProblem('mailbox.no_address');
    const next: Mailbox = {
      ...{ address: standing.address, digest: standing.digest, choice },
      setAt: before?.state.setAt ?? now,
    };
    const step = stepOf<Mailbox>(command, {
      ...{ type: mailboxType, id: staffId, before, next },
      events: [{ type: 'set', data: { choice, address: next.address } }],
    });
    const { outcome } = await deps.ledger.commit([step], asked ? [asked.companion] : []);
    if (outcome === 'key-reused') throw platformProblem('request.key_reused');
    if (outcome === 'committed') return viewOf({ ...found, mailbox: step.after });
  }
  throw platformProblem('service.busy', { retryAfterSeconds: 1 });
};

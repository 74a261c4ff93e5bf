import { commitEach } from '../platform/ledger/commit-each.ts';
import { parseStored } from '../platform/ledger/ledger.ts';
import { stepOf } from '../platform/ledger/steps.ts';
import type { Core } from '../platform/runtime/core.ts';
import { longIdFrom } from '../platform/runtime/ids.ts';
import { byKey, type Item } from '../platform/runtime/store.ts';
import type { Instant } from '../platform/runtime/time.ts';
import { isNews, mailDueAt } from './messages.rules.ts';
import type { Message } from './messages.states.ts';
import { mailboxKey, mailboxType, messageKey, messageType } from './messages.store.ts';
import { createDirectory, type Recipient, recipientsOf } from './recipients.usecases.ts';
import type { Teller, Telling } from './telling.ts';

export type TellingDependencies = Pick<Core, 'store' | 'ledger' | 'clock' | 'log'>;

interface Draft extends Recipient {
  readonly id: string;
  readonly telling: Telling;
}

/** The same person, record and happening have the same id, so nobody can be told the same twice. */
export const messageId = ({ about, tiding, what }: Telling, staffId: string): string =>
  longIdFrom(`message ${staffId} ${about.kind} ${about.id} ${tiding} ${what}`);

const messageOf = (
  { telling, to, of, reason, instead }: Draft,
  mailAt: Instant | undefined,
  now: Instant,
) => {
  const { tiding, about, subject, node, since, by } = telling;
  const message: Message = {
    ...{ tiding, about, subject, node, since, to, of, reason, writtenAt: now },
    ...(by === undefined ? {} : { by }),
    ...(instead === undefined ? {} : { instead }),
    ...(mailAt === undefined ? {} : { mail: { state: 'due', at: mailAt } }),
  };
  return message;
};

const draftsOf = async (deps: TellingDependencies, tellings: readonly Telling[]): Promise<Draft[]> => {
  const directory = createDirectory(deps.store);
  const drafts = new Map<string, Draft>();
  for (const telling of tellings) {
    const recipients: Recipient[] = [];
    for (const audience of telling.to) recipients.push(...(await recipientsOf(directory, audience)));
    if (recipients.length === 0) deps.log.error('message.nobody', { id: telling.about.id });
    for (const recipient of recipients) {
      const draft = { ...recipient, id: messageId(telling, recipient.to.id), telling };
      // Somebody who is told for two reasons is told for the first of them.
      if (!drafts.has(draft.id)) drafts.set(draft.id, draft);
    }
  }
  return [...drafts.values()];
};

/**
 * Writes a message to everybody who has to know and has not been told this before.
 * @returns how many were written.
 */
export const tell = async (deps: TellingDependencies, tellings: readonly Telling[]): Promise<number> => {
  const now = deps.clock.now();
  const drafts = await draftsOf(
    deps,
    tellings.filter(({ at }) => isNews(at, now)),
  );
  if (drafts.length === 0) return 0;
  const found = byKey(
    await deps.store.getMany(drafts.flatMap(({ id, to }) => [messageKey(id), mailboxKey(to.id)])),
  );
  const steps = drafts
    .filter(({ id }) => !found(messageKey(id)))
    .map((draft) => {
      const mailbox = found(mailboxKey(draft.to.id));
      const choice = mailbox && parseStored(mailboxType, mailbox).state.choice;
      return stepOf<Message>(
        { key: `tell ${draft.id}`, request: '', actor: { kind: 'schedule', name: 'messages' }, now },
        {
          ...{ type: messageType, id: draft.id, before: undefined },
          next: messageOf(draft, mailDueAt(choice, now), now),
          events: [{ type: 'written', data: { tiding: draft.telling.tiding } }],
        },
      );
    });
  const outcomes = await commitEach(
    deps.store,
    steps.map((step) => ({ step, companions: [] })),
  );
  // What somebody else wrote in between is written.
  return outcomes.filter(({ outcome }) => outcome === 'committed').length;
};

/** A teller with the type of its case forgotten, so that all of them stand in one list. */
export interface AnyTeller {
  readonly kind: string;
  readonly tell: (ledger: Core['ledger'], image: Item) => Promise<readonly Telling[]>;
}

/** What a case has to tell is told as it is at this moment: an image may come late, and what was mended is no news. */
export const anyTeller = <S>({ type, tell: tellingsOf }: Teller<S>): AnyTeller => ({
  kind: type.kind,
  tell: async (ledger, image) => {
    if (tellingsOf(parseStored(type, image)).length === 0) return [];
    const current = await ledger.read(type, String(image['id']));
    return current ? tellingsOf(current) : [];
  },
});

/** Tells whoever has to know of a case's new state. */
export const followTelling = async (
  deps: TellingDependencies,
  tellers: readonly AnyTeller[],
  image: Item,
): Promise<void> => {
  const teller = tellers.find(({ kind }) => kind === image['kind']);
  if (teller) await tell(deps, await teller.tell(deps.ledger, image));
};

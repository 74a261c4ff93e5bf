import { changeCase } from '../platform/ledger/change.ts';
import { dueBy } from '../platform/ledger/due.ts';
import { readCases } from '../platform/ledger/ledger.ts';
import { type AnyStep, type Command, type Stored, stepOf } from '../platform/ledger/steps.ts';
import type { Core } from '../platform/runtime/core.ts';
import { longIdFrom } from '../platform/runtime/ids.ts';
import type { Run } from '../platform/runtime/schedule-function.ts';
import type { Instant } from '../platform/runtime/time.ts';
import { addressOf } from './mailboxes.usecases.ts';
import { type MessageRefusal, messageProblem } from './messages.problems.ts';
import { came, gathered, take } from './messages.rules.ts';
import type { Mail, Message } from './messages.states.ts';
import { mailType, messageType } from './messages.store.ts';
import { limits, type MailError } from './messages.words.ts';

/** A mail ready to be handed over. */
export interface Letter {
  readonly to: string;
  /** The same for every attempt, so that a mail that arrives twice is recognised as one (RFC 5322 3.6.4). */
  readonly id: string;
  readonly subject: string;
  readonly text: string;
}

/** Hands a letter to the mail server; undefined when the server took it, otherwise why it didn't. Never throws. */
export type Post = (letter: Letter) => Promise<MailError | undefined>;

/** What a mail says of these messages. */
export type Write = (messages: readonly Message[], now: Instant) => Promise<Pick<Letter, 'subject' | 'text'>>;

export interface MailingDependencies extends Pick<Core, 'store' | 'ledger' | 'clock' | 'log' | 'keyring'> {
  /** None where there is no mail server: everything waits. */
  readonly post: Post | undefined;
  readonly write: Write;
}

/** Letters under way at once: one that hangs keeps a quarter of the others waiting, for ten seconds. */
const mostAtOnce = 4;

const actor = { kind: 'schedule', name: 'message-mail' } as const;
const commandOf = (what: string, now: Instant): Command => ({ key: what, request: '', actor, now });

/** Everything of one person that is due, as many as fit into a mail, in the order it was written. */
const gather = async (
  { ledger }: MailingDependencies,
  messages: readonly Stored<Message>[],
  now: Instant,
): Promise<void> => {
  const [first] = messages;
  if (!first) return;
  const { to, of } = first.state;
  const ids = messages.map(({ id }) => id);
  const mail = longIdFrom(`mail ${ids.join(' ')}`);
  const command = commandOf(`gather ${mail}`, now);
  const composed: AnyStep = stepOf<Mail>(command, {
    ...{ type: mailType, id: mail, before: undefined },
    next: { ...{ state: 'waiting', to, of, messages: ids }, composedAt: now, attempts: 0, dueAt: now },
    events: [{ type: 'composed', data: { messages: ids.length } }],
  });
  const steps = messages.map((before) =>
    stepOf<Message>(command, {
      ...{ type: messageType, id: before.id, before, ...gathered(before.state, mail) },
    }),
  );
  // Another run has them when it doesn't hold; what it left is there with the next.
  await ledger.commit([composed, ...steps]);
};

/** @returns how many messages were due. */
const gatherDue = async (deps: MailingDependencies, now: Instant): Promise<number> => {
  const due = await dueBy(deps.store, messageType, now);
  const messages = await readCases(
    deps.store,
    messageType,
    due.map(({ id }) => id),
  );
  const waiting = messages
    .filter(({ state }) => state.mail?.state === 'due')
    .sort((a, b) => (a.state.writtenAt < b.state.writtenAt ? -1 : 1));
  const byPerson = Map.groupBy(waiting, ({ state }) => state.to.id);
  for (const mine of byPerson.values()) await gather(deps, mine.slice(0, limits.perMail), now);
  return due.length;
};

const changeMail = (
  deps: MailingDependencies,
  id: string,
  what: string,
  decide: (mail: Mail, now: Instant) => ReturnType<typeof take>,
): Promise<Stored<Mail>> => {
  const now = deps.clock.now();
  return changeCase<Mail, MessageRefusal>({
    ...{ ledger: deps.ledger, type: mailType, id, ifMatch: undefined, command: commandOf(what, now) },
    missing: () => messageProblem('mail.not_found'),
    refuse: (refusal) => messageProblem(refusal),
    admit: () => undefined,
    view: () => undefined,
    decide: ({ state }) => decide(state, now),
  });
};

const letterOf = async (
  deps: MailingDependencies,
  { id, state }: Stored<Mail>,
  now: Instant,
): Promise<Letter | undefined> => {
  const to = await addressOf(deps, state.to.id);
  if (to === undefined) return undefined;
  const found = new Map(
    (await readCases(deps.store, messageType, state.messages)).map((message) => [message.id, message.state]),
  );
  const messages = state.messages.flatMap((message) => found.get(message) ?? []);
  return { to, id, ...(await deps.write(messages, now)) };
};

/** What became of a mail in this run: `settled` when another run took it, or nothing was to be sent any more. */
type Sent = 'sent' | 'not-sent' | 'settled';

const send = async (deps: MailingDependencies, post: Post, id: string): Promise<Sent> => {
  let taken = false;
  const now = deps.clock.now();
  // Only the run whose attempt this is hands it over.
  const mail = await changeMail(deps, id, `take ${id} ${crypto.randomUUID()}`, (state, at) => {
    const decision = take(state, at);
    taken = decision?.next.state === 'waiting';
    return decision;
  });
  if (!taken) return 'settled';
  const letter = await letterOf(deps, mail, now);
  const error = letter ? await post(letter) : 'no-address';
  await changeMail(deps, id, `came ${id} ${mail.version}`, (state, at) => came(state, error, at));
  return error === undefined ? 'sent' : 'not-sent';
};

/**
 * Makes one mail of all that is due to a person, and sends the mails that are due: each at least once, and by one run
 * at a time. Examined are messages and mails that were due, found those that were sent, failed those that were not.
 */
export const sendMails = async (deps: MailingDependencies, now: Instant): Promise<Run> => {
  const { post } = deps;
  if (!post) return { examined: 0, found: 0, failed: 0 };
  const gatheredOnes = await gatherDue(deps, now);
  const due = await dueBy(deps.store, mailType, now);
  const waiting = due.map(({ id }) => id);
  let found = 0;
  let settled = 0;
  let failed = 0;
  const carrier = async (): Promise<void> => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      try {
        const sent = await send(deps, post, id);
        if (sent === 'sent') found += 1;
        else if (sent === 'settled') settled += 1;
        else failed += 1;
      } catch (error) {
        failed += 1;
        deps.log.error('sweep.record_failed', { id }, error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(mostAtOnce, due.length) }, carrier));
  return { examined: gatheredOnes + due.length, found, skipped: { settled }, failed };
};

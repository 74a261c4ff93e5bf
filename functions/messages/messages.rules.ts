import type { Decision } from '../platform/ledger/change.ts';
import { addDays, addMinutes, type Instant, localDateOf, startOfDay } from '../platform/runtime/time.ts';
import type { MessageRefusal } from './messages.problems.ts';
import type { Mail, Message } from './messages.states.ts';
import { limits, type MailChoice, type MailError } from './messages.words.ts';

type MailDecision = Decision<Mail, MessageRefusal>;
type WaitingMail = Extract<Mail, { state: 'waiting' }>;

/** 08:00 in Asia/Shanghai, when what is sent once a day is sent. */
const nextMorning = (now: Instant): Instant => {
  const today = addMinutes(startOfDay(localDateOf(now)), 8 * 60);
  return today > now ? today : addMinutes(startOfDay(addDays(localDateOf(now), 1)), 8 * 60);
};

/** When a message written now is to go out by mail; undefined when it isn't. */
export const mailDueAt = (choice: MailChoice | undefined, now: Instant): Instant | undefined => {
  if (choice === 'at-once') return now;
  return choice === 'daily' ? nextMorning(now) : undefined;
};

/** Whether what happened then is still news. */
export const isNews = (at: Instant | undefined, now: Instant): boolean =>
  at === undefined || addMinutes(at, limits.newsDays * 24 * 60) > now;

/** @returns undefined when it has been read before. */
export const read = (
  message: Message,
  now: Instant,
): Extract<Decision<Message>, { next: Message }> | undefined =>
  message.readAt === undefined
    ? { next: { ...message, readAt: now }, events: [{ type: 'read', data: {} }] }
    : undefined;

/** Puts a message into the mail it goes out with. */
export const gathered = (message: Message, mail: string): Extract<Decision<Message>, { next: Message }> => ({
  next: { ...message, mail: { state: 'in', mail } },
  events: [{ type: 'gathered', data: { mail } }],
});

/** Attempts there are: the first, and one after each wait. */
const mostAttempts = limits.retryMinutes.length + 1;

const withoutDue = ({ dueAt: _, error: __, state: ___, ...rest }: WaitingMail) => rest;

/**
 * Takes a mail for an attempt. When it is tried again is settled before it is handed over, so that two runs at once
 * don't send it twice, and one that dies in between is made up for.
 * @returns undefined when it is not due, or has been given up.
 */
export const take = (mail: Mail, now: Instant): Extract<MailDecision, { next: Mail }> | undefined => {
  if (mail.state !== 'waiting' || mail.dueAt > now) return undefined;
  // The run of the last attempt ended without saying how it went.
  if (mail.attempts >= mostAttempts) return fail(mail, mail.error ?? 'broken-off', now);
  const wait = limits.retryMinutes[mail.attempts] ?? limits.retryMinutes[0];
  return {
    next: { ...mail, attempts: mail.attempts + 1, dueAt: addMinutes(now, wait) },
    events: [{ type: 'taken', data: { attempt: mail.attempts + 1 } }],
  };
};

const fail = (mail: WaitingMail, error: MailError, now: Instant): Extract<MailDecision, { next: Mail }> => ({
  next: { ...withoutDue(mail), state: 'failed', failedAt: now, error },
  events: [{ type: 'failed', data: { error } }],
});

/** What trying again can't mend: somebody has to set another address. */
const lasting: readonly MailError[] = ['recipient-refused', 'no-address'];

/** What came of the attempt it was taken for; undefined when it is over already. */
export const came = (
  mail: Mail,
  error: MailError | undefined,
  now: Instant,
): Extract<MailDecision, { next: Mail }> | undefined => {
  if (mail.state !== 'waiting') return undefined;
  if (error === undefined) {
    return {
      next: { ...withoutDue(mail), state: 'sent', sentAt: now },
      events: [{ type: 'sent', data: { attempt: mail.attempts } }],
    };
  }
  if (lasting.includes(error) || mail.attempts >= mostAttempts) return fail(mail, error, now);
  return { next: { ...mail, error }, events: [{ type: 'missed', data: { error } }] };
};

/** Somebody has mended what was wrong: as if it were new. */
export const again = (mail: Mail, now: Instant): MailDecision => {
  if (mail.state !== 'failed') return { refusal: 'mail.not_failed' };
  const { failedAt: _, error: __, ...rest } = mail;
  return {
    next: { ...rest, state: 'waiting', attempts: 0, dueAt: now },
    events: [{ type: 'asked-again', data: {} }],
  };
};

/** `wang.min@example.cn` → `w***@example.cn`. */
export const maskAddress = (address: string): string =>
  `${Array.from(address)[0] ?? ''}***${address.slice(address.lastIndexOf('@'))}`;

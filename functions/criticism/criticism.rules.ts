import { deadline, type WorkingCalendar } from '../calendar/calendar.rules.ts';
import type { Officer } from '../platform/contract/officer.ts';
import type { Decision } from '../platform/ledger/change.ts';
import { addDays, endOfDay, type Instant, localDateOf } from '../platform/runtime/time.ts';
import { isAnother } from './criticism.actions.ts';
import type { CriticismRefusal } from './criticism.problems.ts';
import type { Criticism, NoticeNumbers } from './criticism.states.ts';
import { limits } from './criticism.words.ts';
import { namesSomebody } from './figures.rules.ts';
import type { FrozenFigures, Period } from './figures.states.ts';

export interface Act {
  readonly by: Officer;
  readonly now: Instant;
}

type CriticismDecision = Decision<Criticism, CriticismRefusal>;

export interface Drafting {
  readonly node: string;
  readonly period: Period;
  readonly title: string;
  readonly text: string;
}

/** Until the end of the fifth working day after the draft. */
const replyClockFrom = (calendar: WorkingCalendar, startedAt: Instant): Criticism['replyClock'] => ({
  startedAt,
  ...deadline(calendar, startedAt, limits.replyDays),
});

/** With the figures as they are now; they stay. From here the organisation has its time to reply. */
export const draft = (
  { node, period, title, text }: Drafting,
  figures: FrozenFigures,
  calendar: WorkingCalendar,
  { by, now }: Act,
): CriticismDecision => {
  if (namesSomebody(title, text)) return { refusal: 'criticism.personal' };
  if (figures.cases.length === 0) return { refusal: 'criticism.nothing' };
  const replyClock = replyClockFrom(calendar, now);
  const { dueAt, provisional, calendarVersion } = replyClock;
  return {
    next: {
      ...{ state: 'drafted', node, period, title, text, figures, replyClock },
      drafted: { at: now, by },
    },
    events: [{ type: 'drafted', data: { cases: figures.cases.length, dueAt, provisional, calendarVersion } }],
  };
};

/** In its own words, once, until the notice is published; with it the organisation is heard. */
export const reply = (criticism: Criticism, text: string, { by, now }: Act): CriticismDecision => {
  if (criticism.state !== 'drafted' && criticism.state !== 'heard') return { refusal: 'criticism.over' };
  if (criticism.reply !== undefined) return { refusal: 'criticism.replied' };
  if (namesSomebody(text)) return { refusal: 'criticism.personal' };
  const heardAt = criticism.state === 'heard' ? criticism.heardAt : now;
  return {
    next: { ...criticism, state: 'heard', heardAt, reply: { at: now, by, text } },
    events: [{ type: 'replied', data: {} }],
  };
};

/**
 * Under the number that follows the year's last one. Where nobody replied in time and the schedule has not come by,
 * that the time is over is said first.
 */
export const publish = (
  criticism: Criticism,
  { year, last }: Pick<NoticeNumbers, 'year' | 'last'>,
  { by, now }: Act,
): CriticismDecision => {
  if (criticism.state !== 'drafted' && criticism.state !== 'heard') return { refusal: 'criticism.over' };
  if (!isAnother(criticism, by)) return { refusal: 'criticism.own' };
  if (criticism.state === 'drafted' && now < criticism.replyClock.dueAt)
    return { refusal: 'criticism.not_heard' };
  const number = last + 1;
  const expiresAt = endOfDay(addDays(localDateOf(now), limits.standsDays));
  const heardAt = criticism.state === 'heard' ? criticism.heardAt : criticism.replyClock.dueAt;
  const published = { type: 'published', data: { year, number, expiresAt } };
  return {
    next: {
      ...criticism,
      ...{ state: 'published', heardAt },
      published: { at: now, by, year, number, expiresAt },
    },
    events:
      criticism.state === 'drafted'
        ? [{ type: 'reply-period-over', data: { dueAt: heardAt } }, published]
        : [published],
  };
};

/** By somebody who neither drafted nor published it. Its number stays its own. */
export const withdraw = (criticism: Criticism, reason: string, { by, now }: Act): CriticismDecision => {
  if (criticism.state === 'expired' || criticism.state === 'withdrawn') return { refusal: 'criticism.over' };
  if (!isAnother(criticism, by)) return { refusal: 'criticism.own' };
  if (namesSomebody(reason)) return { refusal: 'criticism.personal' };
  return {
    next: { ...criticism, state: 'withdrawn', withdrawn: { at: now, by, reason } },
    events: [{ type: 'withdrawn', data: { reason, from: criticism.state } }],
  };
};

/** What time alone makes of it: the time to reply is over, or it has stood long enough; undefined when neither is due. */
export const care = (criticism: Criticism, now: Instant): CriticismDecision | undefined => {
  if (criticism.state === 'drafted' && criticism.replyClock.dueAt <= now) {
    const { dueAt } = criticism.replyClock;
    return {
      next: { ...criticism, state: 'heard', heardAt: dueAt },
      events: [{ type: 'reply-period-over', data: { dueAt } }],
    };
  }
  if (criticism.state === 'published' && criticism.published.expiresAt <= now) {
    return {
      next: { ...criticism, state: 'expired', expiredAt: now },
      events: [{ type: 'expired', data: { expiresAt: criticism.published.expiresAt } }],
    };
  }
  return undefined;
};

/** The same time to reply by a newly loaded calendar; undefined when that changes nothing. */
export const recompute = (criticism: Criticism, calendar: WorkingCalendar): CriticismDecision | undefined => {
  if (criticism.state !== 'drafted') return undefined;
  const before = criticism.replyClock;
  const fresh = replyClockFrom(calendar, before.startedAt);
  if (fresh.calendarVersion === before.calendarVersion) return undefined;
  const { dueAt, provisional, calendarVersion } = fresh;
  return {
    next: { ...criticism, replyClock: fresh },
    events: [
      {
        type: 'deadline-recomputed',
        data: { from: before.dueAt, to: dueAt, provisional, calendarVersion },
      },
    ],
  };
};

/** When the schedule must look at it next. */
export const dueAtOf = (criticism: Criticism): Instant | undefined => {
  if (criticism.state === 'drafted') return criticism.replyClock.dueAt;
  return criticism.state === 'published' ? criticism.published.expiresAt : undefined;
};

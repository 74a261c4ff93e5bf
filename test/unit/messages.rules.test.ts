import { describe, expect, test } from 'vitest';
import type { Finding } from '../../functions/findings/findings.states.ts';
import type { Claimed, Issue } from '../../functions/issues/issues.states.ts';
import { issueTeller } from '../../functions/issues/issues.tellings.ts';
import { findingTeller } from '../../functions/messages/findings.tellings.ts';
import { mimeOf } from '../../functions/messages/mail.mime.ts';
import { mailText } from '../../functions/messages/mail.text.ts';
import {
  again,
  came,
  isNews,
  mailDueAt,
  maskAddress,
  take,
} from '../../functions/messages/messages.rules.ts';
import type { Mail, Message } from '../../functions/messages/messages.states.ts';
import { limits, type Tiding } from '../../functions/messages/messages.words.ts';
import { errorOf } from '../../functions/messages/smtp.post.ts';
import { addMinutes, parseInstant, parseLocalDate } from '../../functions/platform/runtime/time.ts';
import { places } from '../support/district.ts';

const at = (text: string) => parseInstant(`2026-11-${text}+08:00`);
const monday = at('23T09:00:00');
const officer = { id: 'ABCDEFGHJK', name: '马志强' };

const open: Finding = {
  ...{ state: 'open', check: 'issue-deadline', record: { kind: 'ISSUE', id: 'R1' }, node: places.village },
  ...{ answers: { node: places.bureau, officer }, severity: 'notice', since: monday, foundAt: monday },
  ...{ facts: { dueDate: '2026-11-25' }, asOf: 3, times: 1, level: 'answering' },
};
const told = (finding: Finding) =>
  findingTeller.tell({ id: 'issue-deadline.R1', version: 1, head: '', state: finding });

describe('what is told of a finding', () => {
  test('whoever took it on learns that it will be late, where, since when and by when', () => {
    expect(told(open)).toMatchObject([
      {
        ...{ tiding: 'finding-notice', subject: 'issue-deadline', node: places.village, since: monday },
        ...{ by: '2026-11-25', to: [{ officer, node: places.bureau }] },
      },
    ]);
  });

  test('a figure of the plan that is behind is the matter of whoever answers for its subject', () => {
    const behind = (subject: string) =>
      told({ ...open, check: 'target-pace', facts: { subject }, answers: { node: places.town } }).flatMap(
        ({ to }) => to.flatMap(({ roles }) => roles),
      );
    expect(behind('film')).toEqual(['culture']);
    expect(behind('renovation')).toEqual(['disability']);
    expect(behind('visits')).toEqual(['lead', 'supervisor']);
  });

  test('that is worse, or found again, is something new; that is changed otherwise is not', () => {
    const whats = [
      open,
      { ...open, facts: {} },
      { ...open, severity: 'late' as const },
      { ...open, times: 2 },
    ];
    expect(whats.map((finding) => told(finding)[0]?.what)).toEqual([
      ...['1 notice', '1 notice', '1 late', '2 notice'],
    ]);
  });

  test('that goes on to supervision is told to whoever leads the place, leads the department, and supervises both', () => {
    const [, above] = told({ ...open, severity: 'late', level: 'supervision' });
    expect(above).toMatchObject({
      tiding: 'finding-supervision',
      to: [
        { node: places.village, roles: ['lead'], upwards: 'overseeing' },
        { node: places.bureau, roles: ['lead'], upwards: 'nowhere' },
        { node: places.village, roles: ['supervisor'], upwards: 'overseeing' },
      ],
    });
    expect(told({ ...open, severity: 'grave', level: 'criticism' })[1]).toMatchObject({
      tiding: 'finding-criticism',
      to: [{}, {}, { node: places.district, roles: ['supervisor'] }],
    });
  });

  test('whose exception is over is told once more; one that rests or is cleared is not', () => {
    const back = { ...open, restedUntil: parseLocalDate('2026-11-22') };
    expect(told(back).map(({ tiding, what }) => [tiding, what])).toEqual([
      ['finding-notice', '1 notice'],
      ['finding-back', '1 back 2026-11-22'],
    ]);
    const { level, ...rest } = open;
    expect(told({ ...rest, state: 'cleared', level, clearedAt: monday })).toEqual([]);
  });
});

test('what happened to an issue is news for three days', () => {
  expect(isNews(at('20T10:00:00'), monday)).toBe(true);
  expect(isNews(at('20T09:00:00'), monday)).toBe(false);
  expect(isNews(undefined, monday)).toBe(true);
});

describe('what is told of an issue', () => {
  const clock = {
    ...{ startedAt: monday, workingDays: 3, dueAt: at('27T00:00:00'), dueDate: parseLocalDate('2026-11-26') },
    ...{ provisional: false, calendarVersion: '', reached: [] },
    thresholds: { warned: monday, overdue: monday, supervised: monday, criticised: monday },
  };
  const issue = {
    category: 'environment',
    what: '路灯不亮',
    place: { path: places.village, text: '' },
    source: 'form',
    urgency: 'normal',
    photos: [],
    raisedAt: monday,
    reopenings: 0,
    duplicates: [],
    reporter: { name: '王**', phone: '199****0000', consent: '2026-11' },
    returns: [{ department: places.bureau, by: officer, at: monday, reason: '不属于本部门' }],
    clock,
  } satisfies Omit<Extract<Issue, { state: 'registered' }>, 'state'>;
  const assignment = {
    ...{ department: places.bureau, by: officer, at: monday, returnBy: at('24T00:00:00'), binding: false },
  };
  const extension = { reason: '等材料', workingDays: 2, requestedBy: officer, requestedAt: monday };
  const decision = { approved: true, note: '', by: officer, at: monday };
  const claimed: Claimed = { ...issue, state: 'claimed', assignment, claimedAt: monday, handler: officer };
  const decided = (approved: boolean): Issue => ({
    ...claimed,
    extension: { ...extension, decision: { ...decision, approved } },
  });
  const toldOf = (state: Issue) =>
    issueTeller
      .tell({ id: 'R1', version: 1, head: '', state })
      .map(({ tiding, by, to: [first] }) => [tiding, first?.node, first?.officer?.id, by]);

  test.each<readonly [Issue, Tiding, string, string | undefined]>([
    [{ ...issue, state: 'transferred', assignment }, 'issue-transferred', places.bureau, undefined],
    [{ ...issue, state: 'registered' }, 'issue-returned', places.village, undefined],
    [{ ...issue, state: 'arbitration' }, 'issue-arbitration', places.village, undefined],
    [{ ...claimed, extension }, 'issue-extension-asked', places.village, undefined],
    [decided(true), 'issue-extension-granted', places.bureau, officer.id],
    [decided(false), 'issue-extension-refused', places.bureau, officer.id],
  ])('as it stands in %# goes to whoever has to act on it, with the day it is due', (state, ...expected) => {
    expect(toldOf(state)).toEqual([[...expected, '2026-11-26']]);
  });

  test('that is handled, or has just been raised, tells nobody anything', () => {
    expect(toldOf(claimed)).toEqual([]);
    expect(toldOf({ ...issue, state: 'registered', returns: [] })).toEqual([]);
  });
});

describe('a message goes out by mail', () => {
  test('at once, or at 08:00 of this day or the next, or not at all', () => {
    expect(mailDueAt('at-once', monday)).toBe(monday);
    expect(mailDueAt('daily', at('23T07:59:00'))).toBe(at('23T08:00:00'));
    expect(mailDueAt('daily', at('23T08:00:00'))).toBe(at('24T08:00:00'));
    expect([mailDueAt('none', monday), mailDueAt(undefined, monday)]).toEqual([undefined, undefined]);
  });
});

describe('a mail', () => {
  const waiting: Mail = {
    ...{ state: 'waiting', to: officer, of: places.bureau, messages: ['m'], composedAt: monday },
    ...{ attempts: 0, dueAt: monday },
  };
  const next = (decision: ReturnType<typeof take>): Mail => {
    if (!decision) throw new Error('nothing was decided');
    return decision.next;
  };

  test('is taken by one run: the time it is tried next is set before it is handed over', () => {
    const taken = next(take(waiting, monday));
    expect(taken).toMatchObject({ state: 'waiting', attempts: 1, dueAt: addMinutes(monday, 5) });
    expect(take(taken, monday)).toBeUndefined();
  });

  test('that can’t be sent is tried after 5, 30, 120 and 720 minutes, and has failed then', () => {
    let mail: Mail = waiting;
    const waits: number[] = [];
    for (let now = monday; mail.state === 'waiting'; ) {
      const before = now;
      mail = next(take(mail, now));
      const dueAt = mail.state === 'waiting' ? mail.dueAt : now;
      mail = next(came(mail, 'unreachable', before));
      if (mail.state === 'waiting') waits.push((Date.parse(dueAt) - Date.parse(before)) / 60_000);
      now = dueAt;
    }
    expect(waits).toEqual([...limits.retryMinutes]);
    expect(mail).toMatchObject({ state: 'failed', attempts: 5, error: 'unreachable' });
  });

  test('whose last run never said how it went has failed, and is not tried for ever', () => {
    expect(next(take({ ...waiting, attempts: 5 }, monday))).toMatchObject({ state: 'failed' });
  });

  test('to an address the server refuses has failed at once; somebody sets another and has it tried again', () => {
    const failed = next(came(waiting, 'recipient-refused', monday));
    expect(failed).toMatchObject({ state: 'failed', error: 'recipient-refused' });
    expect(again(failed, monday)).toMatchObject({ next: { state: 'waiting', attempts: 0, dueAt: monday } });
    expect(again(waiting, monday)).toEqual({ refusal: 'mail.not_failed' });
  });

  test('that was sent stays sent, whatever is said of it later', () => {
    const sent = next(came(waiting, undefined, monday));
    expect(sent).toMatchObject({ state: 'sent', sentAt: monday });
    expect([take(sent, monday), came(sent, 'no-answer', monday)]).toEqual([undefined, undefined]);
  });
});

test.each([
  [{ code: 'ETIMEDOUT' }, 'no-answer'],
  [{ code: 'ESOCKET' }, 'unreachable'],
  [{ code: 'EAUTH', responseCode: 535 }, 'signed-out'],
  [{ code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550 }, 'recipient-refused'],
  [{ code: 'EENVELOPE', command: 'RCPT TO', responseCode: 451 }, 'mail-refused'],
  [{ code: 'EMESSAGE', responseCode: 552 }, 'mail-refused'],
  [{ code: 'ECONNECTION' }, 'broken-off'],
] as const)('of %j is kept only what has to be done about it', (said, error) => {
  expect(errorOf(said)).toBe(error);
});

test('an address is masked to its first letter and its domain', () => {
  expect(maskAddress('wang.min@example.cn')).toBe('w***@example.cn');
});

const message: Message = {
  ...{
    tiding: 'finding-late',
    about: { kind: 'FINDING', id: 'issue-deadline.R1' },
    subject: 'issue-deadline',
  },
  ...{
    node: places.village,
    since: monday,
    by: parseLocalDate('2026-11-25'),
    to: officer,
    of: places.bureau,
  },
  ...{ reason: 'above', instead: places.townOffice, writtenAt: monday },
};
const around = { siteUrl: 'https://huimin.example.cn', nameOf: () => '东村' };

test('a mail says what, where, since when, by when and where to read on, and why it came here; it names nobody', () => {
  const { subject, text } = mailText([message], around);
  expect(subject).toBe('惠民：【已逾期】问题按期办结');
  expect(text).toContain('东村，自 2026-11-23 起，应于 2026-11-25 前办结');
  expect(text).toContain('东村没有可通知的人，因此转给您。');
  expect(text).toContain('https://huimin.example.cn/admin/findings/issue-deadline.R1');
  expect(text).not.toContain(officer.name);
  expect(mailText([message, message], around).subject).toBe('惠民：2 条新消息');
});

test('a mail on the wire has lines no longer than 998 octets, encoded words no longer than 75, and text that reads as it was written', () => {
  const subject = '𠮷'.repeat(40);
  const text = `第一行\n${'长'.repeat(400)}\n`;
  const parts = { from: 'huimin@example.cn', to: 'w@example.cn', sender: '惠民', id: 'ABC', subject, text };
  const wire = mimeOf({ ...parts, date: new Date('2026-11-23T01:00:00Z') });
  const [head = '', body = ''] = wire.split('\r\n\r\n');
  expect(Math.max(...wire.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(85);
  const words = [...head.matchAll(/=\?UTF-8\?B\?([^?]+)\?=/g)].filter(([word]) => word.length > 0);
  expect(words.every(([word]) => word.length <= 75)).toBe(true);
  const read = words.slice(1).map(([, code = '']) => Buffer.from(code, 'base64').toString());
  expect(read.join('')).toBe(subject);
  expect(head).toContain('Date: Mon, 23 Nov 2026 01:00:00 +0000');
  expect(head).toContain('Message-ID: <mail.ABC@example.cn>');
  expect(Buffer.from(body, 'base64').toString()).toBe(text.replaceAll('\n', '\r\n'));
});

import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { workingCalendar } from '../../functions/calendar/calendar.rules.ts';
import {
  allowedCriticismActions,
  allowedSiteActions,
  mayRead,
  mayReply,
} from '../../functions/criticism/criticism.actions.ts';
import {
  care,
  draft,
  dueAtOf,
  publish,
  recompute,
  reply,
  withdraw,
} from '../../functions/criticism/criticism.rules.ts';
import type { Criticism } from '../../functions/criticism/criticism.states.ts';
import { anonymousSite, siteKeptUntil } from '../../functions/criticism/exemplary.retention.ts';
import {
  approve,
  careForSite,
  propose,
  siteDueAt,
  withdrawSite,
} from '../../functions/criticism/exemplary.rules.ts';
import type { Exemplary } from '../../functions/criticism/exemplary.states.ts';
import {
  checkCounts,
  isCriticisable,
  monthsOf,
  namesSomebody,
} from '../../functions/criticism/figures.rules.ts';
import type { CriticisedCase, FrozenFigures } from '../../functions/criticism/figures.states.ts';
import type { Principal, Role } from '../../functions/platform/contract/roles.ts';
import { PhotoIdSchema } from '../../functions/platform/photos/photo.contract.ts';
import { parseInstant, parseLocalDate } from '../../functions/platform/runtime/time.ts';

const at = (text: string) => parseInstant(`${text}+08:00`);
const monday = at('2026-11-23T09:00:00');
const days = { holidays: [], makeUpDays: [], source: '通知' };
const calendar = workingCalendar([{ year: 2026, version: 'a', ...days }]);
const village = '370402/370402101/370402101201';
const drafter = { id: 'drafter', name: '张明' };
const publisher = { id: 'publisher', name: '李强' };
const third = { id: 'third', name: '王红' };
const period = { from: '2026-09', to: '2026-11' };
const one: CriticisedCase = {
  finding: 'ledger-noon.x',
  check: 'ledger-noon',
  record: { kind: 'DAYLEDGER', id: 'x' },
  node: village,
  since: monday,
  facts: { day: '2026-11-10' },
};
const frozen: FrozenFigures = {
  checks: [{ check: 'ledger-noon', found: 1 }],
  cases: [one],
  asOf: monday,
};
const asked = { node: village, period, title: '通报', text: '台账迟交。' };
const numbers = { year: 2026, last: 6 };

type Decided<S> = { readonly next: S } | { readonly refusal: string } | undefined;

/** @throws Error when it was refused or nothing came of it. */
const next = <S>(decision: Decided<S>): S => {
  if (!decision || !('next' in decision)) throw new Error(JSON.stringify(decision) ?? 'nothing');
  return decision.next;
};
const refused = (decision: Decided<unknown>) =>
  decision && 'refusal' in decision ? decision.refusal : undefined;
const types = (decision: ReturnType<typeof care>) =>
  decision && 'events' in decision ? decision.events.map(({ type }) => type) : undefined;

const drafted = next(draft(asked, frozen, calendar, { by: drafter, now: monday }));
const after = at('2026-12-01T09:00:00');
const replied = next(reply(drafted, '已整改。', { by: third, now: at('2026-11-24T09:00:00') }));
const heard = next(care(drafted, after));
const published = next(publish(replied, numbers, { by: publisher, now: after }));
const expired = next(care(published, at('2027-07-01T00:10:00')));
const withdrawn = next(withdraw(drafted, '数据有误', { by: third, now: after }));
const all = { drafted, heard, published, expired, withdrawn } satisfies Record<Criticism['state'], Criticism>;

describe('a draft', () => {
  test('gives five working days to reply, says by which calendar, and holds its figures', () => {
    expect(drafted).toMatchObject({
      ...{ state: 'drafted', figures: frozen },
      replyClock: { dueDate: '2026-11-30', provisional: false, calendarVersion: '2026@a' },
    });
    expect(dueAtOf(drafted)).toBe(at('2026-12-01T00:00:00'));
  });

  test('without a case behind it is refused', () => {
    const empty = { ...frozen, cases: [] };
    expect(refused(draft(asked, empty, calendar, { by: drafter, now: monday }))).toBe('criticism.nothing');
  });

  test.each(['13812345678', '138 1234 5678', '0632-3312345', '370402198001011234', '37040219800101123X'])(
    'that says %s is refused, in its title as in its text',
    (number) => {
      for (const change of [{ title: `找${number}` }, { text: `联系电话：${number}。` }])
        expect(refused(draft({ ...asked, ...change }, frozen, calendar, { by: drafter, now: monday }))).toBe(
          'criticism.personal',
        );
    },
  );

  test.each(['2026年9月至11月', '2026-09-01 至 2026-11-23', '共 212 件，逾期 14 件', '〔2026〕7号'])(
    '%s names nobody',
    (text) => expect(namesSomebody(text)).toBe(false),
  );
});

describe('a reply', () => {
  test('counts as heard at once, and stands beside the notice', () => {
    expect(replied).toMatchObject({ state: 'heard', reply: { text: '已整改。', by: third } });
    expect(dueAtOf(replied)).toBeUndefined();
  });

  test('after the time is over is still taken until the notice is published', () => {
    expect(next(reply(heard, '迟了', { by: third, now: after }))).toMatchObject({
      ...{ state: 'heard', heardAt: at('2026-12-01T00:00:00') },
      reply: { text: '迟了' },
    });
  });

  test('is given once, and names nobody', () => {
    expect(refused(reply(replied, '再说', { by: third, now: after }))).toBe('criticism.replied');
    expect(refused(reply(drafted, '请拨 13812345678', { by: third, now: after }))).toBe('criticism.personal');
  });

  test.each(['published', 'expired', 'withdrawn'] as const)('to one that is %s is refused', (state) => {
    const silent = { ...all[state], reply: undefined };
    expect(refused(reply(silent, '说明', { by: third, now: after }))).toBe('criticism.over');
  });
});

describe('a publication', () => {
  test('takes the next number of the year and ends after half a year', () => {
    expect(published).toMatchObject({ published: { year: 2026, number: 7, by: publisher } });
    expect(dueAtOf(published)).toBe(at('2027-06-03T00:00:00'));
  });

  test('before the organisation replied or its time is over is refused', () => {
    const early = { by: publisher, now: at('2026-11-30T23:59:59') };
    expect(refused(publish(drafted, numbers, early))).toBe('criticism.not_heard');
  });

  test('at the moment the time is over says so first, though the night has not come by', () => {
    const decision = publish(drafted, numbers, { by: publisher, now: at('2026-12-01T00:00:00') });
    expect(types(decision)).toEqual(['reply-period-over', 'published']);
  });

  test('by whoever drafted it is refused', () => {
    expect(refused(publish(heard, numbers, { by: drafter, now: after }))).toBe('criticism.own');
  });

  test.each(['published', 'expired', 'withdrawn'] as const)('of one that is %s is refused', (state) => {
    expect(refused(publish(all[state], numbers, { by: third, now: after }))).toBe('criticism.over');
  });
});

describe('a withdrawal', () => {
  test.each(['drafted', 'heard', 'published'] as const)('of one that is %s is another decider’s', (state) => {
    expect(withdraw(all[state], '数据有误', { by: third, now: after })).toMatchObject({
      next: { state: 'withdrawn', withdrawn: { reason: '数据有误', by: third }, figures: frozen },
    });
    expect(refused(withdraw(all[state], '数据有误', { by: drafter, now: after }))).toBe('criticism.own');
  });

  test('of a published one is not the publisher’s either; its number stays with it', () => {
    expect(refused(withdraw(published, '误', { by: publisher, now: after }))).toBe('criticism.own');
    expect(next(withdraw(published, '误', { by: third, now: after }))).toMatchObject({
      published: { number: 7 },
    });
  });

  test.each(['expired', 'withdrawn'] as const)('of one that is %s is refused', (state) => {
    expect(refused(withdraw(all[state], '误', { by: third, now: after }))).toBe('criticism.over');
  });

  test('names nobody in its reason', () => {
    expect(refused(withdraw(drafted, '13812345678', { by: third, now: after }))).toBe('criticism.personal');
  });
});

describe('time alone', () => {
  test('makes a draft nobody replied to heard, once', () => {
    expect(care(drafted, at('2026-11-30T23:59:59'))).toBeUndefined();
    expect(types(care(drafted, after))).toEqual(['reply-period-over']);
    expect(care(heard, after)).toBeUndefined();
  });

  test('ends a published notice however late the night comes, once', () => {
    expect(expired).toMatchObject({ state: 'expired', published: { number: 7 } });
    expect(care(published, after)).toBeUndefined();
    for (const over of [expired, withdrawn]) expect(care(over, at('2028-01-01T00:00:00'))).toBeUndefined();
  });

  test('and a newly loaded calendar moves the time to reply of a draft, and nothing else', () => {
    const holiday = parseLocalDate('2026-11-30');
    const fresh = workingCalendar([{ year: 2026, version: 'b', ...days, holidays: [holiday] }]);
    expect(next(recompute(drafted, fresh))).toMatchObject({
      replyClock: { dueDate: '2026-12-01', calendarVersion: '2026@b', startedAt: monday },
    });
    expect(recompute(drafted, calendar)).toBeUndefined();
    for (const state of ['heard', 'published', 'expired', 'withdrawn'] as const)
      expect(recompute(all[state], fresh)).toBeUndefined();
  });
});

describe('what may be criticised', () => {
  const finding: Parameters<typeof isCriticisable>[0] = {
    state: 'open',
    level: 'criticism',
    since: at('2026-10-31T23:59:59'),
    answers: { node: village },
  };
  const may = (change: object, node = village) => isCriticisable({ ...finding, ...change }, node, period);

  test('is what the organisation or one below it answers for, broken in the period, long enough', () => {
    expect(may({})).toBe(true);
    expect(may({}, '370402/370402101')).toBe(true);
    expect(may({ state: 'cleared' })).toBe(true);
  });

  test.each([
    ['rests by an exception', { state: 'excepted' }],
    ['was cleared before it came to that', { state: 'cleared', level: 'supervision' }],
    ['has not stood long enough', { level: 'answering' }],
    ['another organisation answers for', { answers: { node: '370402/d-zj' } }],
    ['was broken before the period', { since: at('2026-08-31T23:59:59') }],
    ['was broken after it', { since: at('2026-12-01T00:00:00') }],
  ] as const)('is never what %s', (_, change) => expect(may(change)).toBe(false));

  test('is counted by check, of how many where that is known; what says nothing is left out', () => {
    const found = [{ check: 'issue-deadline' }, { check: 'ledger-noon' }] as const;
    const counts = checkCounts(['issue-deadline', 'issue-unclaimed', 'ledger-noon', 'venue-hours'], found, {
      'issue-deadline': 40,
      'issue-unclaimed': 40,
    });
    expect(counts).toEqual([
      { check: 'issue-deadline', found: 1, of: 40 },
      { check: 'issue-unclaimed', found: 0, of: 40 },
      { check: 'ledger-noon', found: 1 },
    ]);
  });

  test('lies in one to six months, none of them ahead', () => {
    expect(monthsOf({ from: '2025-12', to: '2026-02' }, '2026-11')).toEqual([
      '2025-12',
      '2026-01',
      '2026-02',
    ]);
    expect(monthsOf({ from: '2026-06', to: '2026-11' }, '2026-11')).toHaveLength(6);
    expect(monthsOf({ from: '2026-05', to: '2026-11' }, '2026-11')).toBeUndefined();
    expect(monthsOf({ from: '2026-11', to: '2026-10' }, '2026-11')).toBeUndefined();
    expect(monthsOf({ from: '2026-11', to: '2026-12' }, '2026-11')).toBeUndefined();
  });
});

const who = (id: string, role: Role, scope = '370402'): Principal => ({
  ...{ staffId: id, sessionId: 's', name: id, roles: [role], scope },
});

describe('who sees and does what', () => {
  test('everybody of the place reads what is published; a draft only whoever oversees it or replies', () => {
    const visitor = who('v', 'visitor', village);
    expect(mayRead(published, visitor)).toBe(true);
    expect(mayRead(expired, visitor)).toBe(true);
    for (const state of ['drafted', 'heard', 'withdrawn'] as const) {
      expect(mayRead(all[state], visitor)).toBe(false);
      expect(mayRead(all[state], who('l', 'lead', village))).toBe(true);
    }
    expect(mayRead(published, who('v', 'visitor', '370402/370402102'))).toBe(false);
  });

  test('a lead replies for the place, those of a department for theirs', () => {
    expect(mayReply(drafted, who('l', 'lead', '370402/370402101'))).toBe(true);
    expect(mayReply(drafted, who('l', 'lead', '370402/370402102'))).toBe(false);
    expect(mayReply(drafted, who('h', 'handler', '370402'))).toBe(false);
    expect(mayReply({ node: '370402/d-zj' }, who('h', 'handler', '370402/d-zj'))).toBe(true);
  });

  test('a button is there for whoever may press it', () => {
    const lead = who('l', 'lead', village);
    expect(allowedCriticismActions(drafted, lead)).toEqual(['reply']);
    expect(allowedCriticismActions(replied, lead)).toEqual([]);
    expect(allowedCriticismActions(replied, who('drafter', 'supervisor'))).toEqual([]);
    expect(allowedCriticismActions(replied, who('publisher', 'supervisor'))).toEqual([
      'publication',
      'withdrawal',
    ]);
    expect(allowedCriticismActions(published, who('publisher', 'supervisor'))).toEqual([]);
    expect(allowedCriticismActions(published, who('third', 'supervisor'))).toEqual(['withdrawal']);
    expect(allowedCriticismActions(expired, who('third', 'supervisor'))).toEqual([]);
  });
});

describe('an exemplary site', () => {
  const proposal = { ...asked, place: '村委会', photos: [] };
  const act = { by: drafter, now: monday };
  const proposed: Exemplary = next(propose(proposal, frozen, act));
  const approved = next(approve(proposed, { by: publisher, now: monday }));

  test('is approved by somebody else, for half a year, and ends by itself', () => {
    expect(refused(approve(proposed, act))).toBe('criticism.own');
    expect(siteDueAt(approved)).toBe(at('2027-05-26T00:00:00'));
    expect(careForSite(approved, at('2027-05-25T23:59:59'))).toBeUndefined();
    const over = next(careForSite(approved, at('2027-08-01T00:00:00')));
    expect(over.state).toBe('expired');
    expect(careForSite(over, at('2027-08-02T00:00:00'))).toBeUndefined();
    const until = at('2030-08-02T00:00:00');
    expect(siteKeptUntil(approved)).toBeUndefined();
    expect(siteKeptUntil(over)).toBe(until);
    const gone = anonymousSite({ ...over, photos: [v.parse(PhotoIdSchema, 'ab12')] }, until);
    expect(gone).toEqual({ ...over, photos: [], anonymisedAt: until });
    expect(siteKeptUntil(gone)).toBeUndefined();
    for (const site of [approved, over])
      expect(refused(approve(site, { by: third, now: monday }))).toBe('criticism.over');
  });

  test('is withdrawn by somebody else, with a reason, while it stands', () => {
    const gone = next(withdrawSite(approved, '已不达标', { by: third, now: monday }));
    expect(gone).toMatchObject({ state: 'withdrawn', approved: { by: publisher } });
    expect(refused(withdrawSite(gone, '再撤', { by: third, now: monday }))).toBe('criticism.over');
    expect(refused(withdrawSite(proposed, '撤', act))).toBe('criticism.own');
    expect(refused(withdrawSite(proposed, '13812345678', { by: third, now: monday }))).toBe(
      'criticism.personal',
    );
  });

  test('names nobody', () => {
    expect(refused(propose({ ...proposal, place: '找 13812345678' }, frozen, act))).toBe(
      'criticism.personal',
    );
  });

  test('shows its buttons to another supervisor alone', () => {
    expect(allowedSiteActions(proposed, who('drafter', 'supervisor'))).toEqual([]);
    expect(allowedSiteActions(proposed, who('l', 'lead'))).toEqual([]);
    expect(allowedSiteActions(proposed, who('third', 'supervisor'))).toEqual(['approval', 'withdrawal']);
    expect(allowedSiteActions(approved, who('third', 'supervisor'))).toEqual(['withdrawal']);
  });
});

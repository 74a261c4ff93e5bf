import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCalendars } from '../../functions/calendar/calendar.usecases.ts';
import { careForFindings } from '../../functions/findings/findings-watch.usecases.ts';
import { settleJudgements } from '../../functions/findings/settling.usecases.ts';
import { projectors } from '../../functions/insight/projectors.ts';
import { tellers } from '../../functions/insight/tellers.ts';
import { mailText } from '../../functions/messages/mail.text.ts';
import { sendMails } from '../../functions/messages/mailing.usecases.ts';
import { messagesContract } from '../../functions/messages/messages.contract.ts';
import { messagesRoutes } from '../../functions/messages/messages.routes.ts';
import type { MessageRow } from '../../functions/messages/messages.views.ts';
import { smtpPost } from '../../functions/messages/smtp.post.ts';
import { followTelling, tell } from '../../functions/messages/telling.usecases.ts';
import { apiFunction } from '../../functions/platform/http/api-function.ts';
import { createCursors } from '../../functions/platform/http/cursor.ts';
import type { Item } from '../../functions/platform/runtime/store.ts';
import { type Call, callRow } from '../support/call.ts';
import { openPlatform, type Platform } from '../support/core.ts';
import { type Account, buildDistrict, type District, places } from '../support/district.ts';
import { findSomething } from '../support/findings.ts';
import { startMailServer } from '../support/mail-server.ts';
import { tellingTo } from '../support/messages.ts';
import { applyProjection, statesOf } from '../support/projections.ts';

let platform: Platform;
let district: District;
beforeAll(async () => {
  platform = await openPlatform('2026-11-23T09:00:00+08:00');
  district = await buildDistrict(platform.core);
  await project();
});
afterAll(async () => platform[Symbol.asyncDispose]());

/** What the stream does for lists and counters. */
const project = async (): Promise<void> => {
  const items = await platform.everything();
  for (const projector of projectors)
    for (const item of statesOf(items, projector.kind))
      await applyProjection(platform.core.store, projector, item, 'stream');
};
const deps = () => ({ ...platform.core, calendars: createCalendars(platform.core) });
const image = async (kind: string, id: string): Promise<Item> => {
  const item = await platform.core.store.get({ PK: `${kind}#${id}`, SK: 'STATE' });
  if (!item) throw new Error(`no ${kind} ${id}`);
  return item;
};
/** The day is handed in after all. */
const mend = async (n: number): Promise<void> => {
  const record = { kind: 'DAYLEDGER', id: `370402101201.${n}` };
  await settleJudgements(deps(), { kind: 'schedule', name: 'ledger-noon' }, [
    { record, asOf: 2, checks: ['ledger-noon'], verdicts: [] },
  ]);
};
const follow = async (finding: string) =>
  followTelling(platform.core, tellers, await image('FINDING', finding));

const call = (route: keyof typeof messagesContract.routes, as: Account, what: Call = {}) => {
  const { core } = platform;
  const routes = messagesRoutes({ ...core, sending: true }, createCursors(core.keyring));
  const api = apiFunction(messagesContract, routes, { ...core, authenticate: async () => as.principal });
  return callRow(api, messagesContract.routes[route], { cookie: as.cookie, ...what });
};
const inboxOf = async (as: Account): Promise<readonly MessageRow[]> => {
  await project();
  const { body } = await call('inbox', as, { query: { which: 'all' } });
  return v.parse(messagesContract.routes.inbox.response, body).rows;
};
const tidingsOf = async (as: Account) => (await inboxOf(as)).map(({ tiding }) => tiding);
const unreadOf = async (as: Account) => (await call('unread', as)).body;

describe('what is found', () => {
  test('is told to whoever leads the place, once, however often and by however many its image comes', async () => {
    const finding = await findSomething(deps(), 1);
    await Promise.all([follow(finding), follow(finding), follow(finding)]);
    await follow(finding);
    // The village has no lead of its own: the town's is told, and why.
    expect(await inboxOf(district.accounts.lead)).toMatchObject([
      {
        ...{ tiding: 'finding-late', subject: 'ledger-noon', node: places.village, reason: 'above' },
        ...{ instead: places.village, about: { kind: 'FINDING', id: finding } },
      },
    ]);
    expect(await inboxOf(district.accounts.visitor)).toEqual([]);
  });

  test('and taken on by somebody is told to them; by somebody who has left, to those who are there', async () => {
    const { handler, visitor } = district.accounts;
    const by = ({ principal: { staffId, name } }: Account) => ({ id: staffId, name });
    const answers = { node: places.bureau, officer: by(visitor) };
    await follow(await findSomething(deps(), 2, { check: 'issue-deadline', answers }));
    expect(await inboxOf(visitor)).toMatchObject([{ reason: 'yours' }]);
    const gone = { node: places.bureau, officer: { id: 'GONE', name: '孙桂兰' } };
    await follow(await findSomething(deps(), 3, { check: 'issue-deadline', answers: gone }));
    expect(await inboxOf(handler)).toMatchObject([{ reason: 'role', subject: 'issue-deadline' }]);
  });

  test('where nobody fits, not even above, is told to the administrator of the district', async () => {
    const answers = { node: places.otherVillage };
    await follow(await findSomething(deps(), 4, { node: places.otherVillage, answers }));
    expect(await inboxOf(district.administrator)).toMatchObject([
      { reason: 'nobody', instead: places.otherVillage },
    ]);
  });

  test('and stays is told to supervision when it goes there, and what was cleared meanwhile is told to nobody', async () => {
    const finding = await findSomething(deps(), 5);
    const late = await image('FINDING', finding);
    platform.clock.set('2026-11-25T00:05:00+08:00');
    await careForFindings(deps(), platform.clock.now());
    await follow(finding);
    expect((await inboxOf(district.accounts.supervisor)).map(({ about }) => about.id)).toContain(finding);
    expect(await tidingsOf(district.accounts.supervisor)).toContain('finding-supervision');
    expect(await tidingsOf(district.accounts.lead)).toContain('finding-supervision');

    const mended = await findSomething(deps(), 6);
    const stale = await image('FINDING', mended);
    await mend(6);
    const before = (await inboxOf(district.accounts.lead)).length;
    await followTelling(platform.core, tellers, stale);
    await followTelling(platform.core, tellers, late);
    expect((await inboxOf(district.accounts.lead)).length).toBe(before);
  });
});

describe('the inbox', () => {
  test('counts what is unread; reading one, reading it again and reading all leave nothing unread', async () => {
    const { auditor } = district.accounts;
    for (const n of [1, 2, 3]) await tell(platform.core, [tellingTo(auditor.principal, n)]);
    expect(await tell(platform.core, [tellingTo(auditor.principal, 3)])).toBe(0);
    const [first] = await inboxOf(auditor);
    expect(await unreadOf(auditor)).toEqual({ unread: 3 });
    const params = { message: first?.message ?? '' };
    expect((await call('readOne', auditor, { params })).status).toBe(204);
    expect((await call('readOne', auditor, { params })).status).toBe(204);
    await project();
    expect(await unreadOf(auditor)).toEqual({ unread: 2 });
    expect((await call('readAll', auditor)).body).toEqual({ read: 2, more: false });
    await project();
    expect(await unreadOf(auditor)).toEqual({ unread: 0 });
    expect((await call('readAll', auditor)).body).toEqual({ read: 0, more: false });
    // Whose it is not finds none.
    expect((await call('readOne', district.accounts.lead, { params })).status).toBe(404);
  });
});

describe('by mail', () => {
  const mailing = (url: string, timeLimit = 10_000) => ({
    ...platform.core,
    post: smtpPost({ url, from: 'huimin@example.cn', timeLimit }),
    write: async (messages: Parameters<typeof mailText>[0]) =>
      mailText(messages, { siteUrl: 'https://huimin.example.cn', nameOf: (node) => node }),
  });
  const send = (url: string, timeLimit?: number) => sendMails(mailing(url, timeLimit), platform.clock.now());
  const wants = (as: Account, address: string, choice = 'at-once') =>
    call('setMailbox', as, { body: { address, choice } });
  const outbox = async (state: string) => {
    await project();
    const query = { node: places.district, state };
    const { body } = await call('outbox', district.administrator, { query });
    return v.parse(messagesContract.routes.outbox.response, body).rows;
  };

  test('somebody is sent all that is due in one mail; a second run at the same time sends nothing twice', async () => {
    await using server = await startMailServer();
    const { culture } = district.accounts;
    expect((await wants(culture, 'gongzuo@example.cn')).body).toMatchObject({ choice: 'at-once' });
    for (const n of [11, 12, 13]) await tell(platform.core, [tellingTo(culture.principal, n)]);
    const body = { address: 'gongzuo@example.cn', choice: 'at-once' };
    const twice = [1, 2].map(() => call('setMailbox', culture, { key: 'the-same-key-twice', body }));
    expect((await Promise.all(twice)).map(({ status }) => status)).toEqual([200, 200]);
    const id = culture.principal.staffId;
    expect((await platform.core.ledger.history('MAILBOX', id)).length).toBe(2);
    await Promise.all([send(server.url), send(server.url)]);
    await send(server.url);
    expect(server.received).toMatchObject([{ to: ['gongzuo@example.cn'], subject: '惠民：3 条新消息' }]);
    expect(await outbox('sent')).toMatchObject([{ messages: 3, attempts: 1 }]);
    expect(JSON.stringify(await outbox('sent'))).not.toContain('@');
  });

  test('once a day they go out at 08:00; without an address, or not wanted any more, none goes', async () => {
    await using server = await startMailServer();
    const { disability } = district.accounts;
    platform.clock.set('2026-11-25T09:00:00+08:00');
    await wants(disability, 'meiri@example.cn', 'daily');
    await tell(platform.core, [tellingTo(disability.principal, 21)]);
    await send(server.url);
    expect(server.received).toEqual([]);
    platform.clock.set('2026-11-26T08:00:00+08:00');
    await send(server.url);
    expect(server.received).toMatchObject([{ to: ['meiri@example.cn'] }]);
    expect(
      (await call('setMailbox', district.accounts.inspector, { body: { choice: 'daily' } })).status,
    ).toBe(422);
  });

  test('a server that hangs at one, refuses one and drops the connection after it has a third holds nobody else up', async () => {
    await using server = await startMailServer();
    const { lead, visitor, handler, inspector } = district.accounts;
    const people = [
      [lead, 'hangs'],
      [visitor, 'refused'],
      [handler, 'drops'],
      [inspector, 'fine'],
    ] as const;
    for (const [as, behaviour] of people) {
      await wants(as, `${behaviour}@example.cn`);
      await tell(platform.core, [tellingTo(as.principal, 31)]);
    }
    expect(await send(server.url, 1_000)).toMatchObject({ found: 1, failed: 3 });
    const arrived = server.received.map(({ to }) => to[0]).sort();
    expect(arrived).toEqual(['drops@example.cn', 'fine@example.cn']);
    const errors = async (state: string) => (await outbox(state)).map(({ error }) => error).sort();
    expect(await errors('waiting')).toEqual(['broken-off', 'no-answer']);
    expect(await errors('failed')).toEqual(['recipient-refused']);

    // What the server had without saying so comes again, as the same mail.
    await wants(lead, 'zhenfu@example.cn');
    platform.clock.advance(5);
    await send(server.url);
    const ids = server.received.filter(({ to }) => to[0] === 'drops@example.cn').map(({ id }) => id);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  test('one that failed is tried again when somebody asks, with the address there is then', async () => {
    await using server = await startMailServer();
    const [failed] = await outbox('failed');
    const params = { mail: failed?.mail ?? '' };
    const staffId = district.accounts.visitor.principal.staffId;
    const body = { address: 'xin@example.cn', choice: 'at-once' };
    const set = await call('setStaffMailbox', district.administrator, { params: { staffId }, body });
    expect(set.body).toMatchObject({ address: 'x***@example.cn', choice: 'at-once' });
    const again = await call('sendAgain', district.administrator, {
      ...{ params, ifMatch: failed?.version ?? 0, body: {} },
    });
    expect(again.status).toBe(200);
    await send(server.url);
    expect(server.received.map(({ to }) => to[0])).toContain('xin@example.cn');
    expect(await outbox('failed')).toEqual([]);
  });

  test('an address is nowhere in the table or the log but sealed; nobody sets that of people elsewhere', async () => {
    const everything = JSON.stringify(await platform.everything());
    expect(everything).not.toContain('gongzuo@');
    expect(platform.logged.join('')).not.toContain('@example.cn');
    const params = { staffId: district.administrator.principal.staffId };
    expect((await call('staffMailbox', district.accounts.admin, { params })).status).toBe(403);
    expect((await call('mailbox', district.accounts.culture)).body).toMatchObject({
      address: 'gongzuo@example.cn',
    });
  });

  test('without a mail server everything waits', async () => {
    await tell(platform.core, [tellingTo(district.accounts.culture.principal, 41)]);
    const run = await sendMails({ ...mailing('smtp://127.0.0.1:9'), post: undefined }, platform.clock.now());
    expect(run).toEqual({ examined: 0, found: 0, failed: 0 });
  });
});

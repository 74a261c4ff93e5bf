import { fireEvent, screen, within } from '@solidjs/testing-library';
import { describe, expect, it } from 'vitest';
import { campaignsContract } from '../../functions/campaigns/campaigns.contract.ts';
import { visitsContract } from '../../functions/visits/visits.contract.ts';
import { openDesk, problem, reply, town, useService } from './admin.support.tsx';
import { asLead, asOf, campaign, door, doorId, officer, running, village } from './campaigns.support.ts';

const service = useService();
const { routes } = visitsContract;
const day = '2096-11-22';
const dueAt = '2096-11-23T04:00:00.000Z';
const none = {
  ...{ visits: 0, met: 0, notHome: 0, refused: 0, vacant: 0, moved: 0, appointment: 0 },
  ...{ offPeak: 0, issues: 0, materials: 0 },
};
const visitId = doorId(0);
const otherId = doorId(4);

const visit = (change: object = {}) => ({
  ...{ visit: visitId, version: 1, campaign, household: doorId(1), village, address: '幸福里 1 号' },
  ...{ by: officer, at: '2096-11-22T02:00:00.000Z', recordedAt: '2096-11-23T05:00:00.000Z', day },
  ...{ outcome: 'met', offPeak: false, issues: [], materials: 1 },
  ...change,
});

const ledger = (change: object = {}) => ({
  ...{ ledger: `370402103201.${day}`, version: 0, village, day, dueAt, state: 'open', expected: true },
  ...{ late: false, counts: none, visits: [], cameLater: [], mayHandIn: true, mayAmend: false, asOf },
  ...change,
});

const handedIn = {
  ...{ by: officer, at: '2096-11-23T02:00:00.000Z', nothingToReport: true, counts: none, amendments: [] },
};

const row = (change: object = {}) => ({
  ...{ village, name: { zh: '官地村', en: 'Guandi Village' }, state: 'missing', expected: true, late: true },
  ...{ nothingToReport: false, amendments: 0, counts: none, leads: ['高建国'], ...change },
});

const ledgers = (rows: readonly object[]) => ({
  ...{ day, dueAt, rows, asOf },
  totals: { villages: 1, expected: 1, handedIn: 0, late: 0, missing: 1, visits: 0, issues: 0 },
});

describe('the daily ledgers of a town', () => {
  it('name the village whose day is missing and its lead, for the day in the address', async () => {
    asLead(service());
    service().answer(routes.dayLedgers, () => reply(routes.dayLedgers, ledgers([row()])));
    openDesk(`/admin/day-ledgers?day=${day}`);
    const table = await screen.findByRole('table');
    expect(within(table).getByText('缺报')).toBeTruthy();
    expect(within(table).getByRole('cell', { name: '高建国' })).toBeTruthy();
    expect(within(table).getByRole('link', { name: '官地村' }).getAttribute('href')).toBe(
      `/admin/day-ledgers/370402103201/${day}`,
    );
    const asked = service().received.find(({ path }) => path === '/api/day-ledgers');
    expect([asked?.query.get('node'), asked?.query.get('day')]).toEqual([town, day]);
  });
});

describe("a village's day", () => {
  const open = async (): Promise<void> => {
    asLead(service());
    openDesk(`/admin/day-ledgers/370402103201/${day}`);
    await screen.findByRole('heading', { level: 1 });
  };

  it('without visits is handed in only after saying so by ticking', async () => {
    service().answer(routes.dayLedger, () => reply(routes.dayLedger, ledger()));
    service().answer(routes.handIn, ({ body }) =>
      JSON.stringify(body).includes('"nothingToReport":true')
        ? reply(routes.handIn, ledger({ state: 'handed-in', version: 1, mayHandIn: false, handedIn }))
        : problem('ledger.nothing_not_said', 409),
    );
    await open();
    fireEvent.click(screen.getByRole('button', { name: '上报' }));
    const tick = screen.getByRole('checkbox', { name: '这一天没有走访，没有要报的' });
    await screen.findByRole('alert', { name: '有内容需要修改' });
    expect(tick.getAttribute('aria-invalid')).toBe('true');
    fireEvent.click(tick);
    fireEvent.click(screen.getByRole('button', { name: '上报' }));
    expect(await screen.findByText('报无走访')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '上报' })).toBeNull();
  });

  it('shows what came in after the hand-in beside what was handed in', async () => {
    const counts = { ...none, visits: 1, met: 1, materials: 1 };
    const later = { counts, visits: [visit()], cameLater: [visitId], version: 1, mayHandIn: false };
    service().answer(routes.dayLedger, () =>
      reply(routes.dayLedger, ledger({ ...later, state: 'handed-in', handedIn, mayAmend: true })),
    );
    await open();
    expect(screen.getByText(/上报以后又有 1 次走访送到/)).toBeTruthy();
    expect(within(screen.getByRole('table')).getByText(/上报后送到/)).toBeTruthy();
    expect(screen.getByRole('button', { name: '加一条更正' })).toBeTruthy();
  });
});

describe('a visit', () => {
  const photos = ['a'.repeat(32), 'b'.repeat(32)];
  const whole = { met: [{ relation: 'spouse' }], materials: ['明白纸'], photos, maySettle: false };

  it('shows what was found at the door, its issues and its photos, each to be opened', async () => {
    asLead(service());
    service().answer(routes.read, () =>
      reply(routes.read, visit({ ...whole, views: '路灯要修', satisfaction: 4, issues: ['AFCT46E69A'] })),
    );
    openDesk(`/admin/visits/${visitId}`);
    await screen.findByRole('heading', { level: 1, name: '走访：幸福里 1 号' });
    expect(screen.getByText('路灯要修')).toBeTruthy();
    expect(screen.getByText('4/5')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'AFC-T46-E69A' })).toBeTruthy();
    expect(screen.getAllByRole('link', { name: /看大图/ }).map((link) => link.getAttribute('href'))).toEqual(
      photos.map((photo) => `/api/visits/${visitId}/photos/${photo}`),
    );
    expect(screen.getByRole('link', { name: '到当天的日台账' }).getAttribute('href')).toBe(
      `/admin/day-ledgers/370402103201/${day}`,
    );
    expect(screen.queryByRole('link', { name: '回到走访冲突' })).toBeNull();
  });

  it('is opened from the ledger of its day', async () => {
    asLead(service());
    const counts = { ...none, visits: 1, met: 1 };
    service().answer(routes.dayLedger, () =>
      reply(routes.dayLedger, ledger({ counts, visits: [visit()], version: 0 })),
    );
    openDesk(`/admin/day-ledgers/370402103201/${day}`);
    const table = await screen.findByRole('table');
    const links = within(table).getAllByRole('link');
    expect(links.map((link) => link.getAttribute('href'))).toContain(`/admin/visits/${visitId}`);
  });
});

describe('a visit conflict', () => {
  it('shows both versions beside each other and is settled with a reason', async () => {
    asLead(service());
    const conflict = {
      kind: 'already-visited',
      other: { visit: otherId, by: { id: 'YTC6WER5WR', name: '周雪' }, at: '2096-11-22T01:00:00.000Z' },
    };
    const whole = { met: [{ relation: 'head' }], materials: ['明白纸'], photos: [], maySettle: true };
    const mine = visit({ ...whole, views: '路灯要修', conflict });
    const other = visit({ ...whole, visit: otherId, by: conflict.other.by, views: '都好', maySettle: false });
    service().answer(routes.read, ({ path }) => reply(routes.read, path.endsWith(otherId) ? other : mine));
    const settled = { decision: 'void', reason: '重复', by: officer, at: asOf };
    service().answer(routes.settlement, () =>
      reply(routes.settlement, { ...mine, version: 2, settled, maySettle: false }, 2),
    );
    openDesk(`/admin/visits/${visitId}`);
    await screen.findByText('都好');
    const views = screen.getByRole('rowheader', { name: '意见和建议' }).closest('tr');
    expect([...(views?.querySelectorAll('td') ?? [])].map(({ textContent }) => textContent)).toEqual([
      '路灯要修',
      '都好',
    ]);
    fireEvent.click(screen.getByRole('button', { name: '这一份作废' }));
    const dialog = await screen.findByRole('dialog');
    fireEvent.input(within(dialog).getByLabelText('理由'), { target: { value: '重复' } });
    fireEvent.click(within(dialog).getByRole('button', { name: '这一份作废' }));
    expect(await screen.findByText('已定：作废')).toBeTruthy();
    const [sent] = service().sent('POST');
    expect(sent?.body).toEqual({ decision: 'void', reason: '重复' });
    expect(sent?.headers.get('if-match')).toBe('"1"');
  });
});

describe('today, for a lead', () => {
  it('says whose ledger is owed, and who was not visited on their day', async () => {
    asLead(service());
    const { list, unvisited } = campaignsContract.routes;
    service().answer(routes.dayLedgers, ({ query }) =>
      reply(routes.dayLedgers, { ...ledgers([row()]), day: query.get('day') ?? day }),
    );
    service().answer(routes.conflicts, () => reply(routes.conflicts, { rows: [], asOf }));
    const { createdAt, from, name, scope, to } = running;
    const listed = { campaign, version: 2, state: 'running', name, scope, from, to, createdAt };
    service().answer(list, () => reply(list, { rows: [listed], asOf }));
    service().answer(unvisited, () =>
      reply(unvisited, { rows: [door(1, { day: '2020-01-06' }), door(2, { day: '2096-11-24' })], asOf }),
    );
    openDesk('/admin');
    expect(await screen.findAllByText('缺报')).toHaveLength(1);
    const late = screen.getByRole('table', { name: '过了日子还没走访：冬季大走访' });
    expect(within(late).getByText('幸福里 1 号')).toBeTruthy();
    expect(within(late).queryByText('幸福里 2 号')).toBeNull();
  });
});

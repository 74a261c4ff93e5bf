import { screen, within } from '@solidjs/testing-library';
import { describe, expect, it } from 'vitest';
import { desksContract } from '../../functions/desks/desks.contract.ts';
import { checkNames } from '../../functions/findings/findings.words.ts';
import { openDesk, reply, useService } from './admin.support.tsx';

const service = useService();
const { routes } = desksContract;
const asOf = '2026-11-23T04:00:00.000Z';
const town = '370402/370402103';

const nothing = { open: 0, notice: 0, late: 0, grave: 0, excepted: 0, found: 0, cleared: 0 };
const coverage = { refused: 0, empty: 0, missed: 0, tried: 2, waitingOffPeak: 0, planned: 60 };
const figures = {
  node: town,
  issues: {
    months: {
      '2026-10': { raised: 10, answered: 9, solved: 8, satisfied: 7, resolved: 9, resolvedInTime: 9 },
      '2026-11': { raised: 4, answered: 2, resolved: 2, resolvedInTime: 1, overdue: 1 },
    },
    now: { all: 14 },
  },
  findings: {
    checks: checkNames.map((check) => ({
      ...{ check, ...nothing, ...(check === 'ledger-noon' ? { open: 3, late: 2, grave: 1 } : {}) },
    })),
    ...{ unowned: 1, levels: { answering: 3, supervision: 0, criticism: 0 }, month: '2026-11', asOf },
  },
  coverage: [
    {
      ...{ campaign: 'K7M-2QX', name: '冬季大走访', from: '2026-11-23', to: '2026-12-04' },
      counts: { ...coverage, assigned: 110, excluded: 10, visited: 40 },
    },
  ],
  hours: { week: '2026-W47', venues: 12, meeting: 9, planned: 12 * 2520, actual: 12 * 2400 },
  budget: {
    year: 2026,
    homes: { total: 300, reserved: 100, spent: 60, left: 140 },
    money: { total: 33_000_000, reserved: 6_600_000, spent: 3_300_000, left: 23_100_000 },
  },
  asOf,
};

const cellsOf = (link: HTMLElement): (string | null)[] =>
  within(link.closest('tr') ?? link)
    .getAllByRole('cell')
    .map(({ textContent }) => textContent);

describe('the figures of a desk', () => {
  it('are parts of a whole, with the rate, each the way to what is behind it; promises not kept by check', async () => {
    service().signIn(['supervisor']);
    service().answer(routes.desk, () => reply(routes.desk, figures));
    openDesk('/admin');
    const table = await screen.findByRole('table', { name: /做到了多少/ });
    const rows = [
      ['走访：冬季大走访', '/admin/campaigns/K7M-2QX', '40.0%（40/100）'],
      ['场馆开放够时间（2026-W47）', '/admin/venue-hours?week=2026-W47', '75.0%（9/12）'],
      ['2026 年无障碍改造户数', '/admin/renovation-funds?year=2026', '20.0%（60/300）'],
      ['2026 年无障碍改造经费（元）', '/admin/renovation-funds?year=2026', '30.0%（99,000/330,000）'],
    ] as const;
    for (const [name, href, rate] of rows) {
      const link = within(table).getByRole('link', { name });
      expect(link.getAttribute('href')).toBe(href);
      expect(cellsOf(link)[0]).toBe(rate);
    }
    const checks = screen.getByRole('table', { name: /还没有兑现的承诺/ });
    const noon = within(checks).getByRole('link', { name: '台账中午前提交' });
    expect(noon.getAttribute('href')).toBe('/admin/findings?check=ledger-noon');
    expect(cellsOf(noon)).toEqual(['3', '1', '0', '0']);
    expect(within(checks).getAllByRole('link')).toHaveLength(1);
  });

  it('are said to be none where a place has nothing of the kind', async () => {
    service().signIn(['culture']);
    service().answer(routes.desk, () =>
      reply(routes.desk, {
        node: town,
        hours: { week: '2026-W47', venues: 0, meeting: 0, planned: 0, actual: 0 },
        asOf,
      }),
    );
    openDesk('/admin');
    expect(await screen.findByText(/没有进行中的走访/)).toBeTruthy();
  });
});

describe('a weekly report', () => {
  const target = {
    ...{ target: 'AFCT46E69A', version: 1, node: town, year: 2026, subject: 'film', unit: 'sessions' },
    ...{ figure: 240, createdAt: asOf, set: { at: asOf, by: { id: 'FAWYHFMWFE', name: '高建国' } } },
    ...{ done: 200, line: 214, gap: 40, stands: 'behind' },
  };
  const report = {
    ...{ report: '2026-W47.370402103', node: town, week: '2026-W47', from: '2026-11-16', to: '2026-11-22' },
    ...{ drawnAt: asOf, figures, targets: [target] },
  };
  const before = {
    ...{
      node: town,
      week: '2026-W46',
      from: '2026-11-09',
      to: '2026-11-15',
      drawnAt: '2026-11-16T04:00:00.000Z',
      targets: [{ ...target, done: 190 }],
    },
    figures: {
      ...figures,
      issues: {
        // A month that has left the window since counts in neither.
        months: {
          '2025-11': { raised: 50 },
          '2026-10': { raised: 10, answered: 8 },
          '2026-11': { raised: 1 },
        },
        now: {},
      },
      coverage: [],
      hours: { ...figures.hours, meeting: 11 },
    },
  };
  const lineOf = async (name: string): Promise<(string | null)[]> =>
    cellsOf(await screen.findByRole('rowheader', { name }));

  it('says what changed since the one before, and of what there was none then says nothing', async () => {
    service().signIn(['lead']);
    service().answer(routes.report, () => reply(routes.report, { ...report, before }));
    openDesk('/admin/reports/2026-W47.370402103');
    expect(await lineOf('提出')).toEqual(['问题', '14', '+3']);
    expect(await lineOf('响应率：已反馈 / 提出')).toEqual(['问题', '78.5%（11/14）', '+3']);
    expect(await lineOf('场馆开放够时间（2026-W47）')).toEqual(['场馆', '75.0%（9/12）', '-2']);
    expect(await lineOf('走访：冬季大走访')).toEqual(['走访', '40.0%（40/100）', '']);
    expect(await lineOf('电影放映，场次')).toEqual(['年度任务', '83.3%（200/240）', '+10']);
    expect(await lineOf('台账中午前提交')).toEqual(['未兑现的承诺', '3', '0']);
    const hrefs = screen
      .getAllByRole('rowheader')
      .map((line) => line.querySelector('a')?.getAttribute('href') ?? '');
    expect(hrefs).toContain(`/admin/issues/counted?figure=answered&from=2026-10&to=2026-11&node=${town}`);
    expect(hrefs).toContain(`/admin/findings?check=ledger-noon&node=${town}`);
    expect(hrefs).toContain(`/admin/targets?year=2026&target=AFCT46E69A&node=${town}`);
    expect(hrefs.every((href) => href.endsWith(`node=${town}`))).toBe(true);
    expect(screen.getByRole('button', { name: '打印' })).toBeTruthy();
  });

  it('that is the first says that there is nothing to compare it with', async () => {
    service().signIn(['lead']);
    service().answer(routes.report, () => reply(routes.report, report));
    openDesk('/admin/reports/2026-W47.370402103');
    expect(await screen.findByText('没有上一周的周报，不能比较。')).toBeTruthy();
  });

  it('is found by its week', async () => {
    service().signIn(['lead']);
    const { figures: _, ...row } = report;
    service().answer(routes.reports, () => reply(routes.reports, { rows: [row], asOf }));
    openDesk('/admin/reports');
    const link = await screen.findByRole('link', { name: /2026-W47/ });
    expect(link.getAttribute('href')).toBe('/admin/reports/2026-W47.370402103');
  });
});

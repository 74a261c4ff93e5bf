import { fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import { describe, expect, it } from 'vitest';
import { desksContract } from '../../functions/desks/desks.contract.ts';
import { findingsContract } from '../../functions/findings/findings.contract.ts';
import { checkNames } from '../../functions/findings/findings.words.ts';
import { renovationContract } from '../../functions/renovation/renovation.contract.ts';
import { openDesk, problem, reply, useService } from './admin.support.tsx';

const service = useService();
const { routes } = findingsContract;
const asOf = '2026-11-23T04:00:00.000Z';
const town = '370402/370402103';
const village = `${town}/370402103201`;

const row = (change: object = {}) => ({
  ...{ finding: 'ledger-noon.370402103201.2026-11-19', version: 1, state: 'open', check: 'ledger-noon' },
  record: { kind: 'DAYLEDGER', id: '370402103201.2026-11-19' },
  ...{ node: village, answers: { node: village }, severity: 'late', since: '2026-11-20T04:00:00.000Z' },
  ...{ foundAt: '2026-11-20T04:00:00.000Z', facts: { day: '2026-11-19' }, times: 1, level: 'supervision' },
  ...change,
});
const figures = {
  checks: checkNames.map((check) => ({
    ...{ check, open: 0, notice: 0, late: 0, grave: 0, excepted: 0, found: 0, cleared: 0 },
    ...(check === 'ledger-noon' ? { open: 3, late: 2, grave: 1, found: 4, cleared: 1 } : {}),
  })),
  ...{ unowned: 3, levels: { answering: 1, supervision: 1, criticism: 1 }, month: '2026-11', asOf },
};
const serve = (rows: readonly object[] = [row()]): void => {
  service().answer(routes.list, () => reply(routes.list, { rows, asOf }));
  service().answer(routes.mine, () => reply(routes.mine, { rows, asOf }));
  service().answer(routes.figures, () => reply(routes.figures, figures));
};

describe('findings', () => {
  it('say what is broken, since when, who answers and how far it has gone; every figure leads to what is behind it', async () => {
    service().signIn(['supervisor']);
    serve();
    openDesk('/admin/findings');
    const table = await screen.findByRole('table', { name: /未解除的预警/ });
    const found = within(table).getByRole('link', { name: /2026年11月19日.*的台账没有提交/ });
    expect(found.getAttribute('href')).toBe('/admin/findings/ledger-noon.370402103201.2026-11-19');
    for (const text of ['已逾期', '已报督导', '没有人认领', '已 3 天'])
      expect(within(table).getByText(text)).toBeTruthy();
    const checks = screen.getByRole('table', { name: /各项检查现在的预警/ });
    const noon = within(checks).getByRole('link', { name: '台账中午前提交' });
    expect(noon.getAttribute('href')).toContain('check=ledger-noon');
    expect(
      within(noon.closest('tr') ?? checks)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent),
    ).toEqual(['3', '3', '0', '4', '1']);
  });

  it('are asked for by check where somebody oversees no place', async () => {
    service().signIn(['culture']);
    serve([]);
    openDesk('/admin/findings');
    expect(await screen.findByText('没有预警')).toBeTruthy();
    const asked = service().received.filter(({ path }) => path === '/api/findings');
    expect(asked.map(({ query }) => query.get('check'))).toEqual(['issue-deadline']);
    expect(screen.queryByRole('option', { name: '全部项目' })).toBeNull();
  });

  it('of a yearly target name it with its unit', async () => {
    service().signIn(['culture']);
    const facts = { subject: 'issues', unit: 'answered', year: 2096, line: 95, done: 80, figure: 95 };
    serve([row({ check: 'target-pace', record: { kind: 'TARGET', id: 'T1' }, facts })]);
    openDesk('/admin/findings');
    expect(
      await screen.findByText('“问题诉求，反馈率（%）”落后：到今天应有 95%，实际 80%，全年 95%'),
    ).toBeTruthy();
  });

  it('that are one’s own are a list of their own', async () => {
    service().signIn(['handler']);
    serve();
    openDesk('/admin/findings/mine');
    expect(await screen.findByRole('link', { name: /的台账没有提交/ })).toBeTruthy();
  });
});

describe('a finding', () => {
  it('rests by an exception with its reason and last day; what is wrong with the day is said at its field', async () => {
    service().signIn(['supervisor']);
    serve();
    service().answer(routes.read, () =>
      reply(routes.read, { ...row({ escalatesAt: '2026-11-25T16:00:00.000Z' }), actions: ['exception'] }, 1),
    );
    service().answer(routes.history, () => reply(routes.history, { events: [], whole: true }));
    let isRefused = true;
    service().answer(routes.exception, () =>
      isRefused
        ? problem('finding.exception_days', 422)
        : reply(routes.exception, { ...row({ state: 'excepted', until: '2026-11-30' }), actions: [] }, 2),
    );
    openDesk('/admin/findings/ledger-noon.370402103201.2026-11-19');
    expect((await screen.findByRole('link', { name: '查看这件事' })).getAttribute('href')).toBe(
      '/admin/day-ledgers/370402103201/2026-11-19',
    );
    fireEvent.click(screen.getByRole('button', { name: '批准暂缓' }));
    const dialog = await screen.findByRole('dialog');
    fireEvent.input(within(dialog).getByLabelText('为什么可以暂缓'), { target: { value: '负责人住院' } });
    fireEvent.input(within(dialog).getByLabelText('暂缓到哪一天'), { target: { value: '2027-11-30' } });
    const send = () => fireEvent.click(within(dialog).getByRole('button', { name: '批准暂缓' }));
    send();
    const until = within(dialog).getByLabelText('暂缓到哪一天');
    await waitFor(() => expect(until.getAttribute('aria-invalid')).toBe('true'));
    isRefused = false;
    fireEvent.input(until, { target: { value: '2026-11-30' } });
    send();
    await waitFor(() =>
      expect(service().sent('POST').at(-1)?.body).toEqual({ reason: '负责人住院', until: '2026-11-30' }),
    );
  });
});

describe('today', () => {
  it('says what is broken to those who oversee a place, and the homes that wait to the federation', async () => {
    service().signIn(['supervisor', 'disability']);
    const desk = desksContract.routes.desk;
    service().answer(desk, () => reply(desk, { node: town, findings: figures, asOf }));
    const { routes: homes } = renovationContract;
    service().answer(homes.figures, () =>
      reply(homes.figures, { months: {}, now: { agreed: 12, overdue: 7, paid: 40 }, asOf }),
    );
    service().answer(homes.jobs, () => reply(homes.jobs, { rows: [], asOf }));
    openDesk('/admin');
    expect(await screen.findByText('3 件承诺的事没有按时做到')).toBeTruthy();
    const waiting = await screen.findByRole('region', { name: '无障碍改造，等着办的' });
    expect(
      within(waiting)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual(['逾期 7 户', '待区里批准 12 户']);
  });

  it('stands without what cannot be read', async () => {
    service().signIn(['supervisor']);
    openDesk('/admin');
    expect(await screen.findByRole('heading', { level: 1, name: '今日工作' })).toBeTruthy();
    expect(await screen.findByRole('heading', { name: '等您办的事' })).toBeTruthy();
  });
});

import { query } from '@solidjs/router';
import { cleanup, fireEvent, screen, within } from '@solidjs/testing-library';
import { beforeEach, expect, it } from 'vitest';
import { accessContract } from '../../functions/access/access.contract.ts';
import { targetsContract } from '../../functions/targets/targets.contract.ts';
import { openDesk, reply, session, town, useService } from './admin.support.tsx';

const service = useService();
const { routes } = targetsContract;
const at = '2026-11-23T10:00:00+08:00';
const officer = { id: 'FAWYHFMWFE', name: '宋文静' };

const signedIn = (roles: readonly string[]): void =>
  service().answer(accessContract.routes.whoAmI, () =>
    reply(accessContract.routes.whoAmI, { ...session, roles, scope: town }),
  );

const target = (change: object = {}): object => ({
  ...{ target: 'AFCT46E69A', version: 1, node: town, year: 2026, subject: 'film', unit: 'sessions' },
  ...{ figure: 260, createdAt: at, set: { at, by: officer } },
  ...{ done: 240, line: 232, forecast: 267, gap: 20, stands: 'on-track' },
  ...change,
});
const share = target({
  ...{ target: 'BFCT46E69A', subject: 'issues', unit: 'satisfied', figure: 95, line: 95 },
  ...{ done: 90, rate: { n: 9, of: 10 }, gap: 5, forecast: undefined, stands: 'behind' },
});
const unknown = target({
  ...{ target: 'CFCT46E69A', subject: 'visits', unit: 'coverage', figure: 100, line: 100 },
  ...{ done: undefined, forecast: undefined, gap: undefined, stands: 'unknown' },
});
const money = {
  ...{ fund: '2026-370402101', node: town, year: 2026, stands: 'nearly' },
  ...{ total: 10_000_00, reserved: 4_000_00, spent: 5_500_00, left: 500_00 },
};

const shows = (rows: () => readonly object[], budgets: readonly object[] = []): void =>
  service().answer(routes.targets, () =>
    reply(routes.targets, { year: 2026, rows: rows(), budgets, asOf: at }),
  );

beforeEach(() => {
  Element.prototype.scrollIntoView = () => undefined;
  signedIn(['culture']);
});

it('a target stands with its counts against the line of today, and its figure changes with a reason', async () => {
  let shown = target();
  shows(() => [shown]);
  service().answer(routes.targetFigure, () => {
    shown = target({ version: 2, figure: 300, gap: 60, stands: 'behind' });
    return reply(routes.targetFigure, shown, 2);
  });
  openDesk('/admin/targets?year=2026');
  const row = within(await screen.findByRole('row', { name: /电影放映，场次/ }));
  expect(row.getByText('92.3%（240/260）').getAttribute('href')).toContain('/admin/figures?year=2026');
  for (const figure of ['232', '267', '20']) expect(row.getByText(figure)).toBeDefined();
  expect(row.getByText('正常')).toBeDefined();
  fireEvent.click(row.getByRole('button', { name: '修改任务：电影放映，场次' }));
  fireEvent.input(await screen.findByLabelText('数字'), { target: { value: '300' } });
  const dialog = within(screen.getByRole('dialog'));
  fireEvent.click(dialog.getByRole('button', { name: '修改' }));
  expect((await screen.findAllByText(/修改原因/)).length).toBeGreaterThan(1);
  fireEvent.input(screen.getByLabelText('修改原因'), { target: { value: '上级增加任务' } });
  fireEvent.click(dialog.getByRole('button', { name: '修改' }));
  expect(await screen.findByText('80.0%（240/300）')).toBeDefined();
  expect(screen.getByText('落后')).toBeDefined();
});

it('a share is shown with its n and its gap in points, what nobody can tell without a figure, and money by town', async () => {
  shows(() => [share, unknown], [money]);
  openDesk('/admin/targets?year=2026');
  const behind = within(await screen.findByRole('row', { name: /问题诉求，满意率/ }));
  expect(behind.getByText('90.0%（9/10）')).toBeDefined();
  expect(behind.getByText('5 个百分点')).toBeDefined();
  expect(behind.queryByRole('button', { name: /修改/ })).toBeNull();
  expect(screen.getByText('还没有数据')).toBeDefined();
  const nearly = within(screen.getByRole('row', { name: /已用超过九成/ }));
  expect(nearly.getByText(/^95\.0%$/)).toBeDefined();
});

it('whoever plans culture sets figures of culture, and nobody but their keepers those of others', async () => {
  shows(() => []);
  openDesk('/admin/targets?year=2026');
  fireEvent.click(await screen.findByRole('button', { name: '定任务' }));
  const subject = within(await screen.findByLabelText('定什么'));
  expect(subject.getByRole('option', { name: '电影放映' })).toBeDefined();
  expect(subject.queryByRole('option', { name: '无障碍改造' })).toBeNull();
});

it('a figure leads to what was counted: the issues themselves, and of services what their reader may see', async () => {
  const devices = target({ target: 'DFCT46E69A', subject: 'devices', unit: 'pieces' });
  const hrefOf = async (name: RegExp): Promise<string | null> =>
    within(await screen.findByRole('row', { name }))
      .getByRole('link')
      .getAttribute('href');
  shows(() => [share, devices]);
  signedIn(['supervisor']);
  openDesk('/admin/targets?year=2026');
  expect(await hrefOf(/满意率/)).toBe('/admin/issues/counted?figure=satisfied&from=2026-01&to=2026-12');
  expect(await hrefOf(/辅助器具发放/)).toBe('/admin/services/figures?year=2026');
  cleanup();
  query.clear();
  signedIn(['disability']);
  openDesk('/admin/targets?year=2026');
  expect(await hrefOf(/辅助器具发放/)).toBe('/admin/services/devices/handouts');
});

import { screen, within } from '@solidjs/testing-library';
import { expect, it } from 'vitest';
import { accessContract } from '../../functions/access/access.contract.ts';
import { checksContract } from '../../functions/checks/checks.contract.ts';
import { everySchedule } from '../../functions/schedules.ts';
import { words } from '../../web/src/admin/runs/runs.en.ts';
import { openDesk, reply, session, useService } from './admin.support.tsx';

const service = useService();
const { routes } = checksContract;
const asOf = '2026-11-23T12:30:00.000Z';
const run = {
  ...{ scheduledAt: '2026-11-23T04:00:00.000Z', startedAt: '2026-11-23T12:00:00.000Z' },
  ...{ finishedAt: '2026-11-23T12:00:02.500Z', examined: 12_431, found: 0, failed: 0, units: 96.5 },
};

it('what did not run says since when; a run says how late it was, what it let be and that it went on', async () => {
  service().answer(accessContract.routes.whoAmI, () =>
    reply(accessContract.routes.whoAmI, { ...session, roles: ['auditor'] }),
  );
  const plan = { schedule: 'ledger-noon', cron: 'cron(0 12 * * ? *)', nextAt: '2026-11-24T04:00:00.000Z' };
  service().answer(routes.schedules, () =>
    reply(routes.schedules, { schedules: [{ ...plan, missedSince: run.scheduledAt, latest: run }], asOf }),
  );
  service().answer(routes.runs, () =>
    reply(routes.runs, {
      ...{ ...plan, asOf },
      rows: [{ ...run, unended: '2026-11-23T11:59:00.000Z', skipped: { 'not-due': 7, settled: 0 } }],
    }),
  );
  openDesk('/admin/runs');
  const table = await screen.findByRole('table', { name: /没有按时进行的在前/ });
  expect(within(table).getByText(/没有进行$/)).toBeTruthy();
  expect(within(table).getByText('每天 12:00')).toBeTruthy();
  expect(within(table).getByText('12,431')).toBeTruthy();
  const link = within(table).getByRole('link', { name: '台账中午前提交' });
  expect(link.getAttribute('href')).toBe('/admin/runs/ledger-noon');
  link.click();
  const runs = await screen.findByRole('table', { name: /最近的各次运行/ });
  expect(within(runs).getByText(/晚了 480 分钟/)).toBeTruthy();
  expect(within(runs).getByText(/没有结束；这次接着做/)).toBeTruthy();
  expect(within(runs).getByText('还没有到时候或没有要求：7')).toBeTruthy();
  expect(within(runs).getByText('2.5 秒')).toBeTruthy();
});

it('the rule the page shows in English is the documented one', () => {
  const shown: Readonly<Record<string, string>> = words;
  for (const { name, rule } of everySchedule) expect(shown[`rule.${name}`]).toBe(rule);
});

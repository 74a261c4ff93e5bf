import { screen, within } from '@solidjs/testing-library';
import { beforeEach, describe, expect, it } from 'vitest';
import { servicesContract } from '../../functions/services/services.contract.ts';
import { openDesk, reply, town, useService } from './admin.support.tsx';
import { at, batch, centreRow, figures, receiptRow } from './services.support.ts';

const service = useService();
const { routes } = servicesContract;

const village = `${town}/370402103201`;

beforeEach(() => {
  service().signIn(['disability']);
  service().answer(routes.serviceFigures, () =>
    reply(routes.serviceFigures, {
      ...figures,
      devicesByKind: [
        { kind: 'cane', devices: 11 },
        { kind: 'wheelchair', devices: 20 },
        { kind: 'other', devices: 0 },
      ],
      eventsByKind: [{ kind: 'film', events: 3, served: 78 }],
    }),
  );
  service().answer(routes.serviceFiguresBelow, () =>
    reply(routes.serviceFiguresBelow, {
      year: 2096,
      places: [{ node: village, figures: { ...figures.figures, devices: 9 } }],
      asOf: at,
    }),
  );
  service().answer(routes.centres, () => reply(routes.centres, { rows: [centreRow()], asOf: at }));
  service().answer(routes.batches, () => reply(routes.batches, { rows: [batch()], asOf: at }));
  service().answer(routes.receipts, () => reply(routes.receipts, { rows: [receiptRow()], asOf: at }));
});

const rowsOf = async (table: string): Promise<readonly string[]> => {
  const all = within(await screen.findByRole('table', { name: `表格：${table}` })).getAllByRole('row');
  return all.slice(1).map(({ textContent }) => textContent);
};

describe('what the services of a year came to', () => {
  it('is broken down by kind, the most first, and by place, centre and donation', async () => {
    openDesk('/admin/services/figures');
    expect(await rowsOf('器具，按种类')).toEqual(['轮椅20', '手杖11']);
    expect(await rowsOf('助残活动，按种类')).toEqual(['观影378']);
    expect(await rowsOf('各家园现在')).toEqual([expect.stringContaining('12 / 15')]);
    expect(await rowsOf('捐赠，按批次')).toEqual([expect.stringContaining('18 / 30 件')]);
    const place = await screen.findByRole('link', { name: '官地村' });
    expect(place.getAttribute('href')).toMatch(new RegExp(`figures\\?year=20\\d\\d&node=${village}$`));
    expect(screen.getAllByText(/^永安镇及以下，截至/).length).toBeGreaterThan(0);
  });

  it('opens the list behind each figure', async () => {
    openDesk('/admin/services/figures');
    const to = async (what: RegExp) => (await screen.findByRole('link', { name: what })).getAttribute('href');
    expect(await to(/^打开名单：领取捐赠/)).toBe('/admin/services/receipts');
    expect(await to(/^打开名单：助残活动/)).toMatch(/^\/admin\/services\/events\?year=20\d\d$/);
  });

  it('is seen by whoever leads the place, without a list and without asking for one', async () => {
    service().signIn(['lead']);
    openDesk('/admin/services');
    expect(await rowsOf('器具，按种类')).toHaveLength(2);
    expect(screen.queryByRole('link', { name: /^打开名单/ })).toBeNull();
    const tabs = within(screen.getByRole('navigation', { name: '助残台账' })).getAllByRole('link');
    expect(tabs.map(({ textContent }) => textContent.trim())).toEqual(['数字', '年度任务']);
    expect(service().received.some(({ path }) => /day-centres|donation-/.test(path))).toBe(false);
  });

  it('of another year asks for that year', async () => {
    const before = new Date().getFullYear() - 1;
    openDesk(`/admin/services/figures?year=${before}`);
    await screen.findByRole('heading', { name: `${before} 年残疾人服务` });
    await rowsOf('器具，按种类');
    const asked = service().received.filter(({ path }) => path.startsWith('/api/services/figures'));
    expect(new Set(asked.map(({ query }) => query.get('year')))).toEqual(new Set([String(before)]));
  });
});

describe('who received what at a place', () => {
  it('is one list over all donations, masked, each row leading to its receipt and its donation', async () => {
    openDesk('/admin/services/receipts');
    const row = (await screen.findByText('王**')).closest('tr');
    expect(row && within(row).getByRole('link', { name: '电风扇' })).toBeTruthy();
    const asked = service().received.find(({ path }) => path === '/api/services/donation-receipts');
    expect(asked?.query.get('node')).toBe(town);
    expect(asked?.query.get('state')).toBe('received');
  });

  it('is not for an administrator, who is told so', async () => {
    service().signIn(['admin']);
    openDesk('/admin/services/receipts');
    expect(await screen.findByText('谁领了什么，只有残联和审计能看。')).toBeTruthy();
    expect(service().received.some(({ path }) => path.endsWith('donation-receipts'))).toBe(false);
  });
});

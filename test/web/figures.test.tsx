import { screen, within } from '@solidjs/testing-library';
import { beforeEach, expect, it } from 'vitest';
import { accessContract } from '../../functions/access/access.contract.ts';
import { programmeFiguresContract } from '../../functions/programme/programme-figures.contract.ts';
import { openDesk, reply, session, town, useService } from './admin.support.tsx';

const service = useService();
const { routes } = programmeFiguresContract;
const at = '2026-11-23T10:00:00+08:00';
const officer = { id: 'FAWYHFMWFE', name: '宋文静' };

const signedIn = (roles: readonly string[]): void =>
  service().answer(accessContract.routes.whoAmI, () =>
    reply(accessContract.routes.whoAmI, { ...session, roles, scope: town }),
  );

beforeEach(() => {
  Element.prototype.scrollIntoView = () => undefined;
  signedIn(['culture']);
});

it('villages nothing reached are named, the towns with most of them first', async () => {
  const village = (n: number, sessions: number): object => ({
    ...{ village: `${town}/37040210120${n}`, name: { zh: `${n}村`, en: `Village ${n}` }, sessions },
  });
  const part = (name: string, villages: readonly object[], covered: number): object => ({
    ...{ town, name: { zh: name, en: name }, covered, of: villages.length, sessions: covered, villages },
  });
  const towns = [part('全到镇', [village(1, 1)], 1), part('没到镇', [village(2, 0), village(3, 2)], 1)];
  service().answer(routes.coverage, () =>
    reply(routes.coverage, { year: 2026, category: 'training', towns, covered: 2, of: 3, asOf: at }),
  );
  openDesk('/admin/figures/coverage?category=training&year=2026');
  expect(await screen.findByText('66.6%（2/3）的村居办过。')).toBeDefined();
  const rows = screen.getAllByRole('row').slice(1);
  expect(rows.map((row) => within(row).getByRole('rowheader').textContent)).toEqual(['没到镇', '全到镇']);
  expect(within(rows[0] ?? document.body).getAllByText('2村')).toHaveLength(1);
});

it('an entry withdrawn stays with its reason; whoever only reads can neither record nor withdraw', async () => {
  signedIn(['auditor']);
  const entry = { entry: 'AFCT46E69A', version: 2, node: town, day: '2026-11-14', channel: 'wechat' };
  const withdrawn = { state: 'withdrawn', withdrawn: { at, by: officer, reason: '登重复了' } };
  service().answer(routes.publicity, () =>
    reply(routes.publicity, {
      rows: [{ ...entry, ...withdrawn, title: '电影周', reach: 900, by: officer, createdAt: at }],
      totals: [{ channel: 'wechat', entries: 0, reach: 0, copies: 0 }],
      asOf: at,
    }),
  );
  openDesk('/admin/publicity?year=2026');
  expect(await screen.findByText(/登重复了/)).toBeDefined();
  expect(screen.queryByRole('button', { name: '登记宣传' })).toBeNull();
  expect(screen.queryByRole('button', { name: /撤回/ })).toBeNull();
});

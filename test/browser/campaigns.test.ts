import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { visitsContract } from '../../functions/visits/visits.contract.ts';
import { expectAccessible } from '../support/browser.ts';
import { dayFrom, registerDoors, signInOver, yitang } from '../support/field.ts';
import { expectFits } from '../support/pages.field.ts';
import { signIn } from '../support/pages.officer.ts';
import { heading } from '../support/pages.resident.ts';
import { desk, narrow, useSite } from '../support/pages.ts';

const site = useSite();
type Check = (page: Page) => Promise<void>;

const doors = 30;
const code = yitang.slice(-12);
const name = '冬季大走访';

beforeAll(async () => {
  await registerDoors(await signInOver(site.address(), 'lead'), yitang, 1, doors);
});

const officer = async (loginName: string, options = desk): Promise<Page> => {
  const { page } = await site.visit(options);
  await signIn(page, loginName);
  return page;
};

const refusedForm = (page: Page): Promise<void> =>
  page.getByRole('alert', { name: '有内容需要修改' }).waitFor();

/** Lists follow by way of the stream: opens the address again until this is there. */
const openUntil = async (page: Page, path: string, words: string | RegExp): Promise<void> => {
  await expect
    .poll(
      async () => {
        await page.goto(path);
        await heading(page, '').first().waitFor();
        await page.locator('[aria-busy="true"]').first().waitFor({ state: 'hidden' });
        return page.getByRole('main').getByText(words).count();
      },
      { timeout: 20_000 },
    )
    .toBeGreaterThan(0);
};

/** Written down and started by an administrator; its address. */
const startCampaign = async (page: Page, check: Check): Promise<string> => {
  await page.goto('/admin/campaigns');
  await page.getByRole('link', { name: '新建走访' }).click();
  await heading(page, '新建走访').waitFor();
  await page.getByRole('button', { name: '保存' }).click();
  await refusedForm(page);
  await check(page);
  await page.getByLabel('名称').fill(name);
  await page.getByLabel('目的').fill('户户见面，人人知晓。');
  await page.getByLabel('范围', { exact: true }).selectOption(yitang);
  await page.getByLabel('第一天').fill(dayFrom(-1));
  await page.getByLabel('最后一天').fill(dayFrom(1));
  await page.getByLabel('每人每天最多几户').fill('3');
  await page.getByLabel('周末和节假日也排户').check();
  await page.getByLabel('发放的材料').fill('惠民政策明白纸\n防诈骗宣传册');
  await page.getByRole('button', { name: '保存' }).click();
  await heading(page, name).waitFor();
  await check(page);
  await page.getByRole('link', { name: '修改' }).click();
  await heading(page, '修改走访').waitFor();
  await page.getByLabel('每人每天最多几户').fill('20');
  await page.getByRole('button', { name: '保存' }).click();
  await heading(page, name).waitFor();
  await page.getByRole('button', { name: '启动' }).click();
  await check(page);
  await page.getByRole('dialog').getByRole('button', { name: '启动' }).click();
  await page.getByText('进行中').waitFor();
  return new URL(page.url()).pathname;
};

const planVillage = async (page: Page, home: string, check: Check): Promise<void> => {
  const commit = page.getByRole('button', { name: `就这样分（${doors} 户）` });
  await expect
    .poll(
      async () => {
        await page.goto(`${home}/plan`);
        await page.getByRole('heading', { name: '会分成这样' }).waitFor();
        await page.getByText(/在册|户情台账里还没有/).waitFor();
        return commit.count();
      },
      { timeout: 20_000 },
    )
    .toBe(1);
  await page.getByRole('button', { name: '全部去掉' }).click();
  await page.getByText('至少要选一个人。').waitFor();
  await page.getByRole('button', { name: '全部勾上' }).click();
  await commit.waitFor();
  await check(page);
  await commit.click();
  await page.getByText(`分好了，这次分了 ${doors} 户`).waitFor();
  await check(page);
};

/** Four doors of the visitor's, one of them twice. */
const makeVisits = async (): Promise<void> => {
  const visitor = await signInOver(site.address(), 'visitor');
  const { routes } = visitsContract;
  const round = async () => {
    const { rows, later } = await visitor.ask(routes.round);
    return [...rows, ...later];
  };
  await expect.poll(async () => (await round()).length, { timeout: 15_000 }).toBeGreaterThanOrEqual(4);
  const [first, second, third, fourth] = await round();
  if (!first || !second || !third || !fourth) throw new Error('there is no round');
  const entry = ({ campaign, household }: typeof first, what: object) => ({
    ...{ entryId: crypto.randomUUID(), campaign, household, at: new Date().toISOString() },
    ...what,
  });
  const met = { outcome: 'met', met: [{ relation: 'head' }], materials: ['惠民政策明白纸'] };
  const { results } = await visitor.ask(routes.record, {
    body: {
      entries: [
        entry(first, { ...met, satisfaction: 5 }),
        entry(second, { outcome: 'not-home' }),
        entry(third, { outcome: 'refused' }),
        entry(fourth, { ...met, views: '路灯要早点修' }),
        entry(fourth, { ...met, views: '又去了一次' }),
      ],
    },
  });
  expect(results.map(({ result }) => result)).toEqual(results.map(() => 'recorded'));
};

/** One household excluded with a reason, and in again. */
const excludeOne = async (page: Page, home: string, check: Check): Promise<void> => {
  await page.goto(`${home}/unvisited`);
  await page
    .getByRole('link', { name: /待走访/ })
    .first()
    .click();
  await page.getByRole('button', { name: '排除这一户' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '排除这一户' }).click();
  await refusedForm(page);
  await check(page);
  await dialog.getByLabel('排除的原因').fill('常年在外地');
  await dialog.getByRole('button', { name: '排除这一户' }).click();
  await page.getByText(/常年在外地/).waitFor();
  await check(page);
  await page.getByRole('button', { name: '恢复走访' }).click();
  await dialog.getByLabel('恢复的原因').fill('已经回来');
  await dialog.getByRole('button', { name: '恢复走访' }).click();
  await page.getByRole('button', { name: '排除这一户' }).waitFor();
};

/** Two doors by ticking them, then all that is left of a person. */
const handOver = async (page: Page, home: string, check: Check): Promise<void> => {
  await page.goto(`${home}/unvisited`);
  await page.getByRole('checkbox', { name: '选中本页待走访的户' }).waitFor();
  await check(page);
  const ticks = page.getByRole('checkbox', { name: /^选中 / });
  await ticks.nth(0).check();
  await ticks.nth(1).check();
  await page.getByText('已选 2 户').waitFor();
  await page.getByRole('button', { name: '改派所选的户' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('改给谁').selectOption('周雪');
  await check(page);
  await dialog.getByRole('button', { name: '改派所选的户' }).click();
  await page.getByText('改派了 2 户').waitFor();
  await page.goto(`${home}/hand-over`);
  await page.getByLabel('谁交出').selectOption({ label: await fromLead(page) });
  await page.getByRole('checkbox', { name: /^周雪/ }).check();
  await check(page);
  await page.getByRole('button', { name: '交接', exact: true }).click();
  await page.getByText(/交接了 \d+ 户，没有剩下的$/).waitFor();
};

const fromLead = async (page: Page): Promise<string> => {
  const option = page.getByLabel('谁交出').locator('option', { hasText: '高建国' });
  await option.waitFor({ state: 'attached' });
  return (await option.textContent()) ?? '';
};

const settle = async (page: Page, check: Check): Promise<void> => {
  await openUntil(page, '/admin/visit-conflicts', '同一人同一天记了两次');
  await check(page);
  await page.getByRole('main').getByRole('table').getByRole('link').first().click();
  await heading(page, '走访冲突：').waitFor();
  await page.getByText('路灯要早点修').waitFor();
  await page.getByText('又去了一次').waitFor();
  await check(page);
  await page.getByRole('button', { name: '这一份作废' }).click();
  await page.getByRole('dialog').getByLabel('理由').fill('同一天记了两次');
  await page.getByRole('dialog').getByRole('button', { name: '这一份作废' }).click();
  await page.getByText('已定：作废').waitFor();
  await check(page);
};

const handIn = async (page: Page, check: Check): Promise<void> => {
  await page.goto(`/admin/day-ledgers/${code}/${dayFrom(-1)}`);
  await page.getByRole('button', { name: '上报', exact: true }).click();
  await refusedForm(page);
  await check(page);
  await page.getByLabel('这一天没有走访，没有要报的').check();
  await page.getByRole('button', { name: '上报', exact: true }).click();
  await page.getByText('报无走访').waitFor();
  await page.goto(`/admin/day-ledgers/${code}/${dayFrom(0)}`);
  await page
    .getByRole('link', { name: /1 号楼/ })
    .first()
    .waitFor();
  await check(page);
  await page.getByLabel('说明').fill('今天五次。');
  await page.getByRole('button', { name: '上报', exact: true }).click();
  await page.getByText('今天五次。').waitFor();
  await page.getByRole('button', { name: '加一条更正' }).click();
  await page.getByLabel('为什么更正').fill('漏写');
  await page.getByLabel('更正成什么').fill('另发放宣传册一份。');
  await page.getByRole('dialog').getByRole('button', { name: '加一条更正' }).click();
  await page.getByText('另发放宣传册一份。').waitFor();
  await check(page);
  await openUntil(page, `/admin/day-ledgers?day=${dayFrom(0)}`, '更正 1 次');
  await check(page);
};

const prove = async (page: Page, home: string, check: Check): Promise<void> => {
  await page.goto(`${home}/proof`);
  await page.getByRole('button', { name: '现在核对' }).click();
  await page.getByText(`核对 ${doors} 户，漏分 0 户`).first().waitFor();
  await check(page);
};

test('a campaign is started, planned, visited, handed over, settled, handed in and proved, accessible at every step', async () => {
  const admin = await officer('admin');
  const home = await startCampaign(admin, expectAccessible);
  const lead = await officer('lead');
  await planVillage(lead, home, expectAccessible);
  await makeVisits();
  await openUntil(lead, `${home}?node=${yitang}`, `6.6%（2/${doors}）`);
  await expectAccessible(lead);
  await excludeOne(lead, home, expectAccessible);
  await handOver(lead, home, expectAccessible);
  await settle(lead, expectAccessible);
  await handIn(lead, expectAccessible);
  await prove(admin, home, expectAccessible);
  await lead.goto('/admin');
  await lead.getByRole('heading', { name: '走访', exact: true }).waitFor();
  await expectAccessible(lead);

  const { page } = await site.visit(narrow);
  await signIn(page, 'lead');
  const paths = [
    ...['/admin', '/admin/campaigns', home, `${home}?node=${yitang}`, `${home}/plan?node=${yitang}`],
    ...[`${home}/unvisited`, `${home}/assigned?node=${yitang}`, `${home}/hand-over?node=${yitang}`],
    ...[`${home}/proof`, '/admin/day-ledgers', `/admin/day-ledgers/${code}/${dayFrom(0)}`],
    ...['/admin/visit-conflicts', '/admin/campaigns/new'],
  ];
  for (const path of paths) {
    await page.goto(path);
    await heading(page, '').first().waitFor();
    await page.locator('[aria-busy="true"]').first().waitFor({ state: 'hidden' });
    await expectFits(page);
  }
}, 180_000);

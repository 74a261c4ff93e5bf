import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { villageAccounts } from '../../functions/local/demo/accounts.ts';
import { kuangqu } from '../../functions/local/demo/district.ts';
import type { Principal } from '../../functions/platform/contract/roles.ts';
import { createCore } from '../../functions/platform/runtime/core.ts';
import { parseEnv } from '../../functions/platform/runtime/env.ts';
import { coreEnvironment } from '../../functions/platform/runtime/environment.ts';
import { addDays, localDateOf, parseInstant } from '../../functions/platform/runtime/time.ts';
import { expectAccessible } from '../support/browser.ts';
import { makeVisits } from '../support/inspections.visits.ts';
import { signIn } from '../support/pages.officer.ts';
import { heading } from '../support/pages.resident.ts';
import { desk, narrow, phone, useSite } from '../support/pages.ts';

const site = useSite();

/** The lead of the community and the visitor under them, as the demo has them. */
const [community, doorstep] = villageAccounts;

/** Somebody of the demo, by the login name they have. */
const accountOf = async (loginName: string): Promise<Principal> => {
  const core = createCore(parseEnv(coreEnvironment, process.env));
  const item = await core.store.get({ PK: `LOGIN#${loginName}`, SK: 'LOGIN' });
  const staffId = String(item?.['staffId']);
  return { staffId, sessionId: '', name: loginName, roles: ['visitor'], scope: kuangqu };
};

beforeAll(async () => {
  if (!doorstep) throw new Error('the demo has nobody who visits');
  const core = createCore(parseEnv(coreEnvironment, process.env));
  await makeVisits(core, doorstep.scope, 6, await accountOf(doorstep.loginName));
});

const open = async (page: Page, loginName: string, path: string, title: string): Promise<void> => {
  await signIn(page, loginName);
  await page.goto(path);
  await heading(page, title).waitFor();
};

const draw = async (page: Page): Promise<string> => {
  await open(page, 'inspector', '/admin/inspections/new', '抽取样本');
  // In the first hour of a day the visits of an hour ago are of the day before.
  const yesterday = addDays(localDateOf(parseInstant(new Date().toISOString())), -1);
  await page.getByLabel('走访日期从').fill(yesterday);
  await page.getByLabel('抽取户次').fill('2');
  await page.getByText('共 6 户次，抽 2。').waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: '抽取', exact: true }).click();
  await page.getByText('还没有开始：').waitFor();
  return new URL(page.url()).pathname;
};

const fits = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');

test('a sample is drawn unseen, checked on a phone at the door, and put right by whoever made the visit', async () => {
  const { page } = await site.visit(phone);
  const address = await draw(page);
  await expectAccessible(page);

  const lead = await site.visit(desk);
  lead.allowTrouble(/status of 404/);
  await open(lead.page, community?.loginName ?? '', '/admin/inspections', '暗访检查');
  await lead.page.getByText('还没有开始过检查').waitFor();
  await lead.page.goto(address);
  await lead.page.getByText('没有这个编号的检查').waitFor();

  await page.getByRole('button', { name: '开始检查' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '开始检查' }).click();
  await page.getByRole('link', { name: '核实', exact: true }).first().click();
  await heading(page, '核实第 1 户次').waitFor();
  await page.getByRole('button', { name: '记录' }).click();
  await page.getByRole('alert', { name: '有内容需要修改' }).waitFor();
  await expectAccessible(page);
  expect(await fits(page)).toBe(0);
  for (const group of await page.getByRole('radiogroup').or(page.getByRole('group')).all()) {
    const answer = group.getByRole('radio', { name: '否', exact: true });
    if ((await answer.count()) === 1) await answer.check();
  }
  await page.getByLabel('没有走访').check();
  await page.getByLabel('情况').fill('户主说没有人来过。');
  await page.getByRole('button', { name: '记录' }).click();
  await page.getByText('1 处差错').waitFor();
  await page.getByText('已核实 1/2').waitFor();
  await expectAccessible(page);
  expect(await fits(page)).toBe(0);

  await lead.page.goto(address);
  await lead.page.getByText('1 处差错').waitFor();
  const visitor = await site.visit(phone);
  await open(visitor.page, doorstep?.loginName ?? '', '/admin/rectifications', '整改台账');
  const mine = visitor.page.getByRole('link', { name: /^没有走访/ });
  const refresh = visitor.page.getByRole('button', { name: '刷新' });
  await expect
    .poll(
      async () => {
        await mine.or(refresh).first().waitFor();
        if ((await mine.count()) === 0) await refresh.click();
        return mine.count();
      },
      { timeout: 15_000 },
    )
    .toBe(1);
  await expectAccessible(visitor.page);
  await mine.click();
  await visitor.page.getByRole('button', { name: '报告整改完成' }).click();
  const dialog = visitor.page.getByRole('dialog');
  await dialog.getByLabel('怎样整改的').fill('今天补访，见到户主。');
  await expectAccessible(visitor.page);
  await dialog.getByRole('button', { name: '报告整改完成' }).click();
  await visitor.page.getByText('待验收').first().waitFor();
});

test('the pages of inspections fit a screen of 320 pixels and are accessible on a desk', async () => {
  const { page } = await site.visit(narrow);
  const address = await draw(page);
  expect(await fits(page)).toBe(0);
  for (const [path, title] of [
    ['/admin/inspections?list=drawn', '暗访检查'],
    ['/admin/inspections/rates', '差错率'],
    ['/admin/rectifications?list=all', '整改台账'],
  ] as const) {
    await page.goto(path);
    await heading(page, title).waitFor();
    await page.locator('[aria-busy="true"]').first().waitFor({ state: 'hidden' });
    expect(await fits(page), path).toBe(0);
  }
  const wide = await site.visit(desk);
  await open(wide.page, 'inspector', '/admin/inspections/rates', '差错率');
  await expectAccessible(wide.page);
  await wide.page.goto(address);
  await wide.page.getByRole('button', { name: '核对抽样' }).click();
  await wide.page.getByText('重抽结果与记录一致').waitFor();
  await expectAccessible(wide.page);
});

import type { Page } from 'playwright-core';
import { expect, test, vi } from 'vitest';
import { readSchedules } from '../../functions/checks/runs.usecases.ts';
import { demoTowns, villagesOf, yongan } from '../../functions/local/demo/district.ts';
import { createCore } from '../../functions/platform/runtime/core.ts';
import { parseEnv } from '../../functions/platform/runtime/env.ts';
import { coreEnvironment } from '../../functions/platform/runtime/environment.ts';
import { expectAccessible } from '../support/browser.ts';
import { somethingToCriticise } from '../support/criticism.ts';
import { signIn } from '../support/pages.officer.ts';
import { heading, photo } from '../support/pages.resident.ts';
import { desk, phone, useSite } from '../support/pages.ts';

const site = useSite();

const village = demoTowns.filter(({ path }) => path === yongan).flatMap(villagesOf)[0]?.path ?? '';

const looksRight = async (page: Page): Promise<void> => {
  await expectAccessible(page);
  expect(
    await page.evaluate<number>(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    ),
  ).toBe(0);
};

/** Has a village of the town have been broken its word for two weeks, once the sweeps of the start are through. */
const breakWord = async (): Promise<void> => {
  const core = createCore(parseEnv(coreEnvironment, process.env));
  const started = async (): Promise<void> => {
    const { schedules } = await readSchedules(core, core.clock.now());
    expect(schedules.filter(({ latest }) => latest?.units === undefined)).toEqual([]);
  };
  await vi.waitFor(started, { timeout: 30_000, interval: 200 });
  await somethingToCriticise(core, 1, { node: village });
};

test('a notice is drafted on a phone with its figures in sight, and an exemplary site proposed', async () => {
  const { page, allowTrouble } = await site.visit(phone);
  // The refusal this test asks for.
  allowTrouble(/status of 422/);
  await signIn(page, 'supervisor');
  await page.goto('/admin/criticisms');
  await heading(page, '通报批评').waitFor();
  await page.getByText('没有通报', { exact: true }).waitFor();
  await looksRight(page);

  await page.getByRole('link', { name: '起草通报' }).click();
  await heading(page, '起草通报').waitFor();
  await page.getByText(/数字截至/).waitFor();
  await looksRight(page);
  await page.getByLabel('标题').fill('关于问题逾期的通报');
  await page.getByLabel('正文').fill('联系 13812345678。');
  await page.getByRole('button', { name: '起草并送单位说明' }).click();
  await page
    .getByText(/请删去电话和身份证号码|没有达到可以通报的事项/)
    .first()
    .waitFor();
  await looksRight(page);

  await page.goto('/admin/exemplary-sites');
  await heading(page, '观摩点').waitFor();
  await looksRight(page);
  await page.getByRole('link', { name: '推荐观摩点' }).click();
  await heading(page, '推荐观摩点').waitFor();
  await page.getByText(/数字截至/).waitFor();
  await page.getByLabel('标题').fill('群众反映问题办理观摩点');
  await page.getByLabel('地点').fill('便民服务大厅');
  await page.getByLabel('正文').fill('问题当天转办，每件都有答复。');
  await page.getByLabel('照片').setInputFiles(photo);
  await page.getByRole('button', { name: `移除照片 ${photo.name}` }).waitFor();
  await looksRight(page);
  await page.getByRole('button', { name: '推荐', exact: true }).click();
  await heading(page, '群众反映问题办理观摩点').waitFor();
  await page.getByText('待批准').waitFor();
  await page.waitForFunction(
    `[...document.images].some(({ src, naturalWidth }) => src.includes('/photos/') && naturalWidth > 0)`,
  );
  await looksRight(page);
});

test('a notice is drafted by one, replied to by the town, published by another, and printed in official form', async () => {
  await breakWord();
  const title = '关于台账迟交的通报';
  const drafter = await site.visit(desk);
  await signIn(drafter.page, 'supervision');
  await drafter.page.goto(`/admin/criticisms/new?node=${yongan}`);
  await drafter.page.getByText(/数字截至/).waitFor();
  await drafter.page.getByLabel('标题').fill(title);
  await drafter.page.getByLabel('正文').fill('台账多日没有按时提交，现予通报。');
  await drafter.page.getByRole('button', { name: '起草并送单位说明' }).click();
  await heading(drafter.page, title).waitFor();
  await looksRight(drafter.page);
  // Who drafted it does not publish it.
  expect(await drafter.page.getByRole('button', { name: '发布', exact: true }).count()).toBe(0);

  const town = await site.visit(phone);
  await signIn(town.page, 'lead');
  await town.page.getByRole('link', { name: new RegExp(title) }).click();
  await heading(town.page, title).waitFor();
  await town.page.getByRole('button', { name: '说明情况' }).click();
  const dialog = town.page.getByRole('dialog');
  await dialog.getByLabel('说明').fill('已安排专人，今后按时提交。');
  await looksRight(town.page);
  await dialog.getByRole('button', { name: '说明情况' }).click();
  await town.page.getByText('已安排专人，今后按时提交。').waitFor();

  const publisher = await site.visit(desk);
  const { page } = publisher;
  await signIn(page, 'supervisor');
  await page.goto(new URL(town.page.url()).pathname);
  await heading(page, title).waitFor();
  await page.getByRole('button', { name: '发布', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: '发布', exact: true }).click();
  await page
    .getByText(/〔20\d\d〕.*1/)
    .first()
    .waitFor();
  await looksRight(page);
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('navigation').first().isVisible()).toBe(false);
  for (const shown of [/〔20\d\d〕.*1/, '已安排专人，今后按时提交。'])
    expect(await page.getByText(shown).first().isVisible()).toBe(true);
  expect(await page.getByRole('button', { name: '打印' }).isVisible()).toBe(false);
});

import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { localDateOf, parseInstant } from '../../functions/platform/runtime/time.ts';
import { expectAccessible } from '../support/browser.ts';
import { signIn } from '../support/pages.officer.ts';
import { heading } from '../support/pages.resident.ts';
import { phone, useSite } from '../support/pages.ts';

const site = useSite();

const fits = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');

const looksRight = async (page: Page): Promise<void> => {
  await expectAccessible(page);
  expect(await fits(page)).toBe(0);
};

test('a venue is registered on a phone with its hours, is kept by somebody, and a problem there lies with the bureau', async () => {
  const { page } = await site.visit(phone);
  await signIn(page, 'culture');
  await page.goto('/admin/issue-owners');
  await heading(page, '归口部门和牵头负责人').waitFor();
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: '定归口部门' }).click();
  await dialog.getByLabel('归口部门').selectOption({ index: 1 });
  await dialog
    .getByLabel(/的牵头负责人/)
    .first()
    .waitFor();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: '定归口部门' }).click();
  await page.getByText('归口部门已定').waitFor();
  await looksRight(page);

  await page.goto('/admin/venues/new');
  await heading(page, '登记场馆').waitFor();
  await page.getByLabel('所在地').selectOption({ index: 2 });
  await page.getByLabel('名称').first().fill('新街文化驿站');
  await page.getByLabel('类别').selectOption('culture-station');
  await page.getByLabel('地址').fill('新街 1 号');
  await page.getByLabel('纬度').fill('34.81');
  await page.getByLabel('经度').fill('117.32');
  await page.getByLabel('容纳人数').fill('80');
  await page.getByRole('button', { name: '给周一添加时间' }).click();
  await page.getByLabel('周一，第 1 段从').fill('9:00');
  await page.getByLabel('周一，第 1 段到').fill('15:00');
  await page.getByText('一周 6 小时。').waitFor();
  await page.getByRole('button', { name: '每天都和周一一样' }).click();
  await page.getByText('达到承诺的 42 小时').waitFor();
  await looksRight(page);
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await heading(page, '新街文化驿站').waitFor();
  await looksRight(page);

  await page.getByRole('button', { name: '添加时间表' }).click();
  await dialog.getByLabel('名称').fill('夏季');
  await dialog.getByRole('button', { name: '给周一添加时间' }).click();
  await dialog.getByLabel('周一，第 1 段从').fill('09:00');
  await dialog.getByLabel('周一，第 1 段到').fill('08:00');
  await dialog.getByText(/过了半夜请分两天填/).waitFor();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: '取消' }).click();

  await page.getByRole('link', { name: '登记这里的问题' }).click();
  await heading(page, '登记问题').waitFor();
  await page.getByText(/在新街文化驿站发现的问题/).waitFor();
  await page.getByLabel('什么问题').fill('门口的灯坏了。');
  await page.getByLabel('群众姓名').fill('李秀英');
  await page.getByLabel('联系电话').fill('19900000831');
  await page.getByLabel(/同意/).check();
  await looksRight(page);
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await page
    .getByRole('link', { name: /打开|查看|办理/ })
    .first()
    .click();
  await page.getByText('待认领').first().waitFor();
  await looksRight(page);
});

test('every other page of venues and figures fits a phone and is accessible', async () => {
  const { page } = await site.visit(phone);
  await signIn(page, 'culture');
  const year = localDateOf(parseInstant(new Date().toISOString())).slice(0, 4);
  const pages = [
    ['/admin/venues', '文化场馆'],
    ['/admin/venue-hours', '每周开放时长'],
    ['/admin/upgrades', `${year} 年场馆建设项目`],
    ['/admin/figures', `${year} 年文化活动统计`],
    ['/admin/figures/coverage', `${year} 年村居覆盖`],
    ['/admin/publicity', `${year} 年宣传台账`],
  ] as const;
  for (const [path, title] of pages) {
    await page.goto(path);
    await heading(page, title).waitFor();
    await looksRight(page);
  }
  await page.goto('/admin/publicity');
  await page.getByRole('button', { name: '登记宣传' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('渠道').selectOption('wechat');
  await dialog.getByLabel('内容').fill('电影周预告');
  await dialog.getByLabel(/看到人次/).fill('1200');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: '登记宣传' }).click();
  await page.getByText('已登记').waitFor();
  await page.getByText('电影周预告').waitFor();
  await looksRight(page);
});

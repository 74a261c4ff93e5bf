import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectAccessible } from '../support/browser.ts';
import { openAction, openFromLedger, signIn } from '../support/pages.officer.ts';
import {
  fillReport,
  heading,
  next,
  photo,
  type Receipt,
  readReceipt,
  send,
  steps,
  titles,
} from '../support/pages.resident.ts';
import { desk, narrow, phone, useSite } from '../support/pages.ts';

const site = useSite();

type Check = (page: Page) => Promise<void>;

/** How wide the page is beyond the window, in pixels. */
const overhang = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');

const expectFits = async (page: Page): Promise<void> => {
  expect(await overhang(page), new URL(page.url()).pathname).toBe(0);
};

const refusedBy = (page: Page): Promise<void> =>
  page.getByRole('alert', { name: '有内容需要修改' }).waitFor();

/** Through the form, and `check` at each page as it is opened, with its errors, and with its answers. */
const walkForm = async (page: Page, check: Check): Promise<void> => {
  await page.goto('/report');
  for (const name of Object.keys(steps) as (keyof typeof steps)[]) {
    // Or the press would still fall on the page before.
    await heading(page, titles[name]).waitFor();
    if (name !== 'photo') {
      await next(page);
      await refusedBy(page);
      await check(page);
    }
    await steps[name](page);
    if (name === 'photo') {
      await page.getByLabel('现场照片').setInputFiles(photo);
      await page.getByText('已上传').waitFor();
    }
    await check(page);
    await next(page);
  }
  await heading(page, '核对后提交').waitFor();
  await check(page);
  await send(page);
  await readReceipt(page);
  await check(page);
  await page.getByRole('link', { name: '查询这件事的进度' }).click();
  await heading(page, '查询进度').waitFor();
  await check(page);
  await page.getByRole('button', { name: '查询' }).click();
  await page.getByText('办理经过').waitFor();
  await check(page);
};

const publicPages = [
  ['/', '您身边的问题，我们来办'],
  ['/track', '查询进度'],
  ['/privacy', '个人信息怎样使用和保护'],
  ['/accessibility', '无障碍声明'],
  ['/no-such-page', '没有找到这个页面'],
] as const;

const deskPages = [
  ['/admin', '今日工作'],
  ['/admin/issues?list=all', '问题台账'],
  ['/admin/issues/new', '登记问题'],
  ['/admin/calendar/2026', '2026 年工作日历'],
  ['/admin/organisations', '机构'],
  ['/admin/staff', '人员账号'],
  ['/admin/staff/new', '开设账号'],
  ['/admin/account', '账号与密码'],
  ['/admin/api', '接口说明'],
] as const;

const openEach = async (
  page: Page,
  pages: readonly (readonly [path: string, title: string])[],
  check: Check,
): Promise<void> => {
  for (const [path, title] of pages) {
    await page.goto(path);
    await heading(page, title).waitFor();
    await page.locator('[aria-busy="true"]').first().waitFor({ state: 'hidden' });
    await check(page);
  }
};

/** Raises an issue that waits to be transferred. */
const raise = async (): Promise<Receipt> => {
  const { page } = await site.visit(phone);
  await fillReport(page);
  await send(page);
  return readReceipt(page);
};

/** Every page of the desk, and a case whose transfer has just been refused for want of a department. */
const walkDesk = async (page: Page, reference: string, check: Check): Promise<void> => {
  await page.goto('/admin/sign-in');
  await heading(page, '工作人员登录').waitFor();
  await check(page);
  await signIn(page, 'admin');
  await openEach(page, deskPages, check);
  await page.goto(`/admin/issues/${reference.replaceAll('-', '')}`);
  await page.getByText('记录完整').waitFor();
  await check(page);
  const dialog = await openAction(page, '转办');
  await check(page);
  await dialog.getByRole('button', { name: '转办', exact: true }).click();
  await refusedBy(page);
  await check(page);
};

test('every page and state of the public form is accessible on a phone, errors and receipt included', async () => {
  const { page } = await site.visit(phone);
  await walkForm(page, expectAccessible);
});

test('every other public page is accessible, and so is a look-up that finds nothing', async () => {
  const { code, reference } = await raise();
  const { page, allowTrouble } = await site.visit(desk);
  allowTrouble(/status of 404/);
  await openEach(page, publicPages, expectAccessible);
  await page.goto('/track');
  await page.getByLabel('受理编号').fill(reference);
  await page.getByLabel('查询码').fill(`${code.slice(1)}${code.slice(0, 1)}`);
  await page.getByRole('button', { name: '查询' }).click();
  await page.getByRole('alert', { name: '没有查到' }).waitFor();
  await expectAccessible(page);
});

test('every page of the work desk is accessible, also with a dialog open and its errors shown', async () => {
  const { reference } = await raise();
  const { page } = await site.visit(desk);
  await walkDesk(page, reference, expectAccessible);
});

const looks = [
  ['dark', { colorScheme: 'dark' }, '(prefers-color-scheme: dark)'],
  ['in high contrast', { contrast: 'more' }, '(prefers-contrast: more)'],
  [
    'dark and in high contrast',
    { colorScheme: 'dark', contrast: 'more' },
    '(prefers-color-scheme: dark) and (prefers-contrast: more)',
  ],
] as const;

test.each(looks)('form, ledger and case are accessible %s', async (_, look, wish) => {
  const { reference } = await raise();
  const { page } = await site.visit({ ...desk, ...look });
  await page.goto('/report');
  expect(await page.evaluate<boolean>(`matchMedia('${wish}').matches`)).toBe(true);
  await heading(page, '您要反映哪方面的问题？').waitFor();
  await next(page);
  await refusedBy(page);
  await expectAccessible(page);
  await signIn(page, 'lead');
  await expectAccessible(page);
  await openFromLedger(page, '待转办', reference);
  await openAction(page, '转办');
  await expectAccessible(page);
});

const bigText = "localStorage.setItem('huimin.text', 'big')";

test('at 400 % no page has to be scrolled sideways, not even with big text', async () => {
  const { reference } = await raise();
  const { page } = await site.visit(narrow);
  await page.addInitScript(bigText);
  await walkForm(page, expectFits);
  await openEach(page, publicPages, expectFits);
  await walkDesk(page, reference, expectFits);
});

test('big text is bigger, fits a phone and stays accessible', async () => {
  const { page } = await site.visit(phone);
  await page.goto('/report');
  await heading(page, '您要反映哪方面的问题？').waitFor();
  const size = (): Promise<number> =>
    page.evaluate<number>('parseFloat(getComputedStyle(document.body).fontSize)');
  const before = await size();
  await page.getByText('显示 · Language').click();
  await page.getByRole('radio', { name: '大字' }).check();
  await expectAccessible(page);
  expect(await size()).toBeGreaterThanOrEqual(before * 1.2);
  await page.reload();
  await heading(page, '您要反映哪方面的问题？').waitFor();
  expect(await size()).toBeGreaterThanOrEqual(before * 1.2);
  await expectAccessible(page);
  await expectFits(page);
});

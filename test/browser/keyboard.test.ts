import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { pressUntil, tabTo, waitForFocus } from '../support/pages.keyboard.ts';
import { heading, readReceipt, report, steps } from '../support/pages.resident.ts';
import { desk, useSite } from '../support/pages.ts';

const site = useSite();

const press = async (page: Page, name: string): Promise<void> => {
  await tabTo(page.getByRole('button', { name, exact: true }));
  await page.keyboard.press('Enter');
};

const type = async (page: Page, label: string, text: string): Promise<void> => {
  await tabTo(page.getByLabel(label));
  await page.keyboard.insertText(text);
};

const choose = async (page: Page, label: string, wanted: string): Promise<void> => {
  const list = page.getByLabel(label);
  await pressUntil(list, 'ArrowDown', async () =>
    (await list.locator('option:checked').allInnerTexts()).includes(wanted),
  );
};

/** Sends a page that lacks something, follows the first link of what is wrong, and is at the field. */
const correctFirst = async (page: Page, message: string): Promise<void> => {
  const summary = page.getByRole('alert', { name: '有内容需要修改' });
  await waitForFocus(summary);
  await tabTo(summary.getByRole('link', { name: message }));
  await page.keyboard.press('Enter');
};

test('the form can be filled in and sent by keyboard alone, with the focus in sight at every stop', async () => {
  const { page } = await site.visit(desk);
  await page.goto('/');
  await tabTo(page.getByRole('link', { name: '跳到主要内容' }));
  await page.keyboard.press('Enter');
  await tabTo(page.getByRole('link', { name: '开始填写' }));
  await page.keyboard.press('Enter');

  await waitForFocus(heading(page, '您要反映哪方面的问题？'));
  await press(page, '下一步');
  await correctFirst(page, '请选择您要反映哪方面的问题');
  await pressUntil(page.getByRole('radio', { name: '环境卫生' }), 'ArrowDown', () =>
    page.getByRole('radio', { name: report.category }).isChecked(),
  );
  await press(page, '下一步');

  await waitForFocus(heading(page, '发生了什么事？'));
  await type(page, '请说说是什么情况', report.what);
  await press(page, '下一步');

  await waitForFocus(heading(page, '在什么地方？'));
  await choose(page, '镇街', report.town);
  await choose(page, '村居', report.village);
  await type(page, '具体位置', report.place);
  await press(page, '下一步');

  await waitForFocus(heading(page, '有照片吗？'));
  await tabTo(page.getByLabel('现场照片'));
  await press(page, '下一步');

  await waitForFocus(heading(page, '怎么联系您？'));
  await tabTo(page.getByRole('radio', { name: '我自己' }));
  await page.keyboard.press('Space');
  await type(page, '您的姓名', report.name);
  await type(page, '您的电话', '123');
  await press(page, '下一步');
  await correctFirst(page, '请填写 11 位手机号码，或带区号的座机号码');
  await waitForFocus(page.getByLabel('您的电话'));
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(report.phone);
  await tabTo(page.getByRole('checkbox', { name: '我同意' }));
  await page.keyboard.press('Space');
  await press(page, '下一步');

  await waitForFocus(heading(page, '核对后提交'));
  await press(page, '提交');
  await readReceipt(page);
  await waitForFocus(heading(page, '已收到您反映的问题'));
});

test('what was answered is still there after going back and after a reload in the middle', async () => {
  const { page } = await site.visit(desk);
  await page.goto('/report');
  for (const step of ['category', 'what', 'where'] as const) {
    await steps[step](page);
    await press(page, '下一步');
  }
  await heading(page, '有照片吗？').waitFor();

  await page.goBack();
  await heading(page, '在什么地方？').waitFor();
  expect(await page.getByLabel('具体位置').inputValue()).toBe(report.place);
  await page.goBack();
  await heading(page, '发生了什么事？').waitFor();
  await page.reload();
  expect(await page.getByLabel('请说说是什么情况').inputValue()).toBe(report.what);
  await press(page, '下一步');
  await page
    .getByLabel('村居')
    .locator('option:checked', { hasText: report.village })
    .waitFor({ state: 'attached' });
  expect(await page.getByLabel('镇街').locator('option:checked').innerText()).toBe(report.town);
  expect(await page.getByLabel('具体位置').inputValue()).toBe(report.place);
});

test('a page of the form that is opened ahead of its turn leads to the first question not yet answered', async () => {
  const { page } = await site.visit(desk);
  await page.goto('/report/check');
  await heading(page, '您要反映哪方面的问题？').waitFor();
  await steps.category(page);
  await press(page, '下一步');
  await heading(page, '发生了什么事？').waitFor();
  await page.goto('/report/contact');
  await heading(page, '发生了什么事？').waitFor();
  expect(new URL(page.url()).pathname).toBe('/report/what');
});

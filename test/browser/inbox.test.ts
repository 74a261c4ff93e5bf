import { expect, test } from 'vitest';
import { signIn } from '../support/pages.officer.ts';
import { heading } from '../support/pages.resident.ts';
import { looksRight, phone, useSite } from '../support/pages.ts';

const site = useSite();

test('on a phone somebody reads what they were told, sets up their mails, and looks at those that were sent', async () => {
  const { page, keepSecret, allowTrouble } = await site.visit(phone);
  // What the service says of a mailbox without an address.
  allowTrouble(/status of 422/);
  keepSecret('gongzuo@example.cn');
  await signIn(page, 'supervisor');
  await page.getByRole('link', { name: /^消息/ }).click();
  await heading(page, '消息').waitFor();
  await page.getByRole('heading', { name: '邮件提醒' }).waitFor();
  await looksRight(page);

  await page.getByRole('button', { name: '设置邮件提醒' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('每天 08:00 合成一封').check();
  await dialog.getByRole('button', { name: '保存' }).click();
  await dialog
    .getByText(/请填写收邮件的地址/)
    .first()
    .waitFor();
  await dialog.getByLabel('工作邮箱').fill('gongzuo@example.cn');
  await looksRight(page);
  await dialog.getByRole('button', { name: '保存' }).click();
  await page.getByText('邮件提醒已保存').waitFor();
  await page.getByText('gongzuo@example.cn').waitFor();
  expect(await page.getByText('每天 08:00 合成一封').count()).toBe(1);

  await page.getByRole('button', { name: '全部标为已读' }).click();
  await page.getByText(/^已标为已读/).waitFor();
  await page.getByRole('link', { name: '发出的邮件' }).click();
  await heading(page, '发出的邮件').waitFor();
  await page.getByText('没有失败的邮件').waitFor();
  await looksRight(page);
});

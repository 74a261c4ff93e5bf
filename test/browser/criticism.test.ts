import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectAccessible } from '../support/browser.ts';
import { signIn } from '../support/pages.officer.ts';
import { heading, photo } from '../support/pages.resident.ts';
import { phone, useSite } from '../support/pages.ts';

const site = useSite();

const looksRight = async (page: Page): Promise<void> => {
  await expectAccessible(page);
  expect(
    await page.evaluate<number>(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    ),
  ).toBe(0);
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

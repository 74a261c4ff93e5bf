import { test } from 'vitest';
import { signIn } from '../support/pages.officer.ts';
import { heading } from '../support/pages.resident.ts';
import { looksRight, phone, useSite } from '../support/pages.ts';

const site = useSite();

test('a target is set on a phone and stands with its bar, its line and what is missing', async () => {
  const { page } = await site.visit(phone);
  await signIn(page, 'culture');
  await page.goto('/admin/targets?year=2031');
  await heading(page, '2031 年度任务').waitFor();
  await looksRight(page);
  await page.getByRole('button', { name: '定任务' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('定什么').selectOption('film');
  await dialog.getByLabel('按什么计').selectOption('sessions');
  await dialog.getByLabel('数字').fill('２４０');
  await looksRight(page);
  await dialog.getByRole('button', { name: '定任务' }).click();
  await page.getByText('任务已定').waitFor();
  await page.getByRole('rowheader', { name: '电影放映，场次' }).waitFor();
  await page.getByText('0.0%（0/240）').waitFor();
  await looksRight(page);
});

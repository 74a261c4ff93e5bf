import { expect, test } from 'vitest';
import { fillReport, heading, type Receipt, readReceipt, send } from '../support/pages.resident.ts';
import { phone, useSite } from '../support/pages.ts';

const site = useSite();

/** @returns the receipt, and the look-up link that stands on it */
const raise = async (): Promise<Receipt & { readonly link: URL }> => {
  const { page, keepSecret } = await site.visit(phone);
  await fillReport(page);
  await send(page);
  const receipt = await readReceipt(page);
  keepSecret(receipt.code);
  const href = await page.getByRole('link', { name: '查询这件事的进度' }).getAttribute('href');
  return { ...receipt, link: new URL(href ?? '', page.url()) };
};

test('a look-up link carries reference and code behind the #, where no server reads them', async () => {
  const { reference, code, link } = await raise();
  expect(`${link.pathname}${link.search}`).toBe('/track');
  expect(new URLSearchParams(link.hash.slice(1)).get('reference')).toBe(reference);
  expect(new URLSearchParams(link.hash.slice(1)).get('code')).toBe(code.replace(' ', ''));
});

test('who opens a look-up link finds both filled in, and the code gone from the address and the history', async () => {
  const { reference, code, link } = await raise();
  const { page, keepSecret } = await site.visit(phone);
  keepSecret(code);
  await page.goto('/');
  await page.goto(link.href);
  await heading(page, '查询进度').waitFor();
  await page.waitForURL((address) => address.hash === '');
  expect(await page.getByLabel('受理编号').inputValue()).toBe(reference);
  expect(await page.getByLabel('查询码').inputValue()).toBe(code.replace(' ', ''));
  await page.getByRole('button', { name: '查询' }).click();
  await heading(page, `${reference} 的进度`).waitFor();
  expect(new URL(page.url()).href).toBe(new URL('/track/progress', link).href);

  await page.goBack();
  await heading(page, '查询进度').waitFor();
  expect(new URL(page.url()).href).toBe(new URL('/track', link).href);
  await page.goBack();
  await heading(page, '您身边的问题，我们来办').waitFor();
});

test('an issue looked up on a shared phone is forgotten with its tab', async () => {
  const { reference, code, link } = await raise();
  const { page, keepSecret } = await site.visit(phone);
  keepSecret(code);
  await page.goto(link.href);
  await page.getByRole('button', { name: '查询' }).click();
  await heading(page, `${reference} 的进度`).waitFor();
  const next = await page.context().newPage();
  await next.goto('/track/progress');
  await heading(next, '查询进度').waitFor();
  expect(await next.getByLabel('查询码').inputValue()).toBe('');
});

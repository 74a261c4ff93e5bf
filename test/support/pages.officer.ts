import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { demoPassword } from '../../functions/local/demo/accounts.ts';
import { newKey } from './call.ts';
import { heading } from './pages.resident.ts';

/** Types the account and its password on the page that asks for them. */
export const giveAccount = async (page: Page, loginName: string): Promise<void> => {
  await page.getByLabel('账号').fill(loginName);
  await page.getByLabel('密码', { exact: true }).fill(demoPassword);
  await page.getByRole('button', { name: '登录' }).click();
};

export const signIn = async (page: Page, loginName: string): Promise<void> => {
  await page.goto('/admin/sign-in');
  await giveAccount(page, loginName);
  await heading(page, '今日工作').waitFor();
};

export const openLedger = async (page: Page): Promise<void> => {
  await page.getByRole('navigation', { name: '台账', exact: true }).getByText('问题台账').click();
  await heading(page, '问题台账').waitFor();
};

/** Lists follow by way of the stream: asks for the list again until the case is in it, then opens the case. */
export const openFromLedger = async (page: Page, list: string, reference: string): Promise<void> => {
  await openLedger(page);
  await page.getByRole('navigation', { name: '台账分类' }).getByRole('link', { name: list }).click();
  const row = page.getByRole('link', { name: reference, exact: true });
  const refresh = page.getByRole('button', { name: '刷新' });
  await expect
    .poll(
      async () => {
        await row.or(refresh).first().waitFor();
        if ((await row.count()) === 0) await refresh.click();
        return row.count();
      },
      { timeout: 30_000 },
    )
    .toBe(1);
  await row.click();
  await heading(page, `问题 ${reference}`).waitFor();
};

/** Opens the dialog of one of the actions offered. */
export const openAction = async (page: Page, action: string): Promise<Locator> => {
  await page
    .getByRole('region', { name: '我可以办理' })
    .getByRole('button', { name: action, exact: true })
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  return dialog;
};

/** Carries one of the actions offered out, and waits until it is done. */
export const carryOut = async (
  page: Page,
  action: string,
  fill: (dialog: Locator) => Promise<void>,
): Promise<void> => {
  const dialog = await openAction(page, action);
  await fill(dialog);
  await dialog.getByRole('button', { name: action, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
};

/** Sends a command as the desk's own pages do, from a page that is signed in; what a test needs, but is not about. */
export const sendAs = (page: Page, path: string, body: object, ifMatch?: number): Promise<unknown> =>
  page.evaluate(
    async ({ path, body, key, ifMatch }) => {
      const headers: Record<string, string> = { 'content-type': 'application/json', 'idempotency-key': key };
      if (ifMatch !== undefined) headers['if-match'] = `"${ifMatch}"`;
      const answer = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
      if (!answer.ok) throw new Error(await answer.text());
      return answer.json();
    },
    { path, body, key: newKey(), ifMatch },
  );

import type { BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import { expectAccessible } from './browser.ts';
import { giveAccount } from './pages.officer.ts';
import { heading } from './pages.resident.ts';

/** The app opened and signed in, with the round on the phone and the app itself kept for later. */
export const openRound = async (page: Page, loginName = 'visitor'): Promise<void> => {
  await page.goto('/field');
  await heading(page, '走访员登录').waitFor();
  await giveAccount(page, loginName);
  await heading(page, '今天走访哪几户').waitFor();
  await page.getByText('名单截至').waitFor();
  await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
};

export const door = (building: number, number: number): string => `${building} 号楼 ${100 + number} 室`;

export const openDoor = async (page: Page, address: string): Promise<void> => {
  await page.getByRole('main').getByRole('link', { name: address }).click();
  await heading(page, '这一户怎么样？').waitFor();
};

/** From the outcome to the page that says it is saved. */
export const recordNotHome = async (page: Page, address: string, note = ''): Promise<void> => {
  await openDoor(page, address);
  await page.getByRole('button', { name: '没人在家' }).click();
  await page.getByLabel('留给同事的话').fill(note);
  await page.getByRole('button', { name: '下一步：核对' }).click();
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await heading(page, address).waitFor();
};

export const toRound = async (page: Page): Promise<void> => {
  await page
    .getByRole('navigation', { name: '走访' })
    .getByRole('link', { name: '走访', exact: true })
    .click();
  await heading(page, '今天走访哪几户').waitFor();
};

export const toOutbox = async (page: Page): Promise<void> => {
  await page.getByRole('navigation', { name: '走访' }).getByRole('link', { name: '待上传' }).click();
  await heading(page, '待上传').waitFor();
};

/** How many the bar says are waiting; asked until it says so. */
export const expectWaiting = async (page: Page, count: number): Promise<void> => {
  await page
    .getByRole('navigation', { name: '走访' })
    .getByRole('link', { name: `待上传 ${count}`, exact: true })
    .waitFor();
};

/** The process that shows the page dies, as when a phone runs out of memory; a new one opens the same address. */
export const killTab = async (context: BrowserContext, page: Page): Promise<Page> => {
  const address = page.url();
  const session = await context.newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  // Never answered: whoever could is gone.
  void session.send('Page.crash').catch(() => undefined);
  await crashed;
  const opened = await context.newPage();
  await opened.goto(address);
  await page.close();
  return opened;
};

/** In a window as high as the page, because what scrolls under the bar counts as covered otherwise. */
export const expectWholeAccessible = async (page: Page): Promise<void> => {
  const { width = 390, height = 844 } = page.viewportSize() ?? {};
  const whole = await page.evaluate<number>('document.documentElement.scrollHeight');
  await page.setViewportSize({ width, height: Math.max(height, whole) });
  await expectAccessible(page);
  await page.setViewportSize({ width, height });
};

/** Nothing has to be scrolled sideways. */
export const expectFits = async (page: Page): Promise<void> => {
  const overhang = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  expect(overhang, new URL(page.url()).pathname).toBe(0);
};

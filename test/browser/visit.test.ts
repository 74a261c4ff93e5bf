import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { visitsContract } from '../../functions/visits/visits.contract.ts';
import { expectAccessible } from '../support/browser.ts';
import { dayFrom, planToday, registerDoors, signInOver, yitang } from '../support/field.ts';
import { expectFits } from '../support/pages.field.ts';
import { signIn } from '../support/pages.officer.ts';
import { heading } from '../support/pages.resident.ts';
import { desk, narrow, useSite } from '../support/pages.ts';
import { jpeg } from '../support/pictures.ts';

const site = useSite();
const day = `/admin/day-ledgers/${yitang.slice(-12)}/${dayFrom(0)}`;

/** A photo from a signed-in browser; its id. */
const sendPhoto = async (page: Page): Promise<string> => {
  const answer = await page.request.post(`${site.address()}/api/photos`, {
    headers: { 'content-type': 'image/jpeg', 'idempotency-key': crypto.randomUUID() },
    data: Buffer.from(jpeg(40, 30)),
  });
  return JSON.parse(await answer.text()).photoId;
};

/** One visit with a photo and an issue, and one nobody was at home for. */
const makeVisits = async (photo: string): Promise<void> => {
  const visitor = await signInOver(site.address(), 'visitor');
  const campaign = await planToday(await signInOver(site.address(), 'admin'), visitor, yitang);
  const { routes } = visitsContract;
  const round = async () => (await visitor.ask(routes.round)).rows;
  await expect.poll(async () => (await round()).length, { timeout: 15_000 }).toBe(2);
  const issue = {
    ...{ category: 'roads', what: '路灯坏了', consent: true },
    reporter: { who: 'other', name: '王小明', phone: '13812345678' },
  };
  const [first, second] = (await round()).map(({ household }) => ({
    ...{ entryId: crypto.randomUUID(), campaign, household, at: new Date().toISOString() },
  }));
  const met = { outcome: 'met', met: [{ relation: 'head' }], satisfaction: 4, views: '路灯要早点修' };
  const entries = [
    { ...first, ...met, materials: ['惠民政策明白纸'], photos: [photo], issues: [issue] },
    { ...second, outcome: 'not-home' },
  ];
  const { results } = await visitor.ask(routes.record, { body: { entries } });
  expect(results.map(({ result }) => result)).toEqual(['recorded', 'recorded']);
};

const seesPhoto = async (page: Page): Promise<void> => {
  await page.locator('.photo img').scrollIntoViewIfNeeded();
  await page.waitForFunction('document.querySelector(".photo img")?.naturalWidth === 40');
};

test('a lead opens a visit from the ledger of its day and from its household, and sees its photo', async () => {
  await registerDoors(await signInOver(site.address(), 'lead'), yitang, 1, 2);
  const visitor = await site.visit(desk);
  await signIn(visitor.page, 'visitor');
  await makeVisits(await sendPhoto(visitor.page));
  const { page } = await site.visit(desk);
  await signIn(page, 'lead');
  await expect
    .poll(
      async () => {
        await page.goto(day);
        await heading(page, '').first().waitFor();
        return page.locator('a[href*="/admin/visits/"]').count();
      },
      { timeout: 20_000 },
    )
    .toBe(2);
  const met = page.getByRole('row').filter({ hasText: '满意度 4/5' });
  await met.locator('a[href*="/admin/visits/"]').click();
  await heading(page, '走访：').waitFor();
  for (const said of ['路灯要早点修', '惠民政策明白纸', '4/5']) await page.getByText(said).waitFor();
  await seesPhoto(page);
  await expectAccessible(page);
  const visit = new URL(page.url()).pathname;

  await page.getByRole('main').getByRole('link', { name: '户情台账' }).click();
  await page.getByRole('link', { name: '看这次走访' }).click();
  await heading(page, '走访：').waitFor();
  expect(new URL(page.url()).pathname).toBe(visit);

  const small = await site.visit(narrow);
  await signIn(small.page, 'lead');
  await small.page.goto(visit);
  await seesPhoto(small.page);
  await expectFits(small.page);
}, 120_000);

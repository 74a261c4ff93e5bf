import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { planToday, registerDoors, signInOver, yitang } from '../support/field.ts';
import {
  door,
  expectFits,
  expectWholeAccessible,
  openDoor,
  openRound,
  recordNotHome,
  toOutbox,
  toRound,
} from '../support/pages.field.ts';
import { heading, photo } from '../support/pages.resident.ts';
import { narrow, phone, useSite, type Visit } from '../support/pages.ts';

const site = useSite();
type Check = (page: Page) => Promise<void>;

/** Each walk knocks at doors of its own. */
let building = 0;
const walks = 5;

beforeAll(async () => {
  const lead = await signInOver(site.address(), 'lead');
  for (let number = 1; number <= walks; number++) await registerDoors(lead, yitang, number, 4);
  await planToday(
    await signInOver(site.address(), 'admin'),
    await signInOver(site.address(), 'visitor'),
    yitang,
  );
});

const setNetwork = (page: Page, isThere: boolean): Promise<void> => page.context().setOffline(!isThere);

const refusedForm = (page: Page): Promise<void> =>
  page.getByRole('alert', { name: '有内容需要修改' }).waitFor();

/** A visit with everything there is to fill in. */
const walkForm = async (page: Page, address: string, check: Check): Promise<void> => {
  await openDoor(page, address);
  await check(page);
  await page.getByRole('button', { name: '见到人了' }).click();
  await heading(page, '见到人了').waitFor();
  await page.getByRole('button', { name: '添加一个问题' }).click();
  await page.getByRole('button', { name: '下一步：核对' }).click();
  await refusedForm(page);
  await check(page);
  await page.getByRole('checkbox', { name: '户主', exact: true }).check();
  await page.getByRole('checkbox', { name: '防诈骗宣传册' }).check();
  await page.getByLabel('哪方面的问题').selectOption('道路和路灯');
  await page.getByLabel('是什么情况').fill('楼前的路灯坏了');
  await page.getByLabel('问题的照片').setInputFiles(photo);
  await page.getByRole('button', { name: `移除照片 ${photo.name}` }).waitFor();
  await page.getByRole('radio', { name: '别人' }).check();
  await page.getByLabel('反映人姓名').fill('王秀兰');
  await page.getByLabel('反映人电话').fill('13812345678');
  await page.getByRole('checkbox', { name: '反映人同意' }).check();
  await check(page);
  await page.getByRole('button', { name: '下一步：核对' }).click();
  await heading(page, '核对后保存').waitFor();
  await check(page);
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByText('已保存在这部手机上').waitFor();
  await check(page);
};

/** Every page and state of the app, `check` at each. */
const walk = async ({ page, allowTrouble }: Visit, check: Check): Promise<void> => {
  building += 1;
  const here = (number: number): string => door(building, number);
  allowTrouble(/ERR_INTERNET_DISCONNECTED|status of 401/);
  await page.goto('/field');
  await heading(page, '走访员登录').waitFor();
  await check(page);
  await page.getByRole('button', { name: '登录' }).click();
  await refusedForm(page);
  await check(page);
  await openRound(page);
  await check(page);

  await setNetwork(page, false);
  await page.getByText('网络已断开').waitFor();
  await check(page);
  await walkForm(page, here(1), check);
  await toRound(page);
  await page.getByText('已保存，待上传').waitFor();
  await check(page);
  // An evening too late by the service's clock: what it will refuse.
  await page.clock.setFixedTime(Date.now() + 5 * 3_600_000);
  await recordNotHome(page, here(2));
  await page.clock.setFixedTime(Date.now());
  await toOutbox(page);
  await page.getByText('等待上传（2）').waitFor();
  await check(page);
  await setNetwork(page, true);
  await page.getByText('没有收下（1）').waitFor();
  await page.getByText('最近上传的（1）').waitFor();
  await check(page);
  await page
    .getByRole('main')
    .getByRole('link', { name: here(2) })
    .click();
  await page.getByText('没有收下，要处理').waitFor();
  await check(page);
  await toOutbox(page);
  await page
    .getByRole('main')
    .getByRole('link', { name: here(1) })
    .click();
  await page.getByText('登记的问题').waitFor();
  await check(page);

  await toRound(page);
  await openDoor(page, here(3));
  await page.getByRole('button', { name: '约了时间再来' }).click();
  await page.getByRole('button', { name: '下一步：核对' }).click();
  await refusedForm(page);
  await check(page);
  await page.goto('/field/help');
  await heading(page, '帮助').waitFor();
  await check(page);
  await page.getByRole('button', { name: '清空', exact: true }).click();
  await page.getByRole('dialog').waitFor();
  await check(page);
  await page.goto('/field/no-such-page');
  await heading(page, '没有找到这个页面').waitFor();
  await check(page);
};

test('every page and state of the field app is accessible on a phone', async () => {
  await walk(await site.visit(phone), expectWholeAccessible);
});

test('every page and state of the field app is accessible in the dark and in high contrast', async () => {
  await walk(await site.visit({ ...phone, colorScheme: 'dark', contrast: 'more' }), expectWholeAccessible);
});

test('at 400 % nothing of the field app has to be scrolled sideways, not even with big text', async () => {
  const visit = await site.visit(narrow);
  await visit.page.addInitScript("localStorage.setItem('huimin.text', 'big')");
  await walk(visit, expectFits);
});

test('where the browser keeps nothing the app says so instead of losing what is written', async () => {
  const { page } = await site.visit(phone);
  await page.addInitScript(
    "IDBFactory.prototype.open = () => { throw new DOMException('', 'SecurityError') }",
  );
  await page.goto('/field');
  await heading(page, '这部手机不让网站保存内容').waitFor();
  await expectWholeAccessible(page);
  await expectFits(page);
});

test('in English every page of the field app is accessible, fits and has no Chinese of its own', async () => {
  const { page, allowTrouble } = await site.visit({ ...phone, locale: 'en-GB' });
  allowTrouble(/status of 401/);
  building += 1;
  await page.goto('/field');
  await page.getByLabel('Login name').fill('visitor');
  await page.getByLabel('Password', { exact: true }).fill('huimin-demo-2026');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await heading(page, 'Households to visit').waitFor();
  await page.getByText('List as of').waitFor();
  const check: Check = async (each) => {
    await expectWholeAccessible(each);
    await expectFits(each);
  };
  await check(page);
  await page
    .getByRole('main')
    .getByRole('link', { name: door(building, 1) })
    .click();
  await heading(page, 'What came of it?').waitFor();
  await check(page);
  await page.getByRole('button', { name: 'Met somebody' }).click();
  await heading(page, 'Met somebody').waitFor();
  const labels = await page.getByRole('main').locator('label, legend, h2').allInnerTexts();
  expect(labels.length).toBeGreaterThan(15);
  // Materials are named by the campaign, in its own words.
  expect(labels.filter((label) => /\p{Script=Han}/u.test(label) && !/明白纸|宣传册/.test(label))).toEqual([]);
  await check(page);
  for (const [link, title] of [
    ['To send 0', 'To send'],
    ['Help', 'Help'],
  ] as const) {
    await page.getByRole('navigation', { name: 'Visits' }).getByRole('link', { name: link }).click();
    await heading(page, title).waitFor();
    await check(page);
  }
});

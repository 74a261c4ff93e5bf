import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import {
  type Colleague,
  planToday,
  recordedBy,
  registerDoors,
  signInOver,
  yitang,
} from '../support/field.ts';
import {
  door,
  expectWaiting,
  expectWholeAccessible,
  killTab,
  openDoor,
  openRound,
  recordNotHome,
  toOutbox,
  toRound,
} from '../support/pages.field.ts';
import { giveAccount } from '../support/pages.officer.ts';
import { heading, photo } from '../support/pages.resident.ts';
import { phone, useSite, type Visit } from '../support/pages.ts';
import { type Relay, startRelay } from '../support/relay.ts';

const site = useSite();

/** What a browser says on its console when there is no network; the tests take it away themselves. */
const noNetwork = /ERR_(INTERNET_DISCONNECTED|CONNECTION|EMPTY_RESPONSE|FAILED|NETWORK)|status of 401/;

let visitor: Colleague;
let lead: Colleague;
/** Each test knocks at doors of its own; all numbers as long, so that none is the end of another. */
let building = 20;
const buildings = 12;

beforeAll(async () => {
  lead = await signInOver(site.address(), 'lead');
  visitor = await signInOver(site.address(), 'visitor');
  for (let number = 1; number <= buildings; number++) await registerDoors(lead, yitang, building + number, 3);
  await planToday(await signInOver(site.address(), 'admin'), visitor, yitang);
});

beforeEach(async () => {
  building += 1;
  // An account has only so many sessions at a time, and every test signs in on a phone.
  visitor = await signInOver(site.address(), 'visitor');
});

const here = (number: number): string => door(building, number);

/** Ids of the visits the service has of this test's doors. */
const recorded = async (): Promise<string[]> =>
  (await recordedBy(visitor))
    .filter(({ address }) => address.includes(`${building} 号楼`))
    .map(({ address }) => address)
    .sort();

const expectRecorded = async (...numbers: readonly number[]): Promise<void> => {
  await expect.poll(recorded, { timeout: 15_000 }).toEqual(numbers.map(here));
};

interface Phone extends Visit {
  readonly relay: Relay;
  /** No network, and nobody at the other end either. */
  readonly goOffline: () => Promise<void>;
  readonly goOnline: () => Promise<void>;
}

const phoneWithRound = async (): Promise<Phone> => {
  const relay = await startRelay(site.address());
  onTestFinished(() => relay[Symbol.asyncDispose]());
  const visit = await site.visit({ ...phone, baseURL: relay.address });
  visit.allowTrouble(noNetwork);
  await openRound(visit.page);
  const context = visit.page.context();
  return {
    ...visit,
    relay,
    goOffline: async () => {
      relay.cut();
      await context.setOffline(true);
    },
    goOnline: async () => {
      relay.restore();
      await context.setOffline(false);
    },
  };
};

const isListed = (page: Page, address: string): Promise<void> =>
  page.getByRole('main').getByRole('link', { name: address }).waitFor();

test('visits made without a network survive a killed tab and arrive once each when the network is back', async () => {
  const { page, goOffline, goOnline } = await phoneWithRound();
  const context = page.context();
  await goOffline();
  await page.reload();
  await isListed(page, here(1));
  await recordNotHome(page, here(1));
  await page.getByText('已保存在这部手机上').waitFor();
  await toRound(page);
  await recordNotHome(page, here(2));

  const next = await killTab(context, page);
  await next.getByText('已保存在这部手机上').waitFor();
  await expectWaiting(next, 2);
  await toRound(next);
  await next.getByText('今天已走访（2）').waitFor();
  expect(await recorded()).toEqual([]);

  await goOnline();
  await expectWaiting(next, 0);
  await expectRecorded(1, 2);
  await toOutbox(next);
  await next.getByText('最近上传的（2）').waitFor();
});

test('a form half filled in is there again after the tab was killed, photo included', async () => {
  const { page, goOffline } = await phoneWithRound();
  await goOffline();
  await openDoor(page, here(1));
  await page.getByRole('button', { name: '见到人了' }).click();
  await page.getByLabel('意见和建议').fill('希望路灯早点修好');
  await page.getByRole('checkbox', { name: '户主', exact: true }).check();
  await page.getByLabel('走访照片').setInputFiles(photo);
  await page.getByRole('button', { name: `移除照片 ${photo.name}` }).waitFor();

  const next = await killTab(page.context(), page);
  await heading(next, '见到人了').waitFor();
  expect(await next.getByLabel('意见和建议').inputValue()).toBe('希望路灯早点修好');
  expect(await next.getByRole('checkbox', { name: '户主', exact: true }).isChecked()).toBe(true);
  await next.getByRole('button', { name: `移除照片 ${photo.name}` }).waitFor();
  await toRound(next);
  await next.getByText('填了一半').first().waitFor();
});

test('an issue raised at a door without a network comes back with its reference and code', async () => {
  const { page, goOffline, goOnline, keepSecret } = await phoneWithRound();
  await goOffline();
  await openDoor(page, here(1));
  await page.getByRole('button', { name: '见到人了' }).click();
  await page.getByRole('checkbox', { name: '配偶', exact: true }).check();
  await page.getByRole('radio', { name: '满意', exact: true }).check();
  await page.getByRole('button', { name: '添加一个问题' }).click();
  await page.getByLabel('哪方面的问题').selectOption('道路和路灯');
  await page.getByLabel('是什么情况').fill('楼前的路灯坏了');
  await page.getByLabel('问题的照片').setInputFiles(photo);
  await page.getByRole('button', { name: `移除照片 ${photo.name}` }).waitFor();
  await page.getByRole('radio', { name: '别人' }).check();
  await page.getByLabel('反映人姓名').fill('王秀兰');
  await page.getByLabel('反映人电话').fill('13812345678');
  await page.getByRole('checkbox', { name: '反映人同意' }).check();
  await page.getByRole('button', { name: '下一步：核对' }).click();
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByText('已保存在这部手机上').waitFor();

  await goOnline();
  await page.getByText('登记的问题').waitFor();
  const [reference = '', code = ''] = await page.getByRole('definition').allInnerTexts();
  expect(reference).toMatch(/^[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{4}$/);
  expect(code).toMatch(/^[0-9A-Z]{8}$/);
  keepSecret(code);
  await expectRecorded(1);
});

test('a visit whose answer was lost on the way is sent again and recorded once', async () => {
  const { page, relay } = await phoneWithRound();
  relay.loseAnswersOf('/api/visits');
  await recordNotHome(page, here(1));
  await expect.poll(() => relay.arrived('/api/visits'), { timeout: 15_000 }).toBeGreaterThanOrEqual(1);
  await expectWaiting(page, 1);
  await toOutbox(page);
  await page.getByText('网络不通。').waitFor();
  // It may have arrived: it must stay as it was sent.
  await page
    .getByRole('main')
    .getByRole('link', { name: here(1) })
    .click();
  expect(await page.getByRole('button', { name: '修改' }).count()).toBe(0);
  relay.restore();
  await toOutbox(page);
  await page.getByRole('button', { name: '现在上传' }).click();
  await expectWaiting(page, 0);
  expect(relay.arrived('/api/visits')).toBeGreaterThanOrEqual(2);
  await expectRecorded(1);
});

const noLocks = "Object.defineProperty(Navigator.prototype, 'locks', { value: undefined })";

test.each([
  ['taking turns by the browser’s locks', ''],
  ['taking turns by a lease where the browser has no locks', noLocks],
])('two tabs with the same visits waiting send each of them once, %s', async (_, script) => {
  const { page, relay, goOffline, goOnline } = await phoneWithRound();
  await page.context().addInitScript(script);
  await page.reload();
  await isListed(page, here(1));
  await goOffline();
  await recordNotHome(page, here(1));
  await toRound(page);
  await recordNotHome(page, here(2));
  const other = await page.context().newPage();
  await other.goto('/field/outbox');
  await expectWaiting(other, 2);
  await goOnline();
  await expectWaiting(page, 0);
  await expectWaiting(other, 0);
  expect(relay.arrived('/api/visits')).toBe(1);
  await expectRecorded(1, 2);
});

test('a visit that contradicts another is kept, and both versions are shown side by side', async () => {
  const { page, goOffline, goOnline } = await phoneWithRound();
  await goOffline();
  await openDoor(page, here(1));
  const form = page.url();
  await page.getByRole('button', { name: '见到人了' }).click();
  await page.getByRole('checkbox', { name: '户主', exact: true }).check();
  await page.getByRole('button', { name: '下一步：核对' }).click();
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByText('已保存在这部手机上').waitFor();
  await page.goto(form);
  await page.getByRole('button', { name: '不愿接受走访' }).click();
  await page.getByRole('button', { name: '下一步：核对' }).click();
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByText('已保存在这部手机上').waitFor();
  await goOnline();
  await page.getByText('您今天已经记录过这一户').waitFor();
  const versions = page.locator('.version');
  await versions.getByText('见到人了').waitFor();
  expect(await versions.getByRole('heading').allInnerTexts()).toEqual(['您的记录', '另一份记录']);
  await versions.first().getByText('不愿接受走访').waitFor();
  await expectWholeAccessible(page);
  await expectRecorded(1, 1);
});

test('a refused visit that is corrected is sent again and recorded', async () => {
  const { page, goOffline, goOnline } = await phoneWithRound();
  await goOffline();
  await page.clock.setFixedTime(Date.now() + 5 * 3_600_000);
  await recordNotHome(page, here(1), '有狗');
  await page.clock.setFixedTime(Date.now());
  await goOnline();
  await page.getByText('没有收下，要处理').waitFor();
  await page.getByRole('button', { name: '修改' }).click();
  await heading(page, '没人在家').waitFor();
  expect(await page.getByLabel('留给同事的话').inputValue()).toBe('有狗');
  await page.getByRole('button', { name: '下一步：核对' }).click();
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByText('填写的内容已从这部手机上删掉').waitFor();
  await expectWaiting(page, 0);
  await expectRecorded(1);
});

test('a visit the service refuses stays with its reason and is only deleted after it was written to a file', async () => {
  const { page, goOffline, goOnline } = await phoneWithRound();
  await goOffline();
  // The phone's clock is hours ahead, and without a network nobody tells it.
  await page.clock.setFixedTime(Date.now() + 5 * 3_600_000);
  await recordNotHome(page, here(1), '有狗');
  await page.clock.setFixedTime(Date.now());
  await goOnline();
  await page.getByText('没有收下，要处理').waitFor();
  await page.getByText('走访时间在以后').waitFor();
  await expectWaiting(page, 1);
  expect(await page.getByRole('button', { name: '删掉' }).count()).toBe(0);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出成文件' }).click(),
  ]);
  const written = JSON.parse(await readFile(await download.path(), 'utf8'));
  expect(written.visits).toMatchObject([{ address: here(1), visit: { outcome: 'not-home', note: '有狗' } }]);
  await page.getByRole('button', { name: '删掉' }).waitFor();
  await page.reload();
  await page.getByText('没有收下，要处理').waitFor();
  await page.getByRole('button', { name: '删掉' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '取消' }).click();
  await expectWaiting(page, 1);
  await page.getByRole('button', { name: '删掉' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '删掉' }).click();
  await expectWaiting(page, 0);
  expect(await recorded()).toEqual([]);
});

test('whoever signs in on the phone of a colleague neither sees nor sends what the colleague wrote', async () => {
  const { page, goOffline, goOnline, relay } = await phoneWithRound();
  await goOffline();
  await recordNotHome(page, here(1));
  await page.context().clearCookies();
  await goOnline();
  await page.getByText('登录已过期').waitFor();
  await expectWaiting(page, 1);

  await page.getByRole('link', { name: '去登录' }).click();
  await giveAccount(page, 'lead');
  await heading(page, '今天走访哪几户').waitFor();
  await expectWaiting(page, 0);
  await toOutbox(page);
  await page.getByText('还有另一位同事没有上传的记录').waitFor();
  expect(await page.getByText(here(1)).count()).toBe(0);
  expect(relay.arrived('/api/visits')).toBe(0);

  await page.goto('/field/sign-in');
  await giveAccount(page, 'visitor');
  await heading(page, '今天走访哪几户').waitFor();
  await expectWaiting(page, 0);
  await expectRecorded(1);
});

test('a new version takes over when it is told to, and what is being typed is still there', async () => {
  const { page, relay } = await phoneWithRound();
  await openDoor(page, here(1));
  await page.getByRole('button', { name: '没人在家' }).click();
  await page.getByLabel('留给同事的话').fill('门铃坏了');
  relay.deploy('/field-worker.js', (worker) => `${worker}\n// another version`);
  await page.evaluate('navigator.serviceWorker.getRegistration().then((each) => each.update())');
  await page.getByText('有新版本').waitFor();
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: '换成新版本' }).click()]);
  await heading(page, '没人在家').waitFor();
  expect(await page.getByLabel('留给同事的话').inputValue()).toBe('门铃坏了');
  expect(await page.getByText('有新版本').count()).toBe(0);
});

test('the worker is asked after each time, keeps the app’s files and never an answer of the API', async () => {
  const { page, relay } = await phoneWithRound();
  const worker = await fetch(`${relay.address}/field-worker.js`);
  expect(worker.headers.get('cache-control')).toBe('no-cache');
  expect(worker.headers.get('content-type')).toMatch(/^(text|application)\/javascript/);
  const kept = await page.evaluate<string[]>(
    'caches.keys().then((names) => Promise.all(names.map((name) => caches.open(name).then((cache) => cache.keys())))).then((lists) => lists.flat().map(({ url }) => new URL(url).pathname))',
  );
  expect(kept).toContain('/field');
  expect(kept.filter((path) => path.startsWith('/api/'))).toEqual([]);
});

import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { accessContract } from '../../functions/access/access.contract.ts';
import { demoPassword } from '../../functions/local/demo/accounts.ts';
import { yongan } from '../../functions/local/demo/district.ts';
import { localDateOf, parseInstant } from '../../functions/platform/runtime/time.ts';
import { dayFrom, signInOver } from '../support/field.ts';
import {
  expectFits,
  expectWaiting,
  expectWholeAccessible,
  killTab,
  toOutbox,
} from '../support/pages.field.ts';
import { giveAccount } from '../support/pages.officer.ts';
import { heading, photo } from '../support/pages.resident.ts';
import { phone, useSite, type Visit } from '../support/pages.ts';
import { type Relay, startRelay } from '../support/relay.ts';
import { bringTo, type Office, openOffice, type Standing, writeDown } from '../support/renovation.desk.ts';
import { assessment, certificateNo } from '../support/renovation.ts';

const site = useSite();
const year = Number(localDateOf(parseInstant(new Date().toISOString())).slice(0, 4));
/** What a browser says on its console when there is no network, and what a home that is another's answers. */
const expected =
  /ERR_(INTERNET_DISCONNECTED|CONNECTION|EMPTY_RESPONSE|FAILED|NETWORK)|status of (401|40[349]|412)/;

let office: Office;
/** Each test goes to a home of its own. */
let number = 700;

beforeAll(async () => {
  office = await openOffice(site.address(), year);
}, 120_000);

interface Named extends Standing {
  readonly address: string;
}

/** A home the contractor, or somebody else, is to assess, at a door of its own. */
const namedHome = async (assessor = office.contractorId): Promise<Named> => {
  number += 1;
  const reviewed = await bringTo(office, await writeDown(office, number), 'reviewed', year);
  await office.town.post(
    `/api/renovations/${reviewed.reference}/appointment`,
    { assessor, day: dayFrom(0) },
    reviewed.version,
  );
  return { ...reviewed, version: reviewed.version + 1, address: `幸福路 ${number} 1 101` };
};

interface Phone extends Visit {
  readonly relay: Relay;
  readonly goOffline: () => Promise<void>;
  readonly goOnline: () => Promise<void>;
}

let home: Named;
beforeEach(async () => {
  home = await namedHome();
});

const listed = (page: Page) => page.getByRole('main').getByRole('link', { name: home.address });

const phoneOf = async (loginName: string, title: string): Promise<Phone> => {
  const relay = await startRelay(site.address());
  onTestFinished(() => relay[Symbol.asyncDispose]());
  const visit = await site.visit({ ...phone, baseURL: relay.address });
  visit.allowTrouble(expected);
  visit.keepSecret(certificateNo(number), `王小${number}`, `138${String(number).padStart(8, '0')}`);
  const { page } = visit;
  await page.goto('/field');
  await heading(page, '走访员登录').waitFor();
  await giveAccount(page, loginName);
  await heading(page, title).waitFor();
  // Lists follow by way of the stream.
  await expect
    .poll(
      async () => {
        await page.getByRole('button', { name: '刷新' }).click();
        return listed(page).count();
      },
      { timeout: 30_000 },
    )
    .toBe(1);
  await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
  const context = page.context();
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

const assessorsPhone = (): Promise<Phone> => phoneOf('contractor', '要评估的住房');

const fillIn = async (page: Page): Promise<void> => {
  await page.getByLabel('本人能做什么、不能做什么').fill('不能站立，上厕所要人扶');
  await page.getByLabel('家里是什么样').fill('平房，蹲坑');
  for (const item of ['厕所改造', '扶手']) {
    const group = page.getByRole('group', { name: item, exact: true });
    await group.getByLabel('需要', { exact: true }).check();
    await group.getByLabel('理由').fill('看过现场');
  }
};

const save = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: '保存评估' }).click();
  await page.getByText('已保存在这部手机上').waitFor();
};

/** What the service has of it. */
const standing = (): Promise<unknown> => office.town.get(`/api/renovations/${home.reference}`);

test('an assessment made without a network survives a killed tab and arrives once, photo included', async () => {
  const { page, goOffline, goOnline, relay } = await assessorsPhone();
  await goOffline();
  await page.reload();
  await expectWholeAccessible(page);
  await listed(page).click();
  await heading(page, '入户评估').waitFor();
  await page.getByRole('link', { name: `138${String(number).padStart(8, '0')}` }).waitFor();
  await page.getByRole('button', { name: '保存评估' }).click();
  await page.getByRole('alert').getByText('厕所改造 · 需要吗：请选择一项').waitFor();
  await expectWholeAccessible(page);
  await expectFits(page);
  await fillIn(page);
  await page.getByLabel('现场照片').setInputFiles(photo);
  await page.getByRole('button', { name: `移除照片 ${photo.name}` }).waitFor();

  const half = await killTab(page.context(), page);
  await half.getByRole('button', { name: `移除照片 ${photo.name}` }).waitFor();
  expect(await half.getByLabel('家里是什么样').inputValue()).toBe('平房，蹲坑');
  await save(half);
  const next = await killTab(half.context(), half);
  await next.getByText('已保存在这部手机上').waitFor();
  await expectWholeAccessible(next);
  await expectWaiting(next, 1);
  expect(await standing()).toMatchObject({ state: 'reviewed' });

  await goOnline();
  await expectWaiting(next, 0);
  await next.getByText('填写的内容已从这部手机上删掉').waitFor();
  expect(await standing()).toMatchObject({
    ...{ state: 'assessed', version: home.version + 1 },
    assessment: { home: '平房，蹲坑', photos: [expect.any(String)] },
  });
  expect(relay.arrived(`/api/renovations/${home.reference}/assessment`)).toBe(1);
});

test('an assessment whose answer was lost is sent again, and stands once', async () => {
  const { page, relay } = await assessorsPhone();
  const path = `/api/renovations/${home.reference}/assessment`;
  relay.loseAnswersOf(path);
  await listed(page).click();
  await fillIn(page);
  await save(page);
  await expect.poll(() => relay.arrived(path), { timeout: 15_000 }).toBeGreaterThanOrEqual(1);
  await expectWaiting(page, 1);
  await toOutbox(page);
  await page.getByText('网络不通。').waitFor();
  // It may have arrived: it must stay as it was sent.
  await page.getByRole('main').getByRole('link', { name: '申请' }).click();
  await page.getByText('已保存在这部手机上').waitFor();
  expect(await page.getByRole('button', { name: '修改' }).count()).toBe(0);
  relay.restore();
  await toOutbox(page);
  await page.getByRole('button', { name: '现在上传' }).click();
  await expectWaiting(page, 0);
  expect(relay.arrived(path)).toBeGreaterThanOrEqual(2);
  expect(await standing()).toMatchObject({ state: 'assessed', version: home.version + 1 });
});

test('the day moved meanwhile: what was found is taken; withdrawn meanwhile: the phone says so and keeps both versions', async () => {
  const { page, goOffline, goOnline } = await phoneOf('contractor', '要评估的住房');
  await goOffline();
  await listed(page).click();
  await fillIn(page);
  await save(page);
  await office.lead.post(
    `/api/renovations/${home.reference}/withdrawal`,
    { reason: 'moved', how: 'phone' },
    home.version,
  );
  await goOnline();
  await page.getByText('没有收下，要处理').waitFor();
  await page.getByText('这处住房不再是您的任务').waitFor();
  await expectWaiting(page, 1);
  const versions = page.locator('.version');
  expect(await versions.getByRole('heading').allInnerTexts()).toEqual(['您填的', '系统里现在的情况']);
  await versions.first().getByText('平房，蹲坑').waitFor();
  await expectWholeAccessible(page);
  await expectFits(page);
  // Only after it was written to a file.
  expect(await page.getByRole('button', { name: '删掉' }).count()).toBe(0);
  await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出成文件' }).click(),
  ]);
  await page.getByRole('button', { name: '删掉' }).waitFor();
  await page.reload();
  await page.getByText('没有收下，要处理').waitFor();
  await page.getByRole('button', { name: '删掉' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '删掉' }).click();
  await expectWaiting(page, 0);

  home = await namedHome();
  await page
    .getByRole('navigation', { name: '走访' })
    .getByRole('link', { name: '走访', exact: true })
    .click();
  await expect
    .poll(
      async () => {
        await page.getByRole('button', { name: '刷新' }).click();
        return listed(page).count();
      },
      { timeout: 30_000 },
    )
    .toBe(1);
  await goOffline();
  await listed(page).click();
  await fillIn(page);
  await save(page);
  await office.town.post(
    `/api/renovations/${home.reference}/appointment`,
    { assessor: office.contractorId, day: dayFrom(1) },
    home.version,
  );
  await goOnline();
  await expectWaiting(page, 0);
  expect(await standing()).toMatchObject({ state: 'assessed', version: home.version + 2 });
});

test('who visits and assesses sees both; a home given to another and assessed there is shown side by side, until the officer decides', async () => {
  const admin = await signInOver(site.address(), 'admin');
  const { staffId } = await signInOver(site.address(), 'visitor');
  const params = { staffId };
  const { version } = await admin.ask(accessContract.routes.staffMember, { params });
  const body = { roles: ['visitor' as const, 'disability' as const], scope: yongan };
  await admin.ask(accessContract.routes.assignment, { params, body, version });
  home = await namedHome(staffId);
  const { page, goOffline, goOnline } = await phoneOf('visitor', '今天走访哪几户');
  await page.getByText('今天的都走访完了').waitFor();
  await goOffline();
  await listed(page).click();
  await fillIn(page);
  await save(page);
  const path = `/api/renovations/${home.reference}`;
  const given = { assessor: office.contractorId, day: dayFrom(1) };
  await office.town.post(`${path}/appointment`, given, home.version);
  await goOnline();
  await page.getByText('这处住房已派给别人评估').waitFor();
  await page.locator('.version').last().getByText('徐德胜').waitFor();
  await expectWaiting(page, 1);

  await office.contractor.post(`${path}/assessment`, assessment, home.version + 1);
  await page.getByRole('button', { name: '再问一次系统' }).click();
  await page.getByText('这份申请已经不在等评估').waitFor();
  await page.locator('.version').last().getByText(assessment.home).waitFor();
  await page.locator('.version').first().getByText('平房，蹲坑').waitFor();
  await expectWholeAccessible(page);
  await expectFits(page);
  await expectWaiting(page, 1);
  expect(await standing()).toMatchObject({ assessment: { home: assessment.home } });
});

test('in English and by keyboard alone a home is assessed; signing out takes every home and door off the phone', async () => {
  const { page, keepSecret } = await assessorsPhone();
  keepSecret(demoPassword);
  await page.evaluate("localStorage.setItem('huimin.language', 'en')");
  await page.reload();
  await heading(page, 'Homes to assess').waitFor();
  await listed(page).waitFor();
  const type = async (label: string, text: string): Promise<void> => {
    await tabTo(page, label);
    await page.keyboard.type(text);
  };
  await tabTo(page, home.address);
  await page.keyboard.press('Enter');
  await heading(page, 'Assessment at home').waitFor();
  await expectWholeAccessible(page);
  await type('function', 'Cannot stand');
  await type('home', 'Squat toilet');
  for (const index of [0, 1]) {
    await tabTo(page, `items.${index}.needed`);
    await page.keyboard.press('Space');
    await type(`items.${index}.why`, 'Seen');
  }
  await tabTo(page, 'Save the assessment');
  await page.keyboard.press('Enter');
  await page.getByText('What you filled in was deleted from this phone.').waitFor();
  expect(await standing()).toMatchObject({ state: 'assessed', assessment: { home: 'Squat toilet' } });

  await page.goto('/field/help');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect.poll(() => page.evaluate<number>(keptCount), { timeout: 15_000 }).toBe(0);
});

/** Tabs on until the control with this name, field name or text has the focus. */
const tabTo = async (page: Page, wanted: string): Promise<void> => {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    const focused = page.locator(':is(a, button, input, textarea, select):focus');
    if ((await focused.count()) === 0) continue;
    if ((await focused.getAttribute('name')) === wanted) return;
    if ((await focused.textContent())?.includes(wanted)) return;
  }
  throw new Error(`no Tab leads to ${wanted}`);
};

const keptCount = `new Promise((resolve, reject) => {
  const opening = indexedDB.open('huimin-field');
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const stores = ['homes', 'assessments', 'keys'];
    const transaction = opening.result.transaction(stores);
    let sum = 0;
    for (const name of stores) transaction.objectStore(name).count().onsuccess = ({ target }) => { sum += target.result; };
    transaction.oncomplete = () => { opening.result.close(); resolve(sum); };
  };
})`;

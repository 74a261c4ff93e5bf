import type { Page, Route } from 'playwright-core';
import { expect, test } from 'vitest';
import { giveAccount, openAction, openFromLedger, openLedger, signIn } from '../support/pages.officer.ts';
import { fillReport, heading, type Receipt, readReceipt, report, send } from '../support/pages.resident.ts';
import { desk, phone, useSite, type Visit } from '../support/pages.ts';

const site = useSite();

const raised = '**/api/public/issues';

/** Reference of every answer to a form that was sent, as often as it was. */
const referencesOf = (page: Page): string[] => {
  const references: string[] = [];
  page.on('response', async (response) => {
    if (response.request().method() !== 'POST' || new URL(response.url()).pathname !== '/api/public/issues')
      return;
    references.push((await response.json()).reference);
  });
  return references;
};

const onPhone = async (): Promise<Visit> => {
  const visit = await site.visit(phone);
  await fillReport(visit.page);
  return visit;
};

const raise = async (): Promise<Receipt> => {
  const { page } = await onPhone();
  await send(page);
  return readReceipt(page);
};

const nothingLost = async (page: Page): Promise<void> => {
  await heading(page, '核对后提交').waitFor();
  const answers = await page.getByRole('definition').allInnerTexts();
  for (const said of [report.what, report.place, report.name]) expect(answers.join('\n')).toContain(said);
};

test('a form sent without a connection says so, keeps its answers and is sent when the connection is back', async () => {
  const { page, allowTrouble } = await onPhone();
  allowTrouble(/ERR_INTERNET_DISCONNECTED/);
  await page.context().setOffline(true);
  // So long after that the names of places are asked for again.
  await page.clock.install();
  await page.clock.fastForward('00:10');
  await send(page);
  await page.getByRole('alert', { name: '刚才的提交没有收到回复' }).waitFor();
  await page.getByText('网络不通。您填写的内容还在，连上网络后请再试一次。').waitFor();
  await nothingLost(page);
  await page.context().setOffline(false);
  await send(page);
  await readReceipt(page);
});

test('where the names of town and village can’t be had, what was written stands without them', async () => {
  const { page, allowTrouble } = await onPhone();
  allowTrouble(/ERR_INTERNET_DISCONNECTED/);
  await page.route('**/api/organisations', (route) => route.abort('internetdisconnected'));
  const failed = page.waitForEvent('requestfailed');
  await page.reload();
  await failed;
  await nothingLost(page);
});

test('an issue whose receipt was lost on the way is registered once, however often it is sent', async () => {
  const { page, allowTrouble } = await onPhone();
  allowTrouble(/ERR_CONNECTION_RESET/);
  const arrived: string[] = [];
  const loseAnswer = async (route: Route): Promise<void> => {
    arrived.push((await (await route.fetch()).json()).reference);
    await route.abort('connectionreset');
  };
  await page.route(raised, loseAnswer);
  await send(page);
  await page.getByRole('alert', { name: '刚才的提交没有收到回复' }).waitFor();
  await page.getByText('不会重复登记').waitFor();
  // Nobody can know whether it arrived: until then nothing may be changed, also after a reload.
  await page.reload();
  await nothingLost(page);
  expect(await page.getByRole('link', { name: '修改' }).count()).toBe(0);
  await page.unroute(raised, loseAnswer);
  await send(page);
  const { reference } = await readReceipt(page);
  expect(new Set(arrived)).toEqual(new Set([reference.replaceAll('-', '')]));
});

test('pressing “send” twice in a hurry registers one issue', async () => {
  const { page } = await onPhone();
  const references = referencesOf(page);
  await page.getByRole('button', { name: '提交' }).dblclick();
  const { reference } = await readReceipt(page);
  expect(new Set(references)).toEqual(new Set([reference.replaceAll('-', '')]));
});

test('an officer overtaken by a colleague sees both versions, keeps what was written and can still send it', async () => {
  const { reference } = await raise();
  const slow = await site.visit(desk);
  slow.allowTrouble(/status of 412/);
  await signIn(slow.page, 'lead');
  await openFromLedger(slow.page, '待转办', reference);
  const comment = await openAction(slow.page, '写备注');
  await comment.getByLabel('备注').fill('已给群众打过电话，灯杆编号 0312。');

  const { page: fast } = await site.visit(desk);
  await signIn(fast, 'supervisor');
  await openFromLedger(fast, '待转办', reference);
  const transfer = await openAction(fast, '转办');
  await transfer.getByLabel('承办部门').selectOption('永安镇城建办公室');
  await transfer.getByRole('button', { name: '转办', exact: true }).click();
  await transfer.waitFor({ state: 'hidden' });

  await comment.getByRole('button', { name: '写备注' }).click();
  await comment.getByText('您填写的时候，别人先做了改动').waitFor();
  const change = comment.getByRole('row', { name: '待认领' });
  expect(await change.getByRole('cell').allInnerTexts()).toEqual(['待转办', '待认领']);
  expect(await comment.getByLabel('备注').inputValue()).toBe('已给群众打过电话，灯杆编号 0312。');
  await comment.getByRole('button', { name: '按现在的情况提交' }).click();
  await comment.waitFor({ state: 'hidden' });
  await slow.page.getByText('已给群众打过电话，灯杆编号 0312。').waitFor();
});

test('who was signed out from another device signs in again and is back on the same page', async () => {
  const here = await site.visit(desk);
  here.allowTrouble(/status of 401/);
  await signIn(here.page, 'inspector');
  await openLedger(here.page);
  await here.page.getByRole('navigation', { name: '台账分类' }).getByRole('link', { name: '逾期' }).click();
  await here.page.getByText('没有逾期的问题').waitFor();
  const before = here.page.url();

  const { page: elsewhere } = await site.visit(desk);
  await signIn(elsewhere, 'inspector');
  await elsewhere.goto('/admin/account');
  await elsewhere.getByRole('button', { name: /^让它退出/ }).click();
  await elsewhere.getByText('已让那台设备退出登录。').waitFor();

  await here.page.reload();
  await heading(here.page, '工作人员登录').waitFor();
  await giveAccount(here.page, 'inspector');
  await heading(here.page, '问题台账').waitFor();
  expect(here.page.url()).toBe(before);
});

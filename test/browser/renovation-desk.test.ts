import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import * as v from 'valibot';
import { beforeAll, expect, test } from 'vitest';
import { demoPassword } from '../../functions/local/demo/accounts.ts';
import { formatReference } from '../../functions/platform/contract/reference.rules.ts';
import { localDateOf, parseInstant } from '../../functions/platform/runtime/time.ts';
import { renovationContract } from '../../functions/renovation/renovation.contract.ts';
import { openSpreadsheet } from '../../web/src/admin/households/import/open-spreadsheet.ts';
import { expectAccessible } from '../support/browser.ts';
import { signIn } from '../support/pages.officer.ts';
import { heading } from '../support/pages.resident.ts';
import { desk, phone, useSite } from '../support/pages.ts';
import {
  bringTo,
  doorstep,
  type Office,
  openOffice,
  townOffice,
  writeDown,
} from '../support/renovation.desk.ts';
import { certificateNo } from '../support/renovation.ts';

const site = useSite();
const year = Number(localDateOf(parseInstant(new Date().toISOString())).slice(0, 4));
let office: Office;

beforeAll(async () => {
  office = await openOffice(site.address(), year);
}, 120_000);

const looksRight = async (page: Page): Promise<void> => {
  await expectAccessible(page);
  const beyond = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
  expect(await page.evaluate<number>(beyond)).toBe(0);
};

const signInAs = async (page: Page, loginName: string, password: string): Promise<void> => {
  await page.goto('/admin/sign-in');
  await page.getByLabel('账号').fill(loginName);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录' }).click();
  await heading(page, '今日工作').waitFor();
};

const openCase = async (page: Page, reference: string): Promise<void> => {
  await page.goto(`/admin/renovations/${reference}`);
  await heading(page, `无障碍改造 ${formatReference(reference)}`).waitFor();
};

/** Opens a dialog of the page, and leaves it to be filled in. */
const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).first().click();

test('somebody at the counter is written down on a phone, with both consents, and gets reference and code', async () => {
  const { page, keepSecret } = await site.visit(phone);
  keepSecret(certificateNo(901), '赵春梅', '13800000901');
  await signIn(page, 'lead');
  await page.goto('/admin/renovations/new');
  await heading(page, '代为登记无障碍改造').waitFor();
  await looksRight(page);
  await page.getByLabel('本人', { exact: true }).check();
  await page.getByLabel('姓名', { exact: true }).fill('赵春梅');
  await page.getByLabel('电话', { exact: true }).fill('13800000901');
  await page.getByLabel('残疾人证号').fill(certificateNo(901));
  await page.getByText('肢体残疾 2 级，64 岁').waitFor();
  await page.getByLabel('残疾人证有效期到').fill('2040-01-01');
  await page.getByLabel('是本区残联发的证').check();
  await page.getByLabel('村居', { exact: true }).selectOption({ index: 1 });
  await page.getByLabel('地址', { exact: true }).fill('幸福路 901 号');
  await page.getByLabel('厕所改造').check();
  await page.getByLabel('家里哪里不方便').fill('下蹲困难');
  await page.getByLabel(/已讲清楚用途/).check();
  await page.getByLabel(/已单独讲清楚/).check();
  await page.getByLabel('怎样表示同意').selectOption('in-person');
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await heading(page, '已登记').waitFor();
  await looksRight(page);
  await page.getByRole('link', { name: '打开这份申请' }).click();
  await page.getByText('待村居核对').first().waitFor();
  await looksRight(page);
});

test('a home is assessed on a phone by whom it names, and by nobody else', async () => {
  const written = await writeDown(office, 902);
  const reviewed = await bringTo(office, written, 'reviewed', year);
  const path = `/api/renovations/${reviewed.reference}`;
  await office.town.post(
    `${path}/appointment`,
    { assessor: office.contractorId, day: '2040-01-03' },
    reviewed.version,
  );
  const { page, allowTrouble } = await site.visit(phone);
  // What the home leads to once it is assessed is no longer theirs.
  allowTrouble(/status of 404/);
  await signIn(page, 'contractor');
  await page.goto('/admin/renovation-jobs');
  const start = page.getByRole('link', { name: '开始评估' });
  await expect
    .poll(
      async () => {
        await page.getByRole('button', { name: '刷新' }).click();
        return start.count();
      },
      { timeout: 30_000 },
    )
    .toBe(1);
  await looksRight(page);
  await start.click();
  await heading(page, `入户评估 ${formatReference(reviewed.reference)}`).waitFor();
  await looksRight(page);
  await page.getByLabel('本人能做什么、不能做什么').fill('不能站立');
  await page.getByLabel('家里是什么样').fill('平房，蹲坑');
  for (const item of ['厕所改造', '扶手']) {
    const group = page.getByRole('group', { name: item, exact: true });
    await group.getByLabel('需要', { exact: true }).check();
    await group.getByLabel('理由').fill('看过现场');
  }
  await page.getByRole('button', { name: '记录评估' }).click();
  await heading(page, '我的改造任务').waitFor();

  const stranger = await site.visit(phone);
  stranger.allowTrouble(/status of 404/);
  await signIn(stranger.page, 'contractor');
  await stranger.page.goto(`/admin/renovations/${reviewed.reference}`);
  await stranger.page.getByText('没有这份申请，或不是您的任务。').waitFor();
});

test('a plan adds up under the ceiling, and the district sees what is left before and after it approves', async () => {
  const feasible = await bringTo(office, await writeDown(office, 903), 'feasible', year);
  const { page } = await site.visit(desk);
  await signInAs(page, townOffice.loginName, townOffice.password);
  await openCase(page, feasible.reference);
  await looksRight(page);
  await press(page, '做方案');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('厕所改造').fill('1');
  await dialog.getByLabel('扶手').fill('4');
  await dialog.getByText('合计 2,980 元，每户上限 6,000 元').waitFor();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: '做方案' }).click();
  await page.getByText('待申请人同意').first().waitFor();
  await press(page, '记录申请人答复');
  await dialog.getByLabel('同意', { exact: true }).check();
  await dialog.getByLabel('怎么表示的').selectOption('phone');
  await dialog.getByRole('button', { name: '记录申请人答复' }).click();
  await page.getByText('待区里批准').first().waitFor();
  // Whoever planned it is not offered to approve it.
  expect(await page.getByRole('button', { name: '批准', exact: true }).count()).toBe(0);

  const district = await site.visit(phone);
  await signInAs(district.page, 'disability', demoPassword);
  await openCase(district.page, feasible.reference);
  await press(district.page, '批准');
  await district.page.getByText(/资金和户数都够/).waitFor();
  await looksRight(district.page);
  await district.page.getByRole('dialog').getByRole('button', { name: '批准' }).click();
  await district.page.getByText('公示中').first().waitFor();
  await looksRight(district.page);
});

test('every other page of renovation fits a phone and is accessible', async () => {
  const { page } = await site.visit(phone);
  await signIn(page, 'disability');
  const pages = [
    ['/admin/renovations', '无障碍改造'],
    ['/admin/renovation-funds', '改造资金和户数'],
    ['/admin/renovation-queue?node=370402/370402103', '改造排队名单'],
    ['/admin/renovation-lots', '施工批次'],
    ['/admin/renovation-lots/new', '派一批施工'],
  ] as const;
  for (const [path, title] of pages) {
    await page.goto(path);
    await heading(page, title).waitFor();
    await looksRight(page);
  }
  await page.goto('/admin/renovation-funds');
  await page.getByRole('button', { name: '修改：全区户数' }).click();
  await page.getByLabel('为什么改').waitFor();
  await looksRight(page);
});

/** A lot whose works no test can wait for: five working days in public, and then three signatures. */
const accepted = v.parse(renovationContract.routes.readLot.response, {
  ...{ lot: 'WNE79KX6CF', name: '永安镇第一批', node: '370402/370402103', homes: 2, version: 3 },
  ...{ contractor: { id: 'X37W7C64XF', name: '徐德胜' }, createdAt: '2026-11-02T02:00:00.000Z' },
  rows: [
    {
      ...{ reference: 'AFCT46E69A', state: 'accepted', village: doorstep, name: '王**', amount: 286_050 },
      lines: [
        { item: 'toilet', unit: 'set', price: 250_000, quantity: 1, amount: 250_000 },
        { item: 'handrails', unit: 'metre', price: 12_000, quantity: 3, amount: 36_050 },
      ],
      acceptedAt: '2026-11-20T02:00:00.000Z',
    },
    {
      reference: '4NNJ8WFFE2',
      state: 'building',
      village: doorstep,
      name: '赵**',
      amount: 250_000,
      lines: [],
    },
  ],
});

test('the list of payments is a spreadsheet that opens again, with what is owed and no more', async () => {
  const { page } = await site.visit(desk);
  await signIn(page, 'disability');
  await page.route(`**/api/renovation-lots/${accepted.lot}`, (route) =>
    route.fulfill({ json: accepted, headers: { etag: '"3"' } }),
  );
  await page.goto(`/admin/renovation-lots/${accepted.lot}`);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载付款清单' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('付款清单-永安镇第一批.xlsx');
  const file = new Blob([await readFile(await download.path())]);
  const { top } = await (await openSpreadsheet(file)).open(0);
  // Read as the register reads files: full-width signs come back plain.
  expect(top.map(({ cells }) => cells.filter((cell) => cell !== ''))).toEqual([
    ['序号', '批次', '施工单位', '编号', '村居', '残疾人', '改造内容', '金额(元)', '验收日期', '付款日期'],
    [
      ...['1', '永安镇第一批', '徐德胜', 'AFCT46E69A', expect.stringContaining('永安镇'), '王**'],
      ...['厕所改造 1套;扶手 3米', '2860.50', '2026-11-20'],
    ],
    ['合计', '2860.50'],
  ]);
  await looksRight(page);
});

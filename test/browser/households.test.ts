import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { idNumberCheck } from '../../functions/platform/contract/id-number.ts';
import { openSpreadsheet } from '../../web/src/admin/households/import/open-spreadsheet.ts';
import { expectAccessible } from '../support/browser.ts';
import { signIn } from '../support/pages.officer.ts';
import { heading } from '../support/pages.resident.ts';
import { desk, phone, useSite } from '../support/pages.ts';
import { workbookOf } from '../support/spreadsheets.ts';

const site = useSite();
const village = '370402/370402103/370402103201';
const secret = '不该送出的备注';

const idNumber = (at: number): string => {
  const digits = `37040219${50 + (at % 40)}0101${String(at).padStart(3, '0')}`;
  return digits + idNumberCheck(digits);
};

const titles = ['网格', '房间号', '小区', '户主姓名', '身份证号码', '联系电话', '人员类别', '备注'];
const homes = 250;
const rows = [
  ['官地村户情台账'],
  titles,
  ...Array.from({ length: homes }, (_, at) => [
    ...['东片', String(100 + at), '幸福里', `王秀英${at}`, idNumber(at), '138 0000 0000', '独居'],
    secret,
  ]),
  ['东片', '900', '幸福里', '错号', '370402194801010020', '', '', secret],
  ['东片', '100', '幸福里', '同门', '', '', '', secret],
];
const file = (name: string) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: workbookOf({ name: '户情', rows }),
});

const step = (page: Page, name: string): Locator =>
  page.getByRole('heading', { name, level: 2, exact: true });

const openImport = async (page: Page): Promise<void> => {
  await page.goto(`/admin/households/imports/new?node=${village}`);
  await page.getByLabel('表格文件').waitFor({ state: 'attached' });
};

const startChecking = async (page: Page, name: string): Promise<void> => {
  await openImport(page);
  await page.getByLabel('表格文件').setInputFiles(file(name));
  await step(page, '每一列是什么').waitFor();
  await page.getByRole('button', { name: '下一步：检查' }).click();
};

/** Rows this browser still keeps for sending. Written as text: these files know nothing of what only browsers have. */
const keptRows = (page: Page): Promise<number> =>
  page.evaluate(`new Promise((resolve, reject) => {
    const opening = indexedDB.open('huimin-household-imports');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const counting = opening.result.transaction('rows').objectStore('rows').count();
      counting.onsuccess = () => { opening.result.close(); resolve(counting.result); };
    };
  })`);

test('a spreadsheet is mapped, checked, loaded over a broken line and a reload, and nothing is loaded twice', async () => {
  const { page, keepSecret, allowTrouble } = await site.visit(desk);
  allowTrouble(/ERR_FAILED|ERR_ABORTED/);
  keepSecret('王秀英');
  const bodies: string[] = [];
  page.on('request', (request) => bodies.push(request.postData() ?? ''));
  await signIn(page, 'lead');
  await startChecking(page, '官地村.xlsx');
  await page.getByRole('button', { name: '建立这些片区' }).click();

  await step(page, '检查').waitFor();
  await page.getByText('可以导入 250 户').waitFor();
  await expectAccessible(page);
  const table = page.getByRole('table');
  await table.getByText('身份证号最后一位（校验码）不对').waitFor();
  await page.getByRole('link', { name: /可能重复/ }).click();
  await table.getByText('与表格第 3 行相同').waitFor();
  expect(await table.getByRole('rowheader').allInnerTexts()).toEqual(['254']);

  // The line breaks after the first rows; later the whole page goes.
  let answered = 0;
  await page.route('**/rows', async (route) => {
    answered += 1;
    if (answered === 1) await route.continue();
    else await route.abort();
  });
  await page.getByRole('button', { name: '开始导入' }).click();
  await page.getByText('断开了', { exact: true }).waitFor();
  await page.getByText('导入：100 / 252 户').waitFor();
  await page.unroute('**/rows');
  await page.reload();
  await step(page, '结果').waitFor();
  const result = page.getByRole('region', { name: '结果' });
  expect(await result.locator('dd').allInnerTexts()).toEqual(['250', '2']);
  expect(await table.getByRole('rowheader').allInnerTexts()).toEqual(['253', '254']);
  await expectAccessible(page);

  // Of what was loaded nothing stays on the office's computer.
  expect(await keptRows(page)).toBe(0);
  expect(bodies.some((body) => body.includes('幸福里'))).toBe(true);
  expect(bodies.filter((body) => body.includes(secret))).toEqual([]);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载这个清单' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('官地村-没有导入的.xlsx');

  // The register has each of them once, and the same file again adds none.
  await startChecking(page, '官地村-又一次.xlsx');
  await page.getByRole('button', { name: '开始导入' }).click();
  await step(page, '结果').waitFor();
  expect(await result.locator('dd').allInnerTexts()).toEqual(['0', '252']);
});

test('from the register one click leads to a household, whose people are shown masked and in full only for a reason', async () => {
  const { page, keepSecret } = await site.visit(desk);
  await signIn(page, 'lead');
  await page.goto(`/admin/households/new?node=${village}`);
  await page.getByLabel('地址').fill('光明路8号');
  await page.getByRole('textbox', { name: '姓名' }).fill('赵德柱');
  await page.getByLabel(/身份证号/).fill(idNumber(777));
  await page.getByLabel(/电话/).fill('139 1234 5678');
  keepSecret('赵德柱', idNumber(777), '13912345678');
  await expectAccessible(page);
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await heading(page, '光明路8号').waitFor();
  await page.getByRole('table').getByText('赵**').waitFor();
  expect(await page.getByText('赵德柱').count()).toBe(0);
  await page.getByText(/记录完整：1 条/).waitFor();
  await expectAccessible(page);

  await page.getByRole('button', { name: '查看姓名和号码' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('查看原因').fill('电话核实');
  await dialog.getByRole('button', { name: '查看姓名和号码' }).click();
  await dialog.getByText('赵德柱').waitFor();
  await dialog.getByText('13912345678').waitFor();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: '看完了，关上' }).click();
  expect(await page.getByText('赵德柱').count()).toBe(0);

  await page.getByRole('button', { name: '记为迁出' }).click();
  await dialog.getByRole('radio', { name: '搬走' }).check();
  await dialog.getByRole('button', { name: '记为迁出' }).click();
  await page.getByText('已迁出：搬走').waitFor();
  await page.getByRole('button', { name: '恢复在册' }).click();
  await dialog.getByRole('button', { name: '恢复在册' }).click();
  await page.getByText('已恢复在册').waitFor();

  const row = page.getByRole('link', { name: '光明路8号' });
  await expect
    .poll(
      async () => {
        await page.goto(`/admin/households?node=${village}`);
        await page.getByRole('button', { name: '刷新' }).waitFor();
        return row.count();
      },
      { timeout: 20_000 },
    )
    .toBe(1);
  await expectAccessible(page);
  await row.click();
  await heading(page, '光明路8号').waitFor();
});

test('an export is a spreadsheet of masked people, and a full one asks for a reason', async () => {
  const { page } = await site.visit(phone);
  await signIn(page, 'lead');
  await page.goto(`/admin/households/export?node=${village}`);
  const button = page.getByRole('button', { name: '导出', exact: true });
  await page.getByLabel('包括完整的姓名、身份证号和电话').check();
  await button.click();
  await page.getByText('导出原因：请填写这一项').waitFor();
  await expectAccessible(page);
  await page.getByLabel('包括完整的姓名、身份证号和电话').uncheck();
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk));
  const { columns, mapping } = await (await openSpreadsheet(new Blob(chunks))).open(0);
  expect(columns.map(({ title }) => title)).toContain('与户主关系');
  expect(mapping).toContain('idNumber');
  expect(columns.flatMap(({ samples }) => samples).join(' ')).toContain('**');
});

test('what is no spreadsheet, and what is far too large, is refused in a sentence before anything is sent', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'huimin-large-'));
  try {
    const large = join(folder, '全区.xlsx');
    const handle = await open(large, 'w');
    await handle.truncate(200 * 1024 * 1024);
    await handle.close();
    const { page } = await site.visit(phone);
    await signIn(page, 'lead');
    await openImport(page);
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST') sent.push(request.url());
    });
    await page.getByLabel('表格文件').setInputFiles(large);
    await page.getByText('文件超过 50 MB，没有读取').waitFor();
    await page
      .getByLabel('表格文件')
      .setInputFiles({ name: '台账.xlsx', mimeType: 'image/png', buffer: Buffer.from([0x89, 0x50, 0, 0]) });
    await page.getByText('这不是 Excel 或 CSV 表格').waitFor();
    await expectAccessible(page);
    await page.getByLabel('表格文件').setInputFiles(file('官地村.xlsx'));
    await step(page, '每一列是什么').waitFor();
    await expectAccessible(page);
    expect(sent).toEqual([]);
  } finally {
    await rm(folder, { recursive: true });
  }
});

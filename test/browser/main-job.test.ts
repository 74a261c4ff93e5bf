import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { carryOut, openFromLedger, openLedger, signIn } from '../support/pages.officer.ts';
import {
  fillReport,
  heading,
  next,
  photo,
  type Receipt,
  readReceipt,
  report,
  send,
  steps,
} from '../support/pages.resident.ts';
import { desk, phone, useSite } from '../support/pages.ts';

const site = useSite();

const raiseWithPhoto = async (page: Page): Promise<Receipt> => {
  await page.goto('/');
  await page.getByRole('link', { name: '开始填写' }).click();
  for (const [name, answer] of Object.entries(steps)) {
    await answer(page);
    if (name === 'photo') {
      await page.getByLabel('现场照片').setInputFiles(photo);
      await page.getByText('已上传').waitFor();
    }
    await next(page);
  }
  await heading(page, '核对后提交').waitFor();
  await page.getByText('1 张').waitFor();
  await send(page);
  return readReceipt(page);
};

const officer = async (loginName: string): Promise<Page> => {
  const { page } = await site.visit(desk);
  await signIn(page, loginName);
  return page;
};

/** The resident's own view, asked for again until it says this. */
const residentReads = async (page: Page, words: string): Promise<void> => {
  await page.getByRole('button', { name: '刷新' }).click();
  await page.getByRole('main').getByText(words).first().waitFor();
};

const progressSteps = (page: Page): Promise<string[]> =>
  page.getByRole('main').locator('ol > li > p:first-of-type').allInnerTexts();

test('an issue goes from a resident’s phone through its department and back to the resident, answered', async () => {
  const resident = await site.visit(phone);
  const { reference, code } = await raiseWithPhoto(resident.page);
  expect(reference).toMatch(/^[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{4}$/);
  resident.keepSecret(code);

  await resident.page.getByRole('link', { name: '查询这件事的进度' }).click();
  await resident.page.getByRole('button', { name: '查询' }).click();
  await heading(resident.page, `${reference} 的进度`).waitFor();
  expect(await progressSteps(resident.page)).toEqual(['收到您反映的问题']);

  const lead = await officer('lead');
  await openFromLedger(lead, '待转办', reference);
  await lead.getByRole('link', { name: '看大图：照片 1' }).waitFor();
  await carryOut(lead, '转办', async (dialog) => {
    await dialog.getByLabel('承办部门').selectOption('永安镇城建办公室');
  });
  await residentReads(resident.page, '已转给承办单位');
  await resident.page.getByText(/\d+月\d+日（周.）24:00 前办结/).waitFor();

  const handler = await officer('handler');
  await openFromLedger(handler, '在办', reference);
  await carryOut(handler, '认领', async () => undefined);
  await residentReads(resident.page, '正在办理');
  await carryOut(handler, '办结', async (dialog) => {
    await dialog.getByRole('radio', { name: '已解决' }).check();
    await dialog.getByLabel('办理措施').fill('更换灯泡和镇流器，当晚试亮正常。');
    await dialog.getByLabel('办理照片').setInputFiles(photo);
  });
  await residentReads(resident.page, '已办结，准备答复您');
  await carryOut(handler, '反馈群众', async (dialog) => {
    await dialog.getByRole('radio', { name: '已告知' }).check();
    await dialog.getByLabel('方式').selectOption('电话');
    await dialog.getByLabel('告知的内容').fill('路灯已经修好，今晚就亮。');
  });
  await residentReads(resident.page, '路灯已经修好，今晚就亮。');

  const supervisor = await officer('supervisor');
  await openFromLedger(supervisor, '待回访', reference);
  await carryOut(supervisor, '回访', async (dialog) => {
    await dialog.getByRole('radio', { name: '联系上了' }).check();
    await dialog.getByLabel('方式').selectOption('电话');
    await dialog.getByRole('radio', { name: '已解决' }).check();
    await dialog.getByRole('radio', { name: '很满意' }).check();
    await dialog.getByLabel('群众怎么说').fill('修得很快。');
  });
  await supervisor.getByText('已结案').first().waitFor();
  await supervisor.getByText(/记录完整：\d+ 条记录首尾相连/).waitFor();

  await residentReads(resident.page, '已办完');
  expect(await progressSteps(resident.page)).toEqual([
    '收到您反映的问题',
    '转给承办单位',
    '承办单位接手',
    '办结',
    '答复您',
    '回访，办完',
  ]);
  await resident.page.getByText('路灯已经修好，今晚就亮。').waitFor();
  await resident.page.getByText('按期办结').waitFor();
});

test('an officer who opens an issue outside their scope is told so in words', async () => {
  const resident = await site.visit(phone);
  await fillReport(resident.page);
  await send(resident.page);
  const { reference } = await readReceipt(resident.page);
  const { page, allowTrouble } = await site.visit(desk);
  allowTrouble(/status of 403/);
  await signIn(page, 'handler');
  await openLedger(page);
  await page.getByLabel('按编号打开').fill(reference);
  await page.getByRole('button', { name: '打开' }).click();
  await page.getByText('这不在您负责的范围内。').waitFor();
  expect(await page.getByText(report.what).count()).toBe(0);
});

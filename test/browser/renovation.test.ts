import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { localDateOf, parseInstant } from '../../functions/platform/runtime/time.ts';
import { answerPages, applicant, otherCertificate, readSlip } from '../support/pages.applicant.ts';
import { pressUntil, tabTo, waitForFocus } from '../support/pages.keyboard.ts';
import { heading, photo } from '../support/pages.resident.ts';
import { desk, looksRight, narrow, phone, useSite } from '../support/pages.ts';
import { bringTo, openOffice } from '../support/renovation.desk.ts';

const site = useSite();

const secrets = [applicant.name, applicant.certificate, applicant.phone, applicant.helper.phone];

test('an application is begun on one phone, saved, finished on a smaller one and sent once; every page is accessible', async () => {
  const first = await site.visit(phone);
  first.keepSecret(...secrets);
  const { page } = first;
  await page.goto('/renovation');
  await heading(page, '申请家庭无障碍改造').waitFor();
  await looksRight(page);
  await page.getByRole('link', { name: '开始申请' }).click();
  await answerPages(page, looksRight, 'who', 'photos');
  await heading(page, '有家里的照片吗？').waitFor();
  await page.getByLabel('家里的照片').setInputFiles(photo);
  await page.getByText('已上传').waitFor();
  await looksRight(page);

  // Back by the browser's own button, forward again, and a reload: nothing is lost.
  await page.goBack();
  await heading(page, '家里哪里不方便？').waitFor();
  expect(await page.getByLabel('请说说现在难在哪里').inputValue()).toBe(applicant.need);
  await page.goForward();
  await page.reload();
  await page.getByText('已上传').waitFor();

  await page.getByRole('link', { name: '先存起来，以后再填' }).click();
  await heading(page, '先存起来，以后再填').waitFor();
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByText(/^保存到/).waitFor();
  await looksRight(page);
  const saved = await readSlip(page);
  first.keepSecret(saved.code);
  await page.getByRole('button', { name: '填到这里，清除这台设备上的内容' }).click();
  await heading(page, '申请家庭无障碍改造').waitFor();
  expect(await page.evaluate<string>('JSON.stringify({ ...sessionStorage, ...localStorage })')).not.toContain(
    applicant.certificate,
  );

  const second = await site.visit(narrow);
  second.keepSecret(...secrets, saved.code);
  const { page: small } = second;
  await small.goto('/renovation/continue');
  await heading(small, '接着填以前存起来的申请').waitFor();
  await looksRight(small);
  await small.getByLabel('编号').fill(saved.reference.toLowerCase());
  await small.getByLabel('查询码').fill(saved.code);
  await small.getByRole('button', { name: '打开' }).click();
  await answerPages(small, looksRight, 'consent');
  await heading(small, '核对后提交').waitFor();
  await small.getByText('1 张').waitFor();
  await looksRight(small);
  await small.getByRole('link', { name: '修改：地址和房子' }).click();
  await heading(small, '要改造的家').waitFor();
  await small.getByLabel('住几楼').fill('4');
  await small.getByRole('button', { name: '保存修改' }).click();
  await small.getByText('4 楼').waitFor();

  const sent: string[] = [];
  small.on('response', (response) => {
    if (new URL(response.url()).pathname === '/api/public/renovations') sent.push(String(response.status()));
  });
  await small.getByRole('button', { name: '提交申请' }).dblclick();
  await heading(small, '已收到申请').waitFor();
  expect(sent).toEqual(['201']);
  await looksRight(small);
  const receipt = await readSlip(small);
  second.keepSecret(receipt.code);
  await small.getByRole('link', { name: '查看进度' }).click();
  await heading(small, `${receipt.reference} 的进度`).waitFor();
  await small.getByText('等村（社区）核对').first().waitFor();
  await looksRight(small);
  await small.reload();
  await small.getByText('收到申请').waitFor();

  // The saved form went with it.
  await page.goto('/renovation/continue');
  await page.getByLabel('编号').fill(saved.reference);
  await page.getByLabel('查询码').fill(saved.code);
  first.allowTrouble(/404/);
  await page.getByRole('button', { name: '打开' }).click();
  await page.getByRole('alert', { name: '没有打开' }).waitFor();
  await looksRight(page);

  await small.getByRole('button', { name: '撤回申请……' }).click();
  await small.getByRole('radio', { name: '搬家了' }).check();
  await looksRight(small);
  await small.getByRole('button', { name: '撤回', exact: true }).click();
  const dialog = small.getByRole('dialog');
  await dialog.getByRole('button', { name: '撤回' }).click();
  await small.getByText('这份申请已撤回。需要时可以重新申请。').waitFor();
  await waitForFocus(heading(small, `${receipt.reference} 的进度`));
  await looksRight(small);
});

const press = async (page: Page, name: string): Promise<void> => {
  await tabTo(page.getByRole('button', { name, exact: true }));
  await page.keyboard.press('Enter');
};
const type = async (page: Page, label: string, text: string): Promise<void> => {
  await tabTo(page.getByLabel(label));
  await page.keyboard.insertText(text);
};
const tick = async (page: Page, name: RegExp | string): Promise<void> => {
  await tabTo(page.getByRole('checkbox', { name }));
  await page.keyboard.press('Space');
};
/** The first answer of its group, where the keyboard comes in. */
const pick = async (page: Page, name: string): Promise<void> => {
  await tabTo(page.getByRole('radio', { name, exact: true }));
  await page.keyboard.press('Space');
};
const choose = async (page: Page, label: string, wanted: string): Promise<void> => {
  const list = page.getByLabel(label);
  await pressUntil(list, 'ArrowDown', async () =>
    (await list.locator('option:checked').allInnerTexts()).includes(wanted),
  );
};

test('the form can be filled in and sent by keyboard alone, with the focus in sight at every stop', async () => {
  const visit = await site.visit(desk);
  visit.keepSecret(...secrets, otherCertificate);
  const { page } = visit;
  await page.goto('/renovation');
  await tabTo(page.getByRole('link', { name: '开始申请' }));
  await page.keyboard.press('Enter');
  await waitForFocus(heading(page, '谁来申请？'));
  await pick(page, '残疾人本人');
  await press(page, '下一步');
  await waitForFocus(heading(page, '家在哪个村（社区）？'));
  await choose(page, '镇街', applicant.town);
  await choose(page, '村（社区）', applicant.village);
  await press(page, '下一步');
  await waitForFocus(heading(page, '残疾人证上写的'));
  await type(page, '残疾人姓名', applicant.name);
  await type(page, '残疾人证号', `${otherCertificate.slice(0, 19)}7`);
  await press(page, '下一步');
  const summary = page.getByRole('alert', { name: '有内容需要修改' });
  await waitForFocus(summary);
  await tabTo(summary.getByRole('link', { name: '第 20 位“7”不对：等级是 1 到 4' }));
  await page.keyboard.press('Enter');
  await waitForFocus(page.getByLabel('残疾人证号'));
  await page.keyboard.press('End');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('3');
  await page.getByText('证号没有抄错').waitFor();
  await type(page, '有效期到哪一天', '20400101');
  await pick(page, '是');
  await press(page, '下一步');
  await waitForFocus(heading(page, '怎么联系您？'));
  await type(page, '电话', applicant.phone);
  await press(page, '下一步');
  await waitForFocus(heading(page, '要改造的家'));
  await pick(page, '平房，或自家院子');
  await type(page, '地址', '幸福路 14 号院');
  await press(page, '下一步');
  await waitForFocus(heading(page, '家里有下面的情况吗？'));
  await tick(page, '残疾人独自居住');
  await press(page, '下一步');
  await waitForFocus(heading(page, '想改造什么？'));
  await tick(page, /^门口坡道/);
  await press(page, '下一步');
  await waitForFocus(heading(page, '家里哪里不方便？'));
  await type(page, '请说说现在难在哪里', applicant.need);
  await press(page, '下一步');
  await waitForFocus(heading(page, '有家里的照片吗？'));
  await press(page, '下一步');
  await waitForFocus(heading(page, '请您同意'));
  await tick(page, /^我同意这样使用/);
  await tick(page, /^我单独同意/);
  await press(page, '下一步');
  await waitForFocus(heading(page, '核对后提交'));
  await press(page, '提交申请');
  await waitForFocus(heading(page, '已收到申请'));
  visit.keepSecret((await readSlip(page)).code);
});

test('a plan is agreed to on a phone, the home stands in public with a surname, and a neighbour objects', async () => {
  const year = Number(localDateOf(parseInstant(new Date().toISOString())).slice(0, 4));
  const office = await openOffice(site.address(), year);
  const visit = await site.visit(phone);
  visit.keepSecret(...secrets);
  const { page } = visit;
  await page.goto('/renovation/who');
  await answerPages(page, async () => undefined);
  await page.getByRole('button', { name: '提交申请' }).click();
  await heading(page, '已收到申请').waitFor();
  const { reference, code } = await readSlip(page);
  visit.keepSecret(code);
  const applied = { reference: reference.replaceAll('-', ''), version: 1, state: 'applied' };
  const planned = await bringTo(office, applied, 'planned', year);

  await page.getByRole('link', { name: '查看进度' }).click();
  await page.getByRole('heading', { name: '同意这个方案吗？' }).waitFor();
  await looksRight(page);
  await page.getByRole('button', { name: '提交决定' }).click();
  await page.getByRole('alert', { name: '没有成功' }).waitFor();
  await looksRight(page);
  await page.getByRole('radio', { name: '同意，按这个方案做' }).check();
  await page.getByRole('button', { name: '提交决定' }).click();
  await page.getByText('等区残联批准').waitFor();
  await looksRight(page);
  await bringTo(office, { ...planned, version: planned.version + 1, state: 'agreed' }, 'noticed', year);
  await page.getByRole('button', { name: '刷新' }).click();
  await page.getByText('正在公示').first().waitFor();

  const neighbour = await site.visit(narrow);
  const { page: small } = neighbour;
  await small.goto('/notices');
  await heading(small, '无障碍改造公示').waitFor();
  await small.getByRole('heading', { name: '孙**' }).waitFor();
  expect(await small.getByRole('main').innerText()).not.toContain(applicant.name);
  await looksRight(small);
  await small.getByRole('button', { name: '对 孙**（遗棠村）提出异议' }).click();
  await small.getByRole('button', { name: '提交异议' }).click();
  await small.getByRole('alert', { name: '有内容需要修改' }).waitFor();
  await looksRight(small);
  await small.getByLabel('您认为哪里不对').fill('这家人已经搬走了。');
  await small.getByLabel('您的姓名').fill('周大海');
  await small.getByLabel('您的电话').fill('13912345672');
  neighbour.keepSecret('周大海', '13912345672');
  await small.getByRole('button', { name: '提交异议' }).click();
  await small.getByText('已收到您的异议').waitFor();
  await waitForFocus(small.getByRole('heading', { name: '孙**' }));
  await looksRight(small);
});

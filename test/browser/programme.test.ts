import { test } from 'vitest';
import { addDays, localDateOf, parseInstant } from '../../functions/platform/runtime/time.ts';
import { expectAccessible } from '../support/browser.ts';
import { signIn } from '../support/pages.officer.ts';
import { heading } from '../support/pages.resident.ts';
import { looksRight, phone, useSite } from '../support/pages.ts';

const site = useSite();

const today = localDateOf(parseInstant(new Date().toISOString()));

test('a course is written down on a phone, gets its dates and places, is published, and somebody enrols at the counter', async () => {
  const { page } = await site.visit(phone);
  await signIn(page, 'culture');
  await page.goto('/admin/activities/new');
  await heading(page, '登记活动').waitFor();
  await looksRight(page);
  await page.getByLabel('名称').fill('剪纸课');
  await page.getByLabel('类别').selectOption('course');
  await page.getByLabel('介绍').fill('带走自己的作品。');
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await heading(page, '剪纸课').waitFor();

  await page.getByRole('link', { name: '安排时间' }).click();
  await heading(page, '安排时间').waitFor();
  await page.getByLabel('从哪天起').fill(addDays(today, 1));
  await page.getByLabel('到哪天止').fill(addDays(today, 7));
  await page.getByLabel('星期六').check();
  await page.getByLabel('放假的日子不排').uncheck();
  await page.getByRole('textbox', { name: '开始' }).fill('19:00');
  await page.getByRole('textbox', { name: '结束' }).fill('20:30');
  await page.getByLabel('地点（文字）').fill('社区广场');
  await page.getByText(/^一共 1 场/).waitFor();
  await looksRight(page);
  await page.getByRole('button', { name: '添加这些场次' }).click();
  await heading(page, '剪纸课').waitFor();
  await page.getByText('社区广场').waitFor();

  await page.getByRole('button', { name: '报名办法' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('报名一次，参加全部场次').check();
  await dialog.getByLabel('名额', { exact: true }).fill('12');
  await dialog.getByLabel('开始报名的日期').fill(addDays(today, -1));
  await expectAccessible(page);
  await dialog.getByRole('button', { name: '报名办法' }).click();
  await page.getByText('报名办法已改').waitFor();
  await page.getByRole('button', { name: '发布' }).click();
  await dialog.getByRole('button', { name: '发布' }).click();
  await page.getByText('已发布').first().waitFor();
  await looksRight(page);

  await page.getByRole('link', { name: /^报名名单/ }).click();
  await heading(page, '剪纸课 · 报名名单').waitFor();
  await looksRight(page);
  await page.getByRole('link', { name: '代人报名' }).click();
  await heading(page, '代人报名').waitFor();
  await page.getByRole('textbox', { name: '姓名' }).fill('李秀英');
  await page.getByRole('textbox', { name: '电话' }).fill('19900000831');
  await page.getByLabel(/本人同意/).check();
  await looksRight(page);
  await page.getByRole('button', { name: '报名', exact: true }).click();
  await page.getByText('李** 已有名额。').waitFor();
  await looksRight(page);
});

test('every other page of bookings fits a phone and is accessible', async () => {
  const { page } = await site.visit(phone);
  await signIn(page, 'culture');
  const pages = [
    ['/admin/activities', '文化活动'],
    ['/admin/venue-calendar', '场馆日历'],
    ['/admin/room-requests', '待答复的房间申请'],
    ['/admin/call-list', '电话名单'],
    ['/admin/room-bookings', '房间预约'],
  ] as const;
  for (const [path, title] of pages) {
    await page.goto(path);
    await heading(page, title).waitFor();
    await looksRight(page);
  }
});

import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { addDays, localDateOf, parseInstant } from '../../functions/platform/runtime/time.ts';
import { hall } from '../support/bookings.ts';
import { sendAs, signIn } from '../support/pages.officer.ts';
import { factBeside, heading, next } from '../support/pages.resident.ts';
import { looksRight, phone, useSite } from '../support/pages.ts';

const site = useSite();
const organisationsSchema = v.object({ nodes: v.array(v.object({ kind: v.string(), path: v.string() })) });
const tomorrow = addDays(localDateOf(parseInstant(new Date().toISOString())), 1);

let venue = '';

/** A venue with a room anybody may have and one the venue decides on; made once, by the desk. */
const openVenue = async (): Promise<string> => {
  if (venue !== '') return venue;
  const { page } = await site.visit();
  await signIn(page, 'culture');
  const { nodes } = v.parse(
    organisationsSchema,
    await page.evaluate(async () => (await fetch('/api/organisations')).json()),
  );
  const node = nodes.find(({ kind }) => kind === 'town')?.path;
  ({ venue } = v.parse(
    v.object({ venue: v.string() }),
    await sendAs(page, '/api/venues', { ...hall, node }),
  ));
  return venue;
};

const chooseTime = async (page: Page, from: string, to: string): Promise<void> => {
  await heading(page, '哪天用、用多久？').waitFor();
  await page.getByLabel('日期').fill(tomorrow);
  await page
    .getByText('09:00–17:00')
    .or(page.getByText(/–17:00/))
    .first()
    .waitFor();
  await page.getByLabel('从', { exact: true }).selectOption(from);
  await page.getByLabel('到', { exact: true }).selectOption(to);
};

const tellPurpose = async (page: Page): Promise<void> => {
  await heading(page, '做什么用？').waitFor();
  await page.getByLabel('用途').fill('舞蹈队排练');
  await page.getByLabel('人数').fill('12');
};

const giveContact = async (page: Page, name: string, number: string): Promise<void> => {
  await heading(page, '怎么联系您？').waitFor();
  await page.getByLabel('姓名', { exact: true }).fill(name);
  await page.getByLabel('手机号码').fill(number);
  await page.getByRole('checkbox').check();
};

/** From a free time to the answers before they are sent. */
const fillRoom = async (page: Page, room: string, who: readonly [string, string]): Promise<void> => {
  await page.goto(`/culture/venues/${await openVenue()}/rooms/${room}`);
  await chooseTime(page, '10:00', '12:00');
  await next(page);
  await tellPurpose(page);
  await next(page);
  await giveContact(page, ...who);
  await next(page);
  await heading(page, '核对后提交').waitFor();
};

test('a room is booked on a phone, put into a calendar, looked up, and given up', async () => {
  await openVenue();
  const { page, keepSecret } = await site.visit(phone);
  keepSecret('13900001111', '吴九妹');
  await page.goto(`/culture/venues/${venue}/rooms/2`);
  await heading(page, '哪天用、用多久？').waitFor();
  await looksRight(page);
  await next(page);
  await page.getByRole('alert').waitFor();
  await looksRight(page);
  await chooseTime(page, '10:00', '12:00');
  await looksRight(page);
  await next(page);
  await tellPurpose(page);
  await page.getByLabel('人数').fill('31');
  await next(page);
  await page.getByRole('link', { name: '这个房间最多 30 人，请换大一点的房间' }).waitFor();
  await looksRight(page);
  await page.getByLabel('人数').fill('12');
  await next(page);
  await looksRight(page);
  await giveContact(page, '吴九妹', '139 0000 1111');
  await next(page);
  await heading(page, '核对后提交').waitFor();
  await looksRight(page);
  // A reload in the middle loses nothing.
  await page.reload();
  await heading(page, '核对后提交').waitFor();
  await page.getByText('舞蹈队排练').waitFor();
  await page.getByRole('button', { name: '确定预约' }).click();
  await heading(page, '房间订好了').waitFor();
  await looksRight(page);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '加到日历' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/\.ics$/);
  const text = await readFile(await file.path(), 'utf8');
  expect(text).toContain('STATUS:CONFIRMED');
  expect(text).toContain(`DTSTART:${tomorrow.replaceAll('-', '')}T020000Z`);
  const code = await factBeside(page, '查询码');
  keepSecret(code);
  await page.getByRole('link', { name: '查看我的预约' }).click();
  await heading(page, '我的预约').waitFor();
  await page.getByText('已订好').waitFor();
  await looksRight(page);
  await page.getByRole('button', { name: '取消预约' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '取消预约' }).click();
  await page
    .getByRole('heading', { name: '已取消' })
    .or(page.getByText('已取消', { exact: true }))
    .first()
    .waitFor();
  await looksRight(page);
});

test('of two who choose the same time, the second is told so, keeps what was typed, and takes another', async () => {
  await openVenue();
  const [one, other] = [await site.visit(phone), await site.visit(phone)];
  one.keepSecret('13900002221', '赵一');
  other.keepSecret('13900002222', '钱二');
  // The refusal is an answer like any other, but browsers write every 409 into the console.
  other.allowTrouble(/409/);
  await fillRoom(one.page, '1', ['赵一', '13900002221']);
  await fillRoom(other.page, '1', ['钱二', '13900002222']);
  await one.page.getByRole('button', { name: '提交申请' }).click();
  await heading(one.page, '已提交，等场馆答复').waitFor();
  await looksRight(one.page);
  const { page } = other;
  await page.getByRole('button', { name: '提交申请' }).click();
  await heading(page, '哪天用、用多久？').waitFor();
  await page.getByRole('link', { name: /刚刚有人约走了这段时间/ }).waitFor();
  await looksRight(page);
  await expect
    .poll(() => page.getByLabel('从', { exact: true }).locator('option').allInnerTexts())
    .not.toContain('10:00');
  await page.getByLabel('从', { exact: true }).selectOption('14:00');
  await page.getByRole('button', { name: '保存修改' }).click();
  await heading(page, '核对后提交').waitFor();
  await page.getByText('舞蹈队排练').waitFor();
  await page.getByText('14:00–15:00').waitFor();
  await page.getByRole('button', { name: '提交申请' }).click();
  await heading(page, '已提交，等场馆答复').waitFor();
});

test('a closure announced after a room was booked shows where its holder looks it up', async () => {
  await openVenue();
  const { page, keepSecret } = await site.visit(phone);
  keepSecret('13900003331', '孙三');
  await fillRoom(page, '2', ['孙三', '13900003331']);
  await page.getByRole('button', { name: '确定预约' }).click();
  await heading(page, '房间订好了').waitFor();
  const desk = await site.visit();
  await signIn(desk.page, 'culture');
  await sendAs(
    desk.page,
    `/api/venues/${venue}/closures`,
    { kind: 'closed', from: tomorrow, to: tomorrow, reason: '屋面维修' },
    1,
  );
  await page.getByRole('link', { name: '查看我的预约' }).click();
  await page.getByText('这段时间场馆不开放').waitFor();
  await page.getByText('原因：屋面维修').waitFor();
  await looksRight(page);
});

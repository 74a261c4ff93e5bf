import type { Page } from 'playwright-core';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { addDays, localDateOf, parseInstant } from '../../functions/platform/runtime/time.ts';
import { hall } from '../support/bookings.ts';
import { tabTo } from '../support/pages.keyboard.ts';
import { sendAs, signIn } from '../support/pages.officer.ts';
import { factBeside, heading, next } from '../support/pages.resident.ts';
import { desk, looksRight, phone, useSite } from '../support/pages.ts';
import { newActivity, terms } from '../support/programme.ts';

const site = useSite();
const organisationsSchema = v.object({ nodes: v.array(v.object({ kind: v.string(), path: v.string() })) });
const activitySchema = v.object({ activity: v.string(), version: v.number() });
const today = localDateOf(parseInstant(new Date().toISOString()));
const tomorrow = addDays(today, 1);

interface Culture {
  readonly venue: string;
  readonly activity: string;
}
let made: Promise<Culture> | undefined;

/** How many dates and venues the desk's lists have of a place; a script for the page. */
const listedAt = async (node: string) => {
  const count = async (path: string): Promise<number> => {
    const answer = await fetch(`${path}?${new URLSearchParams({ node })}`, { cache: 'no-store' });
    // Runs in the page, where no schema is at hand.
    const { rows } = (await answer.json()) as { rows: readonly unknown[] };
    return rows.length;
  };
  return { dates: await count('/api/public/whats-on'), venues: await count('/api/venues') };
};

/** A venue that is open every day, and a course in it tomorrow evening with one place: put up by the desk, once. */
const putUp = async (): Promise<Culture> => {
  const { page } = await site.visit();
  await signIn(page, 'culture');
  const { nodes } = v.parse(
    organisationsSchema,
    await page.evaluate(async () => (await fetch('/api/organisations')).json()),
  );
  const node = nodes.find(({ kind }) => kind === 'town')?.path ?? '';
  const { venue } = v.parse(
    v.object({ venue: v.string() }),
    await sendAs(page, '/api/venues', { ...hall, node }),
  );
  const { activity, version } = v.parse(
    activitySchema,
    await sendAs(page, '/api/activities', newActivity({ node, organiser: { path: node, name: '文化站' } })),
  );
  let now = version;
  const change = async (path: string, body: object): Promise<void> => {
    ({ version: now } = v.parse(
      activitySchema,
      await sendAs(page, `/api/activities/${activity}/${path}`, body, now),
    ));
  };
  await change('sessions', {
    rule: {
      ...{ from: tomorrow, until: tomorrow, weekdays: [1, 2, 3, 4, 5, 6, 7] },
      times: [{ from: '19:30', to: '21:00' }],
    },
    venue,
  });
  await change('enrolment', terms({ capacity: 1, opensAt: `${addDays(today, -1)}T08:00:00+08:00` }));
  await change('publication', {});
  // Lists follow by way of the stream, and what residents have seen once is kept for a minute: so nobody looks before.
  await expect
    .poll(() => page.evaluate(listedAt, node), { timeout: 30_000 })
    .toEqual({ dates: 1, venues: 1 });
  return { venue, activity };
};
const culture = (): Promise<Culture> => {
  made ??= putUp();
  return made;
};

test('what is on, a month of it and its page are right on a phone', async () => {
  const { activity } = await culture();
  const { page } = await site.visit(phone);
  await page.goto('/culture');
  await page.getByText('书法公益培训班').waitFor();
  await looksRight(page);
  await page.getByLabel('适合谁').selectOption('elderly');
  await page.getByText('书法公益培训班').waitFor();
  await page.getByLabel('类别').selectOption('film');
  await page.getByText('近期没有活动').waitFor();
  await looksRight(page);
  await page.goto(`/culture?month=${tomorrow.slice(0, 7)}`);
  await page.getByRole('link', { name: '19:30 书法公益培训班' }).waitFor();
  await looksRight(page);
  await page.getByRole('link', { name: '19:30 书法公益培训班' }).click();
  await heading(page, '书法公益培训班').waitFor();
  await looksRight(page);
  const data: unknown = JSON.parse(await page.locator('script[type="application/ld+json"]').innerText());
  expect(data).toMatchObject({
    '@context': 'https://schema.org',
    '@graph': [
      { '@type': 'Event', name: '书法公益培训班', eventStatus: 'https://schema.org/EventScheduled' },
    ],
  });
  expect(page.url()).toContain(activity);
});

test('venues are found on a phone by name and by what is open, and a venue tells its week', async () => {
  const { venue } = await culture();
  const { page } = await site.visit(phone);
  await page.goto('/culture/venues');
  await page.getByText(hall.name).waitFor();
  await looksRight(page);
  await page.getByLabel('名称或地址').fill('没有这样的');
  await page.getByText('没有符合的场馆').waitFor();
  await looksRight(page);
  await page.getByLabel('名称或地址').fill('东村1号');
  await page.getByRole('link', { name: hall.name }).click();
  await heading(page, hall.name).waitFor();
  await page.getByText('书法公益培训班').waitFor();
  await looksRight(page);
  expect(await page.getByRole('row').count()).toBe(8);
  await page.getByRole('link', { name: '预约排练厅' }).waitFor();
  expect(page.url()).toContain(venue);
});

test('the map asks nobody for pictures and is used by keyboard; the list beside it says the same', async () => {
  await culture();
  const { page } = await site.visit(desk);
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(site.address())) elsewhere.push(request.url());
  });
  await page.goto('/culture/venues');
  await page.getByText(hall.name).waitFor();
  const toggle = page.getByRole('button', { name: '显示地图' });
  await tabTo(toggle);
  await page.keyboard.press('Enter');
  const map = page.getByRole('region', { name: /场馆地图/ });
  const place = map.getByRole('button', { name: new RegExp(`^${hall.name}`) });
  await place.waitFor();
  await looksRight(page);
  await tabTo(place);
  await page.keyboard.press('Enter');
  const link = map.getByRole('link', { name: hall.name });
  await link.waitFor();
  await tabTo(link);
  await page.keyboard.press('Enter');
  await heading(page, hall.name).waitFor();
  expect(elsewhere).toEqual([]);
});

test('somebody enrols without an account, somebody else waits and moves up when the place is given back', async () => {
  const { activity } = await culture();
  const enrol = async (page: Page, name: string, number: string): Promise<void> => {
    await page.goto(`/culture/activities/${activity}`);
    await page.getByRole('link', { name: '报名', exact: true }).click();
    await page.getByRole('radio', { name: '我自己' }).check();
    await looksRight(page);
    await next(page);
    await page.getByLabel('姓名', { exact: true }).fill(name);
    await looksRight(page);
    await next(page);
    await page.getByLabel('手机号码').fill(number);
    await page.getByRole('checkbox').check();
    await looksRight(page);
    await next(page);
    await heading(page, '核对后提交').waitFor();
    await looksRight(page);
    await page.getByRole('button', { name: '提交报名' }).click();
    await page.getByText('查询码').first().waitFor();
    await looksRight(page);
  };
  const first = await site.visit(phone);
  first.keepSecret('19900001001', '钱一');
  await enrol(first.page, '钱一', '199 0000 1001');
  const code = await factBeside(first.page, '查询码');
  first.keepSecret(code);

  const second = await site.visit(phone);
  second.keepSecret('19900001002', '孙二');
  await enrol(second.page, '孙二', '199 0000 1002');
  await second.page.getByText(/候补/).first().waitFor();

  await first.page.getByRole('link', { name: '查看我的预约' }).click();
  await heading(first.page, '我的预约').waitFor();
  await looksRight(first.page);
  await first.page.getByRole('button', { name: '取消报名' }).click();
  await first.page.getByRole('dialog').getByRole('button', { name: '取消报名' }).click();
  await first.page.getByText('已取消').first().waitFor();
  await looksRight(first.page);

  // The pair of reference and code stays nowhere: whoever comes back types it in.
  const pair = [await factBeside(second.page, '编号'), await factBeside(second.page, '查询码')] as const;
  second.keepSecret(pair[1]);
  await expect
    .poll(
      async () => {
        await second.page.goto('/culture/booking');
        await second.page.getByLabel('编号').fill(pair[0]);
        await second.page.getByLabel('查询码').fill(pair[1]);
        await second.page.getByRole('button', { name: '查询' }).click();
        await second.page.getByText('书法公益培训班').first().waitFor();
        return second.page.getByText(/^(名额等您接受|报名成功)$/).count();
      },
      { timeout: 30_000 },
    )
    .toBeGreaterThan(0);
  await looksRight(second.page);
});

import type { Page } from 'playwright-core';
import { jpeg } from './pictures.ts';

/** What the resident of these tests has to say. */
export const report = {
  category: '道路和路灯',
  what: '村口的路灯坏了一个星期，晚上看不见路。',
  town: '永安镇',
  village: '遗棠村',
  place: '村口小卖部对面',
  name: '王秀兰',
  phone: '13812345678',
} as const;

/** As a phone takes it, with the place and the model in it. */
export const photo = {
  name: '路灯.jpg',
  mimeType: 'image/jpeg',
  buffer: Buffer.from(jpeg(64, 48, { traces: true })),
};

export const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

export const next = (page: Page): Promise<void> => page.getByRole('button', { name: '下一步' }).click();

/** What is asked on each page of the form. */
export const titles = {
  category: '您要反映哪方面的问题？',
  what: '发生了什么事？',
  where: '在什么地方？',
  photo: '有照片吗？',
  contact: '怎么联系您？',
} as const;

/** One page of the form each: answers it, and stays there. */
export const steps = {
  category: async (page: Page) => {
    await heading(page, titles.category).waitFor();
    await page.getByRole('radio', { name: report.category }).check();
  },
  what: async (page: Page) => {
    await heading(page, titles.what).waitFor();
    await page.getByLabel('请说说是什么情况').fill(report.what);
  },
  where: async (page: Page) => {
    await heading(page, titles.where).waitFor();
    await page.getByLabel('镇街').selectOption(report.town);
    await page.getByLabel('村居').selectOption(report.village);
    await page.getByLabel('具体位置').fill(report.place);
  },
  photo: async (page: Page) => {
    await heading(page, titles.photo).waitFor();
  },
  contact: async (page: Page) => {
    await heading(page, titles.contact).waitFor();
    await page.getByRole('radio', { name: '我自己' }).check();
    await page.getByLabel('您的姓名').fill(report.name);
    await page.getByLabel('您的电话').fill(report.phone);
    await page.getByRole('checkbox', { name: '我同意' }).check();
  },
} as const;

/** From the first question to the answers before they are sent. */
export const fillReport = async (page: Page): Promise<void> => {
  await page.goto('/report');
  for (const answer of Object.values(steps)) {
    await answer(page);
    await next(page);
  }
  await heading(page, '核对后提交').waitFor();
};

export const send = (page: Page): Promise<void> => page.getByRole('button', { name: '提交' }).click();

export interface Receipt {
  readonly reference: string;
  readonly code: string;
}

/** What stands on the page after sending; waits for it. */
export const readReceipt = async (page: Page): Promise<Receipt> => {
  await heading(page, '已收到您反映的问题').waitFor();
  const [reference = '', code = ''] = await page.getByRole('definition').allInnerTexts();
  return { reference, code };
};

/** What stands beside a term of a list of facts, its first line. */
export const factBeside = async (page: Page, term: string): Promise<string> => {
  const text = await page
    .locator('dt', { hasText: new RegExp(`^${term}$`) })
    .locator('+ dd')
    .first()
    .innerText();
  return text.split('\n')[0]?.trim() ?? '';
};

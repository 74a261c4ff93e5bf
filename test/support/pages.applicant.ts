import type { Page } from 'playwright-core';
import { idNumberCheck } from '../../functions/platform/contract/id-number.rules.ts';
import { heading, next } from './pages.resident.ts';

const certificateOf = (digits: string): string => `${digits}${idNumberCheck(digits)}43`;

/** Whom an application of these tests is for, and who fills it in. */
export const applicant = {
  town: '永安镇',
  village: '遗棠村',
  name: '孙玉梅',
  certificate: certificateOf('37040219500812002'),
  phone: '13912345670',
  address: '幸福路 12 号院',
  need: '轮椅进不了厕所，门口有三级台阶。',
  helper: { name: '李红霞', phone: '13912345671', relation: '女儿' },
} as const;

/** Of somebody else: while one application is under way, a person can't make another. */
export const otherCertificate = certificateOf('37040219510812004');

/** One page of the form each, for a daughter who applies for her mother: answers it, and stays there. */
export const applicationSteps = {
  who: async (page: Page) => {
    await heading(page, '谁来申请？').waitFor();
    await page.getByRole('radio', { name: '亲属或其他替他申请的人' }).check();
  },
  proxy: async (page: Page) => {
    await heading(page, '您是谁，怎么联系您？').waitFor();
    await page.getByLabel('您的姓名').fill(applicant.helper.name);
    await page.getByLabel('您的电话').fill(applicant.helper.phone);
    await page.getByLabel('您是残疾人的什么人').fill(applicant.helper.relation);
  },
  village: async (page: Page) => {
    await heading(page, '家在哪个村（社区）？').waitFor();
    await page.getByLabel('镇街').selectOption(applicant.town);
    await page.getByLabel('村（社区）').selectOption(applicant.village);
  },
  card: async (page: Page) => {
    await heading(page, '残疾人证上写的').waitFor();
    await page.getByLabel('残疾人姓名').fill(applicant.name);
    await page.getByLabel('残疾人证号').fill(applicant.certificate);
    await page.getByText(/^肢体残疾 · 三级 · \d+ 岁$/).waitFor();
    await page.getByLabel('有效期到哪一天').fill('2040.1.1');
    await page.getByRole('radio', { name: '是', exact: true }).check();
  },
  contact: async (page: Page) => {
    await heading(page, '怎么联系残疾人本人？').waitFor();
    await page.getByLabel('电话').fill(applicant.phone);
  },
  home: async (page: Page) => {
    await heading(page, '要改造的家').waitFor();
    await page.getByRole('radio', { name: '楼房，没有电梯' }).check();
    await page.getByLabel('地址').fill(applicant.address);
    await page.getByLabel('住几楼').fill('3');
  },
  household: async (page: Page) => {
    await heading(page, '家里有下面的情况吗？').waitFor();
    await page.getByRole('checkbox', { name: '残疾人独自居住' }).check();
  },
  items: async (page: Page) => {
    await heading(page, '想改造什么？').waitFor();
    await page.getByRole('checkbox', { name: /^厕所改造/ }).check();
    await page.getByRole('checkbox', { name: /^扶手/ }).check();
  },
  need: async (page: Page) => {
    await heading(page, '家里哪里不方便？').waitFor();
    await page.getByLabel('请说说现在难在哪里').fill(applicant.need);
  },
  photos: async (page: Page) => {
    await heading(page, '有家里的照片吗？').waitFor();
  },
  consent: async (page: Page) => {
    await heading(page, '请您同意').waitFor();
    await page.getByRole('checkbox', { name: '我同意这样使用姓名、电话和地址' }).check();
    await page.getByRole('checkbox', { name: '我单独同意这样使用这些敏感信息' }).check();
  },
} as const;
type ApplicationStep = keyof typeof applicationSteps;

/** Pages that can be left as they are. */
const withoutErrors: readonly string[] = ['household', 'photos'] satisfies readonly ApplicationStep[];

/**
 * Through the form from where the page is, and `check` at each page with what is wrong with it and with its answers.
 * @param until the page that is reached and not answered
 */
export const answerPages = async (
  page: Page,
  check: (page: Page) => Promise<void>,
  from: ApplicationStep = 'who',
  until?: ApplicationStep,
): Promise<void> => {
  const names = Object.keys(applicationSteps);
  const end = until === undefined ? names.length : names.indexOf(until);
  for (const [name, answer] of Object.entries(applicationSteps).slice(names.indexOf(from), end)) {
    if (!withoutErrors.includes(name)) {
      await next(page);
      await page.getByRole('alert', { name: '有内容需要修改' }).waitFor();
      await check(page);
    }
    await answer(page);
    await check(page);
    await next(page);
  }
};

export interface Slip {
  readonly reference: string;
  readonly code: string;
}

/** The two that stand on a receipt, or on what says that a form is saved. */
export const readSlip = async (page: Page): Promise<Slip> => {
  const [reference = '', code = ''] = await page.locator('.receipt dd').allInnerTexts();
  return { reference, code };
};

import type { Locator, Page } from 'playwright-core';
import { certificateNo } from '../support/renovation.ts';
import { atMost, type Options, type Report, type Row, rounded } from './report.ts';
import { weigh, weightRow, withServedSite } from './site.served.ts';

/** More stops than the longest page of the form has. */
const mostStops = 60;

/** Somebody who uses nothing but keys, each of which is counted; letters and digits of an answer are not. */
const keysOf = (page: Page) => {
  let pressed = 0;
  const press = async (key: string): Promise<void> => {
    pressed += 1;
    await page.keyboard.press(key);
  };
  const focus = async (target: Locator): Promise<void> => {
    await target.first().waitFor({ state: 'attached' });
    for (let stop = 0; stop < mostStops; stop++) {
      if ((await target.and(page.locator(':focus')).count()) > 0) return;
      await press('Tab');
    }
    throw new Error(`the keyboard does not reach ${target}`);
  };
  return {
    pressed: () => pressed,
    push: async (target: Locator): Promise<void> => {
      await focus(target);
      await press('Enter');
    },
    mark: async (target: Locator): Promise<void> => {
      await focus(target);
      await press('Space');
    },
    write: async (label: string, text: string): Promise<void> => {
      await focus(page.getByLabel(label));
      await page.keyboard.insertText(text);
    },
    /** By its first character, as lists of choices take it. */
    choose: async (label: string): Promise<void> => {
      await focus(page.getByLabel(label));
      await press('ArrowDown');
    },
  };
};
type Keys = ReturnType<typeof keysOf>;

interface Step {
  readonly title: string;
  readonly answer: (page: Page, keys: Keys) => Promise<void>;
}

const radio = (page: Page, name: string): Locator => page.getByRole('radio', { name, exact: true });

const steps: readonly Step[] = [
  { title: '谁来申请？', answer: (page, { mark }) => mark(radio(page, '残疾人本人')) },
  {
    title: '家在哪个村（社区）？',
    answer: async (_, { choose }) => {
      await choose('镇街');
      await choose('村（社区）');
    },
  },
  {
    title: '残疾人证上写的',
    answer: async (page, { write, mark }) => {
      await write('残疾人姓名', '王小明');
      await write('残疾人证号', certificateNo(1));
      await write('有效期到哪一天', '20400101');
      await mark(radio(page, '是'));
    },
  },
  { title: '怎么联系您？', answer: (_, { write }) => write('电话', '13812345678') },
  {
    title: '要改造的家',
    answer: async (page, { mark, write }) => {
      await mark(radio(page, '平房，或自家院子'));
      await write('地址', '幸福路 14 号院');
    },
  },
  { title: '家里有下面的情况吗？', answer: async () => undefined },
  {
    title: '想改造什么？',
    answer: (page, { mark }) => mark(page.getByRole('checkbox', { name: /^门口坡道/ })),
  },
  { title: '家里哪里不方便？', answer: (_, { write }) => write('请说说现在难在哪里', '门口三级台阶。') },
  { title: '有家里的照片吗？', answer: async () => undefined },
  {
    title: '请您同意',
    answer: async (page, { mark }) => {
      await mark(page.getByRole('checkbox', { name: /^我同意这样使用/ }));
      await mark(page.getByRole('checkbox', { name: /^我单独同意/ }));
    },
  },
];

const shown = (page: Page, title: string): Promise<void> =>
  page.getByRole('heading', { name: title, level: 1 }).waitFor();

/** kB of the site a further page of the form asks for at most: on a slow phone it has to be there at once. */
const stepBudget = 15;
/** Keys of a form whose every field is stopped at once: two for each field, and the way to each button. */
const keyBudget = 100;

const walk = async (page: Page, address: string): Promise<Row[]> => {
  const keys = keysOf(page);
  const first = weigh(page);
  await page.goto(`${address}/renovation`, { waitUntil: 'networkidle' });
  const rows = [weightRow('an accessible home, its first page', await first(), 45)];
  const begun = weigh(page);
  await keys.push(page.getByRole('link', { name: '开始申请' }));
  await shown(page, steps[0]?.title ?? '');
  await page.waitForLoadState('networkidle');
  rows.push(weightRow('its first question, with what the form is made of', await begun(), 45));
  for (const [n, { title, answer }] of steps.entries()) {
    await answer(page, keys);
    const step = weigh(page);
    await keys.push(page.getByRole('button', { name: '下一步', exact: true }));
    await shown(page, steps[n + 1]?.title ?? '核对后提交');
    await page.waitForLoadState('networkidle');
    rows.push(weightRow(`from “${title}” to the next page`, await step(), stepBudget));
  }
  await keys.push(page.getByRole('button', { name: '提交申请', exact: true }));
  await shown(page, '已收到申请');
  return [
    ...rows,
    {
      what: 'keys pressed to finish it by keyboard alone',
      ...atMost(keys.pressed(), keyBudget),
      unit: 'keys',
      beside: `${rounded(steps.length + 1)} pages, without the letters of the answers`,
    },
  ];
};

export default (_: Options): Promise<Report> =>
  withServedSite(async ({ address, browser }) => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' });
    const rows = await walk(await context.newPage(), address);
    await context.close();
    return {
      method:
        'one new browser from the first page to the receipt; each file gzipped on its own, built and served as shipped',
      rows,
    };
  });

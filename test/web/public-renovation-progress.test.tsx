import { query } from '@solidjs/router';
import { cleanup, fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetPair, keepPair } from '../../web/src/public/renovation/renovation.pair.ts';
import { json, problem, serve } from './public.service.ts';
import { open, patiently, prepare, press, quiet, type } from './public-renovation.support.tsx';
import { teachDialogs } from './support.ts';

teachDialogs();

const LOOK_UP = '/api/public/renovation-progress';
const OWN = '/api/public/renovations/HJE6AE9634';
const NOTICES = '/api/public/renovation-notices?node=370402';
const pair = { reference: 'HJE6AE9634', code: '4KRRH8RP' };
const title = 'HJE-6AE-9634 的进度';

const progress = {
  ...{ reference: 'HJE6AE9634', version: 1, state: 'applied', appliedAt: '2026-11-23T00:38:00.000Z' },
  ...{ village: { zh: '东村', en: 'East Village' }, wants: ['toilet'], overdue: false },
  ...{ dueAt: '2026-11-26T16:00:00.000Z', signed: [], after: [], followUps: [] },
  steps: [{ step: 'applied', at: '2026-11-23T00:38:00.000Z' }],
  actions: ['withdrawal'],
};
const plan = {
  ...{ year: 2026, amount: 240_000, at: '2026-11-23T00:38:00.000Z' },
  lines: [
    { item: 'toilet', unit: 'set', price: 180_000, quantity: 1, amount: 180_000, noRepeatYears: 5 },
    { item: 'ramp', unit: 'metre', price: 60_000, quantity: 1, amount: 60_000, noRepeatYears: 5 },
  ],
};
const planned = { ...progress, state: 'planned', plan, actions: ['agreement', 'withdrawal'] };

// Read once, before the clock of any test runs.
beforeAll(async () => {
  await import('../../web/src/public/renovation/progress.page.tsx');
  await import('../../web/src/public/renovation/notices.page.tsx');
}, 30_000);
beforeEach(prepare);
afterEach(() => {
  cleanup();
  query.clear();
  forgetPair();
  sessionStorage.clear();
  vi.unstubAllGlobals();
});

const shows = async (changed: object, answers: Parameters<typeof serve>[0] = {}) => {
  const service = serve({ ...quiet, [LOOK_UP]: () => json({ ...progress, ...changed }), ...answers });
  keepPair(pair);
  await open('/renovation/progress', title);
  await screen.findByRole('heading', { name: '办理经过' });
  return service;
};

describe('looking an application up', () => {
  it('a link with both is taken at its word, and the code leaves the address', async () => {
    const service = serve({ ...quiet, [LOOK_UP]: () => json(progress) });
    await open('/renovation/progress#reference=HJE-6AE-9634&code=4KRRH8RP', title);
    expect(service.at(LOOK_UP)[0]?.body).toEqual(pair);
    expect(window.location.href).not.toContain('4KRR');
    expect(await screen.findByText('11月26日（周四）24:00 前办完这一步')).toBeTruthy();
  });

  it('of one whose period is over it says what was deleted', async () => {
    await shows({
      state: 'withdrawn',
      dueAt: undefined,
      actions: [],
      anonymisedAt: '2027-11-23T19:20:00.000Z',
    });
    expect(screen.getByText('保存期已过，这条记录里的个人信息已删除')).toBeTruthy();
  });

  it('a leaked reference without its code opens nothing and says so', async () => {
    serve({ ...quiet, [LOOK_UP]: () => problem('renovation.reference_or_code_wrong', 404) });
    await open('/renovation/progress', '查询无障碍改造申请');
    type('申请编号', 'HJE6AE9634');
    type('查询码', '4KRRH8R2');
    press('查询');
    const summary = await screen.findByRole('alert', { name: '没有查到' });
    expect(summary.textContent).toContain('编号和查询码对不上');
  });

  it.each([
    ['queued', { position: 12, dueAt: undefined }, /在镇街排第 12 位/],
    ['noticed', { noticeUntil: '2026-11-30T16:00:00.000Z' }, /公示到11月30日（周一）24:00 前/],
    ['reviewed', { visitOn: '2026-11-25' }, /约好上门的日子：2026年11月25日/],
    [
      'planned',
      { overdue: true, actions: ['agreement'], plan },
      /应当在11月26日（周四）24:00 前答复，已经过了/,
    ],
    ['checked', { overdue: true }, /这一步应当在11月26日（周四）24:00 前办完，还没有办完/],
    ['finished', { built: 200_000, signed: ['federation'], actions: [] }, /已签字：残联/],
    [
      'rejected',
      {
        rejection: { reason: 'had-before', text: '2024 年做过坡道。', appealBy: '2026-12-04T16:00:00.000Z' },
      },
      /规定年限内做过同样的项目2024 年做过坡道。/,
    ],
  ])('%s says what is waited for', async (state, changed, words) => {
    await shows({ state, ...changed });
    expect(document.querySelector('main')?.textContent).toMatch(words);
  });
});

describe('what an applicant does', () => {
  it('the plan is shown with its prices, and agreeing asks for a decision', async () => {
    const service = await shows(planned, { [`${OWN}/agreement`]: () => json(progress) });
    expect(screen.getByRole('row', { name: /厕所改造.*1 套.*1,800 元/ })).toBeTruthy();
    expect(screen.getByText(/合计 2,400 元/)).toBeTruthy();
    press('提交决定');
    expect(screen.getByRole('alert', { name: '没有成功' }).textContent).toContain('请选择一项');
    fireEvent.click(screen.getByRole('radio', { name: '同意，按这个方案做' }));
    press('提交决定');
    await waitFor(() => expect(service.at(`${OWN}/agreement`)).toHaveLength(1));
    expect(service.at(`${OWN}/agreement`)[0]?.body).toEqual({ code: '4KRRH8RP', agrees: true });
    await waitFor(() => expect(service.at(LOOK_UP).length).toBeGreaterThan(1));
  });

  it('declining says why', async () => {
    const service = await shows(planned, { [`${OWN}/agreement`]: () => json(progress) });
    fireEvent.click(screen.getByRole('radio', { name: '不同意，请重新做' }));
    press('提交决定');
    expect(service.at(`${OWN}/agreement`)).toHaveLength(0);
    type('哪里不合适', '还要一个扶手。');
    press('提交决定');
    await waitFor(() => expect(service.at(`${OWN}/agreement`)).toHaveLength(1));
    expect(service.at(`${OWN}/agreement`)[0]?.body).toMatchObject({ agrees: false, note: '还要一个扶手。' });
  });

  it('missing papers are listed, all of them, and answered in one go', async () => {
    const service = await shows(
      { state: 'papers', papers: ['户口本', '低保证'], actions: ['papers', 'withdrawal'], dueAt: undefined },
      { [`${OWN}/papers`]: () => json(progress) },
    );
    const listed = screen.getAllByRole('listitem').map((item) => item.textContent);
    expect(listed).toEqual(expect.arrayContaining(['户口本', '低保证']));
    type(/^说明/, '都在照片里。');
    press('交材料');
    await waitFor(() => expect(service.at(`${OWN}/papers`)).toHaveLength(1));
    expect(service.at(`${OWN}/papers`)[0]?.body).toEqual({
      ...{ code: '4KRRH8RP', photos: [] },
      text: '都在照片里。',
    });
  });

  it('who finds something not right says what, instead of signing', async () => {
    const service = await shows(
      { state: 'finished', built: 200_000, actions: ['signature'] },
      { [`${OWN}/signature`]: () => json(progress) },
    );
    fireEvent.click(screen.getByRole('radio', { name: '有的地方没做好' }));
    type('哪里没做好', '扶手松。');
    press('提交');
    await waitFor(() => expect(service.at(`${OWN}/signature`)).toHaveLength(1));
    expect(service.at(`${OWN}/signature`)[0]?.body).toMatchObject({ done: false, text: '扶手松。' });
  });

  it('withdrawing takes three presses and can be left at each', async () => {
    const service = await shows({}, { [`${OWN}/withdrawal`]: () => json(progress) });
    press('撤回申请……');
    press('撤回');
    expect(screen.getByRole('alert', { name: '没有成功' }).textContent).toContain('请选择一项');
    fireEvent.click(screen.getByRole('radio', { name: '搬家了' }));
    press('撤回');
    const dialog = await screen.findByRole('dialog', { name: '确定撤回这份申请吗？' });
    fireEvent.click(within(dialog).getByRole('button', { name: '取消' }));
    expect(service.at(`${OWN}/withdrawal`)).toHaveLength(0);
    press('撤回');
    fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '撤回' }));
    await waitFor(() => expect(service.at(`${OWN}/withdrawal`)).toHaveLength(1));
    expect(service.at(`${OWN}/withdrawal`)[0]?.body).toEqual({ code: '4KRRH8RP', reason: 'moved' });
  });

  it('the rating asks for the month that is due', async () => {
    const followUps = [
      { month: 3, dueOn: '2026-08-01', done: true, open: false },
      { month: 12, dueOn: '2026-11-01', done: false, open: true },
    ];
    const service = await shows(
      { state: 'paid', actions: ['rating'], followUps, dueAt: undefined },
      { [`${OWN}/rating`]: () => json(progress) },
    );
    fireEvent.click(screen.getByRole('radio', { name: '很满意' }));
    press('提交评价');
    await waitFor(() => expect(service.at(`${OWN}/rating`)).toHaveLength(1));
    expect(service.at(`${OWN}/rating`)[0]?.body).toEqual({ code: '4KRRH8RP', month: 12, satisfaction: 5 });
  });

  it('who is too late is told so, and sees how it stands now', async () => {
    let state = 'planned';
    const service = await shows(planned, {
      [LOOK_UP]: () => json({ ...planned, state, actions: state === 'planned' ? ['agreement'] : [] }),
      [`${OWN}/agreement`]: () => {
        state = 'withdrawn';
        return problem('renovation.transition_not_allowed', 409);
      },
    });
    fireEvent.click(screen.getByRole('radio', { name: '同意，按这个方案做' }));
    press('提交决定');
    expect(await screen.findByText('已撤回')).toBeTruthy();
    expect(screen.getByText('这件事刚刚有了变化，请看现在的进度。')).toBeTruthy();
    await waitFor(() => expect(document.activeElement?.textContent).toBe(title));
    expect(service.at(LOOK_UP).length).toBeGreaterThan(1);
  });
});

describe('public notices', () => {
  const row = {
    ...{ notice: 'n1'.padEnd(26, '0'), name: '王**', village: '370402/370402101/370402101001' },
    ...{ items: ['toilet'], amount: 180_000 },
    ...{ from: '2026-11-23T00:00:00.000Z', until: '2026-11-30T16:00:00.000Z' },
  };
  const OBJECT = `/api/public/renovation-notices/${row.notice}/objections`;

  it('a notice shows the surname, the village, items, amount and its end, and nothing else', async () => {
    serve({ ...quiet, [NOTICES]: () => json({ rows: [row] }) });
    await open('/notices', '无障碍改造公示');
    const entry = (await screen.findByRole('heading', { name: '王**' }, patiently)).closest('li');
    expect(entry?.textContent).toBe(
      '王**村（社区）东村改造项目厕所改造（蹲改坐、扶手）金额1,800 元公示到11月30日（周一）24:00 前提出异议',
    );
  });

  it('none is said to be none', async () => {
    serve({ ...quiet, [NOTICES]: () => json({ rows: [] }) });
    await open('/notices', '无障碍改造公示');
    expect(await screen.findByText('现在没有公示')).toBeTruthy();
  });

  it('an objection needs words, a name and a number, says why, and is received once', async () => {
    let isUp = false;
    const service = serve({
      ...quiet,
      [NOTICES]: () => json({ rows: [row] }),
      [OBJECT]: () => {
        if (!isUp) throw new TypeError('connection lost');
        return json({ at: '2026-11-23T01:00:00.000Z' }, 201);
      },
    });
    await open('/notices', '无障碍改造公示');
    fireEvent.click(await screen.findByRole('button', { name: '对 王**（东村）提出异议' }, patiently));
    expect(document.activeElement?.textContent).toBe('对 王**（东村）提出异议');
    press('提交异议');
    expect(screen.getByRole('alert').querySelectorAll('a')).toHaveLength(3);
    type(/^您认为哪里不对/, '去年做过。');
    type('您的姓名', '李四');
    type('您的电话', '13812345678');
    press('提交异议');
    await screen.findByText(/网络不通/, undefined, patiently);
    isUp = true;
    press('提交异议');
    expect(await screen.findByText('已收到您的异议', undefined, patiently)).toBeTruthy();
    const sent = service.at(OBJECT).map(({ key, body }) => JSON.stringify({ key, body }));
    expect(new Set(sent).size).toBe(1);
  }, 15_000);
});

import { query } from '@solidjs/router';
import { cleanup, fireEvent, screen, waitFor } from '@solidjs/testing-library';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { changeDraft, draft } from '../../web/src/public/renovation/renovation.draft.ts';
import { outcome } from '../../web/src/public/renovation/renovation.outcome.ts';
import { leaveForm, saved } from '../../web/src/public/renovation/renovation.saving.ts';
import { json, problem, serve } from './public.service.ts';
import {
  answerEverything,
  certificate,
  certificateOfYear,
  open,
  patiently,
  prepare,
  press,
  quiet,
  type,
} from './public-renovation.support.tsx';
import { teachDialogs } from './support.ts';

teachDialogs();

const APPLY = '/api/public/renovations';
const DRAFTS = '/api/public/renovation-drafts';
const progress = {
  ...{ reference: 'HJE6AE9634', version: 1, state: 'applied', appliedAt: '2026-11-23T00:38:00.000Z' },
  ...{ wants: ['toilet', 'ramp'], dueAt: '2026-11-26T16:00:00.000Z', overdue: false, signed: [], after: [] },
  ...{ followUps: [], steps: [], actions: ['withdrawal'] },
};
const receipt = { reference: 'HJE6AE9634', code: '4KRRH8RP', progress };
const savedForm = (version: number) => ({
  ...{ reference: 'HJE6AE9634', code: '4KRRH8RP', version, expiresAt: '2026-12-23T16:00:00.000Z' },
});

// Read once, before the clock of any test runs.
beforeAll(async () => {
  await import('../../web/src/public/renovation/start.page.tsx');
  await import('../../web/src/public/renovation/renovation.pages.ts');
}, 30_000);
beforeEach(prepare);
afterEach(() => {
  cleanup();
  query.clear();
  outcome.thaw();
  leaveForm();
  sessionStorage.clear();
  vi.unstubAllGlobals();
});

const errors = (): string[] => {
  const summary = screen.getByRole('alert', { name: '有内容需要修改' });
  return [...summary.querySelectorAll('a')].map((link) => link.textContent);
};

describe('before the form', () => {
  it('says what there is with its prices, who comes first, and offers to start', async () => {
    serve(quiet);
    await open('/renovation', '申请家庭无障碍改造');
    expect(await screen.findByText('每套最多 1,800 元')).toBeTruthy();
    expect(screen.getByText(/一户一般不超过 6,000 元/)).toBeTruthy();
    expect(screen.getByText('先看残疾等级：一级、二级在前')).toBeTruthy();
    expect(screen.getByRole('link', { name: '开始申请' }).getAttribute('href')).toBe('/renovation/who');
  });

  it('without the prices one can apply all the same', async () => {
    serve({ ...quiet, '/api/public/renovation-items': () => problem('service.failed', 500) });
    await open('/renovation', '申请家庭无障碍改造');
    expect(await screen.findByText('价格暂时没有打开，不影响申请。')).toBeTruthy();
    expect(screen.getByText('门口坡道')).toBeTruthy();
  });
});

describe('filling in the form', () => {
  it('who applies for themselves is not asked who they are; a relative is', async () => {
    serve(quiet);
    await open('/renovation/who', '谁来申请？');
    press('下一步');
    expect(errors()).toEqual(['请选择谁来申请']);
    fireEvent.click(screen.getByRole('radio', { name: '残疾人本人' }));
    press('下一步');
    await screen.findByRole('heading', { name: '家在哪个村（社区）？' });
    expect(screen.getByText(/第 2 步，共 11 步/)).toBeTruthy();
    cleanup();
    changeDraft({ by: 'relative' });
    await open('/renovation/village', '您是谁，怎么联系您？');
    press('下一步');
    expect(errors()).toEqual(['请填写您的姓名', '请填写您的电话', '请填写您是残疾人的什么人']);
  });

  it('the number says what is wrong at which place, and back what it means once it is right', async () => {
    serve(quiet);
    answerEverything();
    await open('/renovation/card', '残疾人证上写的');
    type(/^残疾人证号/, `${certificate.slice(0, 19)}7`);
    expect(await screen.findByText('第 20 位“7”不对：等级是 1 到 4')).toBeTruthy();
    press('下一步');
    expect(errors()).toEqual(['第 20 位“7”不对：等级是 1 到 4']);
    type(/^残疾人证号/, certificate);
    expect(await screen.findByText(/^肢体残疾 · 三级 · \d+ 岁$/)).toBeTruthy();
  });

  it('a child needs a guardian, and the page leads to where that is said', async () => {
    serve(quiet);
    answerEverything();
    changeDraft({ certificate: certificateOfYear(new Date().getFullYear() - 9) });
    await open('/renovation/card', '残疾人证上写的');
    press('下一步');
    expect(errors()).toEqual(['本人不到 14 岁，要由监护人申请。请回到第一个问题修改。']);
    expect(screen.getByRole('link', { name: '改为监护人申请' }).getAttribute('href')).toBe(
      '/renovation/who?change=1',
    );
  });

  it('an expired certificate and one of another district are told apart before anything is sent', async () => {
    serve(quiet);
    answerEverything();
    changeDraft({ validUntil: '2020-01-01', issuedHere: 'no' });
    await open('/renovation/card', '残疾人证上写的');
    press('下一步');
    expect(errors()).toEqual([
      '证已经过期。请先到残联换证，再来申请。',
      '不是本区发的证，不能在这里申请。请到发证的残联申请。',
    ]);
  });

  it.each([
    ['20991231', undefined],
    ['2099.12.31', undefined],
    ['２０９９年１２月３１日', undefined],
    ['2099-02-30', '请填写年、月、日，例如 20301231'],
    ['明年', '请填写年、月、日，例如 20301231'],
    ['2020/1/1', '证已经过期。请先到残联换证，再来申请。'],
  ])('a day written %s is read as people mean it', async (written, message) => {
    serve(quiet);
    answerEverything();
    changeDraft({ validUntil: written });
    await open('/renovation/card', '残疾人证上写的');
    press('下一步');
    if (message === undefined) await screen.findByRole('heading', { name: '怎么联系您？' });
    expect(message === undefined ? [] : errors()).toEqual(message === undefined ? [] : [message]);
  });

  it('items that exclude each other are explained from both sides and may still both be chosen', async () => {
    serve(quiet);
    answerEverything();
    await open('/renovation/items', '想改造什么？');
    const seat = await screen.findByRole('checkbox', { name: /^洗澡椅.*只能做一样/ });
    expect(screen.getByRole('checkbox', { name: /厕所改造.*和“洗澡椅”只能做一样/ })).toBeTruthy();
    fireEvent.click(seat);
    expect(await screen.findByText(/“厕所改造（蹲改坐、扶手）”和“洗澡椅”不能都做/)).toBeTruthy();
    expect(draft().wants.split(',')).toEqual(['toilet', 'ramp', 'shower-seat']);
  });

  it('each consent is asked and missed on its own', async () => {
    serve(quiet);
    answerEverything();
    changeDraft({ sensitive: '' });
    await open('/renovation/consent', '请您同意');
    press('下一步');
    expect(errors()).toEqual(['需要您单独同意，我们才能使用证号等敏感信息']);
  });

  it('a changed answer leads back to the check, by way of what it brings with it', async () => {
    serve(quiet);
    answerEverything();
    await open('/renovation/who?change=1', '谁来申请？');
    fireEvent.click(screen.getByRole('radio', { name: '亲属或其他替他申请的人' }));
    press('保存修改');
    await screen.findByRole('heading', { name: '您是谁，怎么联系您？' });
    type('您的姓名', '李红');
    type('您的电话', '13812345679');
    type('您是残疾人的什么人', '女儿');
    press('保存修改');
    expect(await screen.findByRole('heading', { name: '核对后提交' })).toBeTruthy();
    expect(screen.getByText(/李红\s女儿/)).toBeTruthy();
  });

  it('answers are kept for this tab and never in the browser', async () => {
    serve(quiet);
    answerEverything();
    await open('/renovation/check', '核对后提交');
    expect(JSON.stringify({ ...sessionStorage })).toContain(certificate);
    expect(JSON.stringify({ ...localStorage })).not.toContain(certificate);
  });
});

describe('sending the form', () => {
  it('pressing twice sends once; the receipt says what comes next and the answers are gone', async () => {
    let answer: (response: Response) => void = () => undefined;
    const service = serve({
      ...quiet,
      [APPLY]: () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    });
    answerEverything();
    await open('/renovation/check', '核对后提交');
    press('提交申请');
    await waitFor(() => expect(service.at(APPLY)).toHaveLength(1), patiently);
    const button = screen.getByRole('button', { name: '正在提交……' });
    fireEvent.submit(button.closest('form') ?? button);
    answer(json(receipt, 201));
    await screen.findByRole('heading', { name: '已收到申请' });
    expect(service.at(APPLY)).toHaveLength(1);
    expect(service.at(APPLY)[0]?.body).toMatchObject({
      by: 'self',
      applicant: { certificate, phone: '13812345678', issuedHere: true },
      home: { address: { text: '幸福路 12 号院', building: '2' } },
      wants: ['toilet', 'ramp'],
      need: '【住房】楼房，没有电梯，3 楼\n轮椅进不了厕所。',
      consent: { personal: true, sensitive: true },
    });
    expect(screen.getByText(/村（社区）核对申请，11月26日（周四）24:00 前完成。/)).toBeTruthy();
    expect(JSON.stringify({ ...sessionStorage })).not.toContain('王秀兰');
    expect(screen.getByRole('link', { name: '查看进度' }).getAttribute('href')).toBe(
      '/renovation/progress#reference=HJE-6AE-9634&code=4KRRH8RP',
    );
  });

  it('a lost answer: the same form goes again under the same key and can’t be changed before', async () => {
    let isUp = false;
    const service = serve({
      ...quiet,
      [APPLY]: () => {
        if (!isUp) throw new TypeError('connection lost');
        return json(receipt, 201);
      },
    });
    answerEverything();
    await open('/renovation/check', '核对后提交');
    press('提交申请');
    await screen.findByRole('alert', { name: '刚才的提交没有收到回复' }, patiently);
    expect(screen.queryByRole('link', { name: /^修改/ })).toBeNull();
    isUp = true;
    press('提交申请');
    await screen.findByRole('heading', { name: '已收到申请' });
    const sent = service.at(APPLY).map(({ key, body }) => JSON.stringify({ key, body }));
    expect(sent.length).toBeGreaterThan(1);
    expect(new Set(sent).size).toBe(1);
  }, 15_000);

  it.each([
    ['renovation.person_has_one', 409, /这个人已经有一份申请在办/, undefined],
    ['renovation.certificate_expired', 422, /证已经过期/, '/renovation/card?change=1'],
    ['renovation.village_unknown', 422, /已有变动，请重新选择/, '/renovation/village?change=1'],
  ])('%s is told in plain words, with the page that puts it right', async (code, status, words, href) => {
    serve({ ...quiet, [APPLY]: () => problem(code, status) });
    answerEverything();
    await open('/renovation/check', '核对后提交');
    press('提交申请');
    const summary = await screen.findByRole('alert', { name: '没有提交成功' }, patiently);
    expect(summary.textContent).toMatch(words);
    const link = summary.querySelector('a');
    if (link) fireEvent.click(link);
    expect(link ? document.activeElement?.getAttribute('href') : undefined).toBe(href);
    expect(draft().name).toBe('王秀兰');
  });
});

describe('saving and going on', () => {
  it('a form is saved once, then with every step, and can be left behind on this device', async () => {
    const service = serve({
      ...quiet,
      [DRAFTS]: () => json(savedForm(1), 201),
      [`${DRAFTS}/HJE6AE9634`]: () => json(savedForm(2)),
    });
    answerEverything();
    await open('/renovation/need', '家里哪里不方便？');
    fireEvent.click(screen.getByRole('link', { name: '先存起来，以后再填' }));
    await screen.findByRole('heading', { name: '先存起来，以后再填' });
    press('保存');
    await screen.findByText(/^保存到 2026年12月24日 00:00/, undefined, patiently);
    expect(screen.getByText('HJE-6AE-9634')).toBeTruthy();
    fireEvent.click(screen.getByRole('link', { name: '回到刚才的问题' }));
    await screen.findByRole('heading', { name: '核对后提交' });
    cleanup();
    await open('/renovation/need', '家里哪里不方便？');
    press('下一步');
    await waitFor(() => expect(service.at(`${DRAFTS}/HJE6AE9634`)).toHaveLength(1));
    expect(service.at(`${DRAFTS}/HJE6AE9634`)[0]?.body).toMatchObject({ code: '4KRRH8RP', version: 1 });
    await waitFor(() => expect(saved()?.version).toBe('2'));
    cleanup();
    await open('/renovation/save', '先存起来，以后再填');
    fireEvent.click(await screen.findByRole('button', { name: '填到这里，清除这台设备上的内容' }));
    await screen.findByRole('heading', { name: '申请家庭无障碍改造' });
    expect(JSON.stringify({ ...sessionStorage })).not.toContain('王秀兰');
  });

  it('who comes back with reference and code goes on at the first open question; old photos are left out', async () => {
    answerEverything();
    const { key: _, ...answers } = { ...draft(), need: '' };
    leaveForm();
    const photos = [
      { photoId: 'a1', fileName: 'a.jpg', at: '2020-01-01T00:00:00.000Z' },
      { photoId: 'b2', fileName: 'b.jpg', at: new Date().toISOString() },
    ];
    serve({
      ...quiet,
      [`${DRAFTS}/open`]: () => json({ ...savedForm(3), answers: JSON.stringify({ answers, photos }) }),
    });
    await open('/renovation/continue', '接着填以前存起来的申请');
    press('打开');
    expect(screen.getByRole('alert', { name: '有内容需要修改' }).textContent).toContain('请填写');
    type('编号', 'hje-6ae-9634');
    type('查询码', '4krr h8rp');
    press('打开');
    await screen.findByRole('heading', { name: '家里哪里不方便？' });
    expect(draft().name).toBe('王秀兰');
    expect(saved()).toMatchObject({ reference: 'HJE6AE9634', version: '3' });
    expect(await screen.findByText('有 1 张照片已经过期，请重新添加。')).toBeTruthy();
  });

  it('a form saved elsewhere since is not written over: the reader chooses', async () => {
    const service = serve({
      ...quiet,
      [DRAFTS]: () => json(savedForm(1), 201),
      [`${DRAFTS}/HJE6AE9634`]: () => problem('renovation.draft_changed', 409),
    });
    answerEverything();
    await open('/renovation/save', '先存起来，以后再填');
    press('保存');
    await screen.findByText('HJE-6AE-9634', undefined, patiently);
    cleanup();
    await open('/renovation/save', '先存起来，以后再填');
    fireEvent.click(await screen.findByRole('button', { name: '另存一份' }));
    await screen.findByText('HJE-6AE-9634', undefined, patiently);
    expect(service.at(DRAFTS)).toHaveLength(2);
  });

  it('a wrong code and an expired form are answered alike', async () => {
    serve({ ...quiet, [`${DRAFTS}/open`]: () => problem('renovation.draft_not_found', 404) });
    await open('/renovation/continue', '接着填以前存起来的申请');
    type('编号', 'HJE6AE9634');
    type('查询码', '4KRRH8R2');
    press('打开');
    const summary = await screen.findByRole('alert', { name: '没有打开' });
    expect(summary.textContent).toContain('编号和查询码对不上，或者已经过了 30 天');
  });
});

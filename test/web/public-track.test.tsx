import { cleanup, fireEvent, render, screen, waitFor } from '@solidjs/testing-library';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseInstant, parseLocalDate } from '../../functions/platform/runtime/time.ts';
import { messageWords, publicWords, trackWords } from '../../web/src/public/public.words.ts';
import type { Progress } from '../../web/src/public/queries.ts';
import { ProgressView } from '../../web/src/public/track/progress-view.tsx';
import { forgetPair } from '../../web/src/public/track/track.pair.ts';
import { App } from '../../web/src/routes.tsx';
import { json, problem, serve } from './public.service.ts';
import { speak, teachDialogs } from './support.ts';

teachDialogs();

const LOOK_UP = '/api/public/issue-progress';

const progress: Progress = {
  reference: 'HJE6AE9634',
  version: 3,
  state: 'claimed',
  category: 'roads',
  what: '路灯坏了一个星期。',
  place: '3 号楼门前',
  raisedAt: parseInstant('2026-11-20T02:00:00.000Z'),
  department: { zh: '城建办', en: 'Works Office' },
  dueAt: parseInstant('2026-11-25T16:00:00.000Z'),
  provisional: false,
  overdue: false,
  photos: [],
  steps: [
    { step: 'raised', at: parseInstant('2026-11-20T02:00:00.000Z') },
    { step: 'transferred', at: parseInstant('2026-11-20T03:00:00.000Z') },
    { step: 'claimed', at: parseInstant('2026-11-20T04:00:00.000Z') },
  ],
};

const open = async (path: string): Promise<void> => {
  window.history.replaceState(null, '', path);
  render(() => <App />);
  // Pages arrive as code of their own, and a busy machine may take its time to read it.
  await screen.findByRole('heading', { level: 1, name: '查询进度' }, { timeout: 8_000 });
};
const type = (label: string, value: string): void => {
  fireEvent.input(screen.getByRole('textbox', { name: label }), { target: { value } });
};
const lookUp = (): void => {
  fireEvent.click(screen.getByRole('button', { name: '查询' }));
};
beforeEach(async () => {
  // jsdom lays nothing out, so it has nowhere to scroll.
  window.scrollTo = () => undefined;
  await speak('zh-CN');
  await Promise.all([publicWords, messageWords, trackWords].map((words) => words.load()));
});
afterEach(() => {
  cleanup();
  forgetPair();
  sessionStorage.clear();
  vi.unstubAllGlobals();
});

describe('looking up an issue', () => {
  it('reference and code come out of the address into the form, and not into the history', async () => {
    serve({});
    await open('/track#reference=HJE-6AE-9634&code=4KRRH8RP');
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: '受理编号' }).value).toBe('HJE-6AE-9634');
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: '查询码' }).value).toBe('4KRRH8RP');
    await waitFor(() => expect(window.location.href).not.toContain('4KRR'));
  });

  it('small letters, spaces and dashes are understood', async () => {
    const service = serve({ [LOOK_UP]: () => json(progress) });
    await open('/track');
    type('受理编号', 'hje 6ae-9634');
    type('查询码', '4krr h8rp');
    lookUp();
    await screen.findByRole('heading', { name: 'HJE-6AE-9634 的进度' });
    expect(service.at(LOOK_UP)[0]?.body).toEqual({ reference: 'HJE6AE9634', code: '4KRRH8RP' });
  });

  it('a mistyped reference is found before anything is sent', async () => {
    const service = serve({});
    await open('/track');
    type('受理编号', 'HJE6AE9635');
    lookUp();
    expect(screen.getByRole('link', { name: /^编号不完整或有一个字符不对/ })).toBeTruthy();
    expect(screen.getByRole('link', { name: '请填写查询码' })).toBeTruthy();
    expect(service.at(LOOK_UP)).toHaveLength(0);
  });

  it.each([
    ['issue.reference_or_code_wrong', 404, '编号和查询码对不上'],
    ['request.too_many', 429, '短时间内试的次数太多'],
  ])('%s is told in plain words', async (code, status, words) => {
    serve({ [LOOK_UP]: () => problem(code, status) });
    await open('/track');
    type('受理编号', 'HJE6AE9634');
    type('查询码', '4KRRH8R2');
    lookUp();
    const summary = await screen.findByRole('alert', { name: '没有查到' });
    expect(summary.textContent).toContain(words);
  });

  it('who tries again after a failure is not shown the old failure', async () => {
    let answer = (): Response => problem('service.failed', 500);
    serve({ [LOOK_UP]: () => answer() });
    await open('/track');
    type('受理编号', 'HJE6AE9634');
    type('查询码', '4KRRH8RP');
    lookUp();
    await screen.findByRole('alert', { name: '没有查到' });
    answer = () => json(progress);
    lookUp();
    await screen.findByRole('heading', { name: 'HJE-6AE-9634 的进度' });
    expect(await screen.findByText('承办单位接手')).toBeTruthy();
  });

  it('who comes to the progress page without a pair is asked for it', async () => {
    serve({});
    await open('/track/progress');
    await waitFor(() => expect(window.location.pathname).toBe('/track'));
  });
});

describe('what a resident reads of an issue', () => {
  const textOf = (changed: Partial<Progress>): string =>
    render(() => <ProgressView progress={{ ...progress, ...changed }} />).container.textContent ?? '';
  const resolved = (at: string): Partial<Progress> => ({
    state: 'resolved',
    steps: [...progress.steps, { step: 'resolved', at: parseInstant(at) }],
  });

  it('a promise is a day people can put in a calendar', () => {
    expect(textOf({})).toContain('11月25日（周三）24:00 前办结');
  });

  it('before a department has it, there is no date but the rule it follows', () => {
    const text = textOf({ state: 'registered', dueAt: undefined, department: undefined });
    expect(text).toContain('从第二天算起，三个工作日内办结');
  });

  it('of one whose period is over it says what was deleted, and since when', () => {
    const text = textOf({
      state: 'closed',
      place: '***',
      anonymisedAt: parseInstant('2029-11-23T19:20:00.000Z'),
    });
    expect(text).toContain('这条记录里的个人信息已删除');
    expect(text).toContain('2029年11月24日 03:20');
    expect(textOf({})).not.toContain('已删除');
  });

  it('a date that may still move says so', () => {
    expect(textOf({ provisional: true })).toContain('暂定期限');
  });

  it('what is late is called late, with the date that was promised', () => {
    const text = textOf({ overdue: true });
    expect(text).toContain('正在办理 · 已经超期');
    expect(text).toContain('应当在11月25日（周三）24:00 前办结，还没有办完');
  });

  it('an extension is told with its reason', () => {
    expect(textOf({ extendedBecause: '等配件' })).toContain('期限延长过，原因：等配件');
  });

  it('resolved by the last moment is in time; at the first moment after, it is not', () => {
    expect(textOf(resolved('2026-11-25T15:59:59.999Z'))).toContain('按期办结');
    cleanup();
    const late = textOf(resolved('2026-11-25T16:00:00.000Z'));
    expect(late).not.toContain('按期办结');
    expect(late).toContain('办结时已超过期限');
  });

  it('an answer comes with its outcome and the days of its plan', () => {
    const text = textOf({
      state: 'answered',
      answer: '管道要到春天才能换。',
      outcome: 'planned',
      plan: [{ what: '换管道', by: parseLocalDate('2027-03-15') }],
    });
    expect(text).toContain('管道要到春天才能换。');
    expect(text).toContain('列入计划，分步解决');
    expect(text).toContain('2027年3月15日（周一）前换管道');
  });

  it('the department is named in the language of the page', async () => {
    expect(textOf({})).toContain('城建办');
    cleanup();
    await speak('en');
    expect(textOf({})).toContain('Works Office');
  });
});

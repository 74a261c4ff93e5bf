import { cleanup, fireEvent, render, screen, waitFor } from '@solidjs/testing-library';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { consentVersion } from '../../functions/issues/issues.words.ts';
import {
  messageWords,
  publicWords,
  reportStartWords,
  reportWords,
} from '../../web/src/public/public.words.ts';
import { changeDraft, clearDraft, draft } from '../../web/src/public/report/report.draft.ts';
import { outcome } from '../../web/src/public/report/report.outcome.ts';
import { reportPhotos } from '../../web/src/public/report/report.photos.ts';
import { App } from '../../web/src/routes.tsx';
import { challenge, json, organisations, problem, serve } from './public.service.ts';
import { speak, teachDialogs } from './support.ts';

teachDialogs();

const RAISE = '/api/public/issues';
const PHOTOS = '/api/public/photos';
const receipt = { reference: 'HJE6AE9634', code: '4KRRH8RP', raisedAt: '2026-11-23T00:38:00.000Z' };
const quiet = {
  '/api/public/challenge': challenge,
  '/api/organisations': organisations,
};

/** Pages arrive as code of their own, and a busy machine may take its time to read it. */
const patiently = { timeout: 8_000 };

const open = async (path: string, heading: string): Promise<void> => {
  window.history.replaceState(null, '', path);
  render(() => <App />);
  await screen.findByRole('heading', { level: 1, name: heading }, patiently);
};

const answerEverything = (): void =>
  changeDraft({
    category: 'roads',
    what: '路灯坏了一个星期。',
    town: '370402/370402101',
    village: '370402/370402101/370402101001',
    placeText: '3 号楼门前',
    forWhom: 'self',
    name: '李小红',
    phone: '138 1234 5678',
    consent: consentVersion,
  });

const press = (name: string): void => {
  fireEvent.click(screen.getByRole('button', { name }));
};

beforeEach(async () => {
  // jsdom lays nothing out, so it has nowhere to scroll.
  window.scrollTo = () => undefined;
  await speak('zh-CN');
  await Promise.all([publicWords, messageWords, reportWords, reportStartWords].map((words) => words.load()));
});
afterEach(() => {
  cleanup();
  outcome.thaw();
  reportPhotos.clear();
  clearDraft();
  sessionStorage.clear();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('filling in the form', () => {
  it('going on without an answer names what is missing and leads to it', async () => {
    serve(quiet);
    await open('/report', '您要反映哪方面的问题？');
    press('下一步');
    const summary = screen.getByRole('alert', { name: '有内容需要修改' });
    expect(document.activeElement).toBe(summary);
    fireEvent.click(screen.getByRole('link', { name: '请选择您要反映哪方面的问题' }));
    expect(document.activeElement).toBe(screen.getByRole('radio', { name: /环境卫生/ }));
  });

  it('each missing answer has words of its own, and typing does not call the reader back to them', async () => {
    serve(quiet);
    answerEverything();
    changeDraft({ forWhom: '', name: '', phone: '', consent: '' });
    await open('/report/contact', '怎么联系您？');
    press('下一步');
    expect(screen.getAllByRole('link', { name: /^请|^需要/ }).map((link) => link.textContent)).toEqual([
      '请选择您替谁反映',
      '请填写您的姓名',
      '请填写您的电话',
      '需要您同意，我们才能把您的姓名和电话用于办理',
    ]);
    const phone = screen.getByRole('textbox', { name: '您的电话' });
    phone.focus();
    fireEvent.input(phone, { target: { value: '138' } });
    expect(document.activeElement).toBe(phone);
    press('下一步');
    expect(screen.getByRole('link', { name: /^请填写 11 位手机号码/ })).toBeTruthy();
  });

  it('who opens a later page is led to the first one not answered', async () => {
    serve(quiet);
    changeDraft({ category: 'roads' });
    await open('/report/contact', '发生了什么事？');
    await waitFor(() => expect(window.location.pathname).toBe('/report/what'));
  });

  it('answers are kept for this tab and never in the browser', async () => {
    serve(quiet);
    changeDraft({ category: 'roads' });
    await open('/report/what', '发生了什么事？');
    fireEvent.input(screen.getByRole('textbox'), { target: { value: '路灯不亮' } });
    expect(JSON.stringify({ ...sessionStorage })).toContain('路灯不亮');
    expect(JSON.stringify({ ...localStorage })).not.toContain('路灯不亮');
  });

  it('a place is a town or one of its villages, never a department', async () => {
    serve(quiet);
    changeDraft({ category: 'roads', what: '路灯不亮' });
    await open('/report/where', '在什么地方？');
    const town = await screen.findByRole('combobox', { name: '镇街' });
    fireEvent.change(town, { target: { value: '370402/370402101' } });
    const choices = [...document.querySelectorAll('option')].map((option) => option.textContent);
    expect(choices).toEqual(['请选择', '永安镇', '不清楚，或涉及整个镇街', '东村']);
  });

  it('who reports for somebody else says for whom, and both names reach the officer', async () => {
    const service = serve({ ...quiet, [RAISE]: () => json(receipt, 201) });
    answerEverything();
    changeDraft({ forWhom: 'other' });
    await open('/report/check', '怎么联系您？');
    press('下一步');
    expect(screen.getByRole('link', { name: '请填写您替谁反映' })).toBeTruthy();
    fireEvent.input(screen.getByRole('textbox', { name: /^您替谁反映/ }), { target: { value: '王桂英' } });
    press('下一步');
    await screen.findByText(/李小红（代王桂英）/);
    press('提交');
    await screen.findByRole('heading', { name: '已收到您反映的问题' });
    expect(service.at(RAISE)[0]?.body).toMatchObject({
      reporter: { name: '李小红（代王桂英）', phone: '13812345678' },
    });
  });
});

describe('sending the form', () => {
  it('pressing twice sends once, and the receipt takes the place of the answers', async () => {
    let answer: (response: Response) => void = () => undefined;
    const service = serve({
      ...quiet,
      [RAISE]: () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    });
    answerEverything();
    await open('/report/check', '核对后提交');
    press('提交');
    await waitFor(() => expect(service.at(RAISE)).toHaveLength(1));
    const button = screen.getByRole('button', { name: '正在提交……' });
    fireEvent.click(button);
    fireEvent.submit(button.closest('form') ?? button);
    expect(button.getAttribute('aria-disabled')).toBe('true');
    answer(json(receipt, 201));
    await screen.findByRole('heading', { name: '已收到您反映的问题' });
    expect(screen.getByText('HJE-6AE-9634')).toBeTruthy();
    expect(service.at(RAISE)).toHaveLength(1);
    expect(JSON.stringify({ ...sessionStorage })).not.toContain('李小红');
    const link = screen.getByRole('link', { name: '查询这件事的进度' });
    expect(link.getAttribute('href')).toBe('/track#reference=HJE-6AE-9634&code=4KRRH8RP');
  });

  it('a lost answer: the same form goes again under the same key and can’t be changed before', async () => {
    let isUp = false;
    const service = serve({
      ...quiet,
      [RAISE]: () => {
        if (!isUp) throw new TypeError('connection lost');
        return json(receipt, 201);
      },
    });
    answerEverything();
    await open('/report/check', '核对后提交');
    press('提交');
    const summary = await screen.findByRole('alert', { name: '刚才的提交没有收到回复' }, patiently);
    expect(summary.textContent).toContain('网络不通');
    expect(screen.queryByRole('link', { name: /^修改/ })).toBeNull();
    isUp = true;
    press('提交');
    await screen.findByRole('heading', { name: '已收到您反映的问题' });
    const sent = service.at(RAISE).map(({ key, body }) => JSON.stringify({ key, body }));
    expect(sent.length).toBeGreaterThan(1);
    expect(new Set(sent).size).toBe(1);
  }, 15_000);

  it('a check against machines that was used up is replaced without a word, once', async () => {
    let refusals = 1;
    const service = serve({
      ...quiet,
      [RAISE]: () => (refusals-- > 0 ? problem('issue.proof_used', 422) : json(receipt, 201)),
    });
    answerEverything();
    await open('/report/check', '核对后提交');
    press('提交');
    await screen.findByRole('heading', { name: '已收到您反映的问题' });
    const [first, second] = service.at(RAISE).map(({ body }) => JSON.stringify(body));
    expect(second).not.toBe(first);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('what the service objects to leads to the page where it can be put right', async () => {
    serve({ ...quiet, [RAISE]: () => problem('issue.place_unknown', 422) });
    answerEverything();
    await open('/report/check', '核对后提交');
    press('提交');
    const link = await screen.findByRole('link', { name: /重新选择地点/ });
    fireEvent.click(link);
    expect(document.activeElement?.getAttribute('href')).toBe('/report/where?change=1');
    expect(draft().name).toBe('李小红');
  });
});

describe('photos', () => {
  const photoOf = (name: string, type = 'image/png'): File => new File(['bytes'], name, { type });
  const choose = (...files: File[]): void => {
    const input = screen.getByLabelText(/现场照片/);
    Object.defineProperty(input, 'files', { configurable: true, value: files });
    fireEvent.change(input);
  };

  beforeEach(() => {
    // jsdom draws nothing; what it would draw does not matter here.
    vi.stubGlobal('createImageBitmap', async () => ({ width: 4000, height: 3000, close: () => undefined }));
    vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockImplementation(() =>
      Object.create({ fillRect: () => undefined, drawImage: () => undefined }),
    );
    vi.spyOn(HTMLCanvasElement.prototype, 'toDataURL').mockReturnValue('data:image/jpeg;base64,/9j/');
    URL.createObjectURL = () => 'blob:photo';
    URL.revokeObjectURL = () => undefined;
    changeDraft({ category: 'roads', what: '路灯不亮', town: '370402/370402101', placeText: '村口' });
  });

  it('a photo is sent when it is chosen and goes with the form', async () => {
    const service = serve({
      ...quiet,
      [PHOTOS]: () => json({ photoId: 'ab12' }, 201),
      [RAISE]: () => json(receipt, 201),
    });
    answerEverything();
    await open('/report/photo', '有照片吗？');
    choose(photoOf('lamp.png'));
    await screen.findByText('已上传');
    press('下一步');
    await screen.findByRole('heading', { name: '怎么联系您？' });
    press('下一步');
    await screen.findByRole('heading', { name: '核对后提交' });
    press('提交');
    await screen.findByRole('heading', { name: '已收到您反映的问题' });
    expect(service.at(RAISE)[0]?.body).toMatchObject({ photos: ['ab12'] });
  });

  it('what the service does not take is named with its reason and is no longer in the way', async () => {
    serve({ ...quiet, [PHOTOS]: () => problem('photo.damaged', 422) });
    await open('/report/photo', '有照片吗？');
    choose(photoOf('lamp.png'));
    expect(await screen.findByText(/^lamp\.png：照片已损坏/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /移除照片/ })).toBeNull();
  });

  it('more than six: the first six are taken and the others counted', async () => {
    serve({ ...quiet, [PHOTOS]: ({ key }) => json({ photoId: key }, 201) });
    await open('/report/photo', '有照片吗？');
    choose(...['1', '2', '3', '4', '5', '6', '7', '8'].map((n) => photoOf(`${n}.png`)));
    expect(await screen.findByText('最多 6 张，有 2 张没有添加。')).toBeTruthy();
    expect(screen.getAllByRole('button', { name: /移除照片/ })).toHaveLength(6);
  });

  it('without a connection it stays here, and goes when the network is back', async () => {
    let isUp = false;
    const service = serve({
      ...quiet,
      [PHOTOS]: () => {
        if (!isUp) throw new TypeError('connection lost');
        return json({ photoId: 'ab12' }, 201);
      },
    });
    await open('/report/photo', '有照片吗？');
    choose(photoOf('lamp.png'));
    await screen.findByRole('button', { name: '现在再传一次' }, patiently);
    isUp = true;
    window.dispatchEvent(new Event('online'));
    await screen.findByText('已上传');
    expect(new Set(service.at(PHOTOS).map(({ key }) => key)).size).toBe(1);
  }, 15_000);
});

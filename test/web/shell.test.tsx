import { cleanup, fireEvent, render, screen, waitFor, within } from '@solidjs/testing-library';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { adminWords } from '../../web/src/admin/admin.words.ts';
import { startDisplay } from '../../web/src/lib/display.ts';
import { setLanguage } from '../../web/src/lib/i18n/i18n.ts';
import { publicWords } from '../../web/src/public/public.words.ts';
import { App } from '../../web/src/routes.tsx';
import { speak, teachDialogs } from './support.ts';

teachDialogs();

const open = async (path: string): Promise<HTMLElement> => {
  window.history.replaceState(null, '', path);
  render(() => <App />);
  return screen.findByRole('heading', { level: 1 });
};

beforeEach(async () => {
  // jsdom lays nothing out, so it has nowhere to scroll.
  window.scrollTo = () => undefined;
  await speak('zh-CN');
  await Promise.all([publicWords.load(), adminWords.load()]);
});
afterEach(() => {
  cleanup();
  localStorage.clear();
});

describe('the residents’ site', () => {
  it('opens on what can be done here, without taking the focus from where the reader is', async () => {
    const heading = await open('/');
    expect(heading.textContent).toBe('您身边的问题，我们来办');
    expect(document.title).toBe('您身边的问题，我们来办 · 惠民');
    expect(document.activeElement).toBe(document.body);
    expect(screen.getByRole('link', { name: '开始填写' }).getAttribute('href')).toBe('/report');
    expect(screen.getByRole('link', { name: '去查询' }).getAttribute('href')).toBe('/track');
  });

  it('a change of page moves the reader to its heading and renames the window', async () => {
    await open('/');
    fireEvent.click(screen.getByRole('link', { name: '无障碍声明' }));
    const heading = await screen.findByRole('heading', { level: 1, name: '无障碍声明' });
    await waitFor(() => expect(document.activeElement).toBe(heading));
    expect(document.title).toBe('无障碍声明 · 惠民');
  });

  it('an address nobody knows is answered with the way home', async () => {
    const heading = await open('/nowhere');
    expect(heading.textContent).toBe('没有找到这个页面');
    expect(screen.getByRole('link', { name: '回到首页' }).getAttribute('href')).toBe('/');
  });

  it('the first stop of the Tab key leads past the header', async () => {
    await open('/');
    const [first] = screen.getAllByRole('link');
    expect(first?.textContent).toBe('跳到主要内容');
    if (first !== undefined) fireEvent.click(first);
    expect(document.activeElement).toBe(screen.getByRole('main'));
    expect(window.location.hash).toBe('');
  });

  it('the way to the desk is a page load, so that residents never download it', async () => {
    await open('/');
    expect(screen.getByRole('link', { name: '工作人员登录' }).getAttribute('rel')).toBe('external');
  });

  it('in English nothing on the page stays Chinese', async () => {
    await open('/');
    await setLanguage('en');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Tell us about a problem near you');
    expect(document.title).toBe('Tell us about a problem near you · Huimin');
    const main = screen.getByRole('main').textContent ?? '';
    expect(/\p{Script=Han}/u.test(main)).toBe(false);
  });
});

describe('display settings', () => {
  const root = document.documentElement;

  it('big text, high contrast and dark colours take effect at once and are remembered', async () => {
    await open('/');
    fireEvent.click(screen.getByLabelText('大字'));
    fireEvent.click(screen.getByLabelText('高对比'));
    fireEvent.click(screen.getByLabelText('深色'));
    expect({ ...root.dataset }).toEqual({ text: 'big', contrast: 'more', theme: 'dark' });
    expect(localStorage.getItem('huimin.text')).toBe('big');
    fireEvent.click(within(screen.getByRole('group', { name: '字号' })).getByLabelText('标准'));
    fireEvent.click(within(screen.getByRole('group', { name: '对比度' })).getByLabelText('标准'));
    fireEvent.click(screen.getByLabelText('跟随系统'));
    expect({ ...root.dataset }).toEqual({});
  });

  it('the system’s wish for contrast is followed, also when it changes', () => {
    const wish = Object.assign(new EventTarget(), { matches: false });
    Object.defineProperty(window, 'matchMedia', { value: () => wish, configurable: true });
    startDisplay();
    expect(root.dataset['contrast']).toBeUndefined();
    wish.matches = true;
    wish.dispatchEvent(new Event('change'));
    expect(root.dataset['contrast']).toBe('more');
    Reflect.deleteProperty(window, 'matchMedia');
    startDisplay();
  });

  it('the menu closes with Escape and gives the focus back', async () => {
    await open('/');
    const summary = screen.getByText('显示 · Language');
    const menu = screen.getByRole<HTMLDetailsElement>('group', { name: '' });
    menu.open = true;
    fireEvent.keyDown(screen.getByLabelText('大字'), { key: 'Escape' });
    expect(menu.open).toBe(false);
    expect(document.activeElement).toBe(summary);
  });

  it('the language is switched in its own words', async () => {
    await open('/');
    fireEvent.click(screen.getByLabelText('English'));
    expect(
      await screen.findByRole('heading', { level: 1, name: 'Tell us about a problem near you' }),
    ).toBeTruthy();
  });
});

describe('the desk', () => {
  // No service behind it: what it shows of figures and people is missing, the desk itself must stand.
  beforeEach(() => {
    vi.stubGlobal('fetch', async () => Response.json({ code: 'service.failed' }, { status: 500 }));
  });
  afterEach(() => vi.unstubAllGlobals());

  it('an unknown address keeps the rail and what is late in reach', async () => {
    const heading = await open('/admin/nowhere');
    expect(heading.textContent).toBe('没有找到这个页面');
    const rail = screen.getByRole('navigation', { name: '台账' });
    expect(within(rail).getByRole('link', { name: '问题台账' }).getAttribute('href')).toBe('/admin/issues');
    expect(screen.getByRole('link', { name: '看逾期' }).getAttribute('href')).toBe('/admin/issues?list=late');
  });

  it('an address that only begins like the desk’s is the residents’', async () => {
    await open('/administration');
    expect(screen.queryByRole('navigation', { name: '台账' })).toBeNull();
    expect(screen.getByRole('navigation', { name: '主要服务' })).toBeTruthy();
  });

  it('on a phone the rail opens behind its button and closes after a choice', async () => {
    await open('/admin/nowhere');
    const toggle = screen.getByRole('button', { name: '菜单' });
    fireEvent.click(toggle);
    expect(toggle.getAttribute('aria-expanded')).toBe('true');
    fireEvent.click(screen.getByRole('link', { name: '问题台账' }));
    await waitFor(() => expect(toggle.getAttribute('aria-expanded')).toBe('false'));
  });
});
